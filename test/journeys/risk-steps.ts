import type { CivilDate } from "@luyue/core/civil-date";
import type { Money } from "@luyue/core/money";
import { expect } from "vitest";
import type { Steps } from "./steps.ts";

/** An incident as it is reported: its day, what is known of it, how long it lasted. */
export interface Happened {
  readonly title: string;
  readonly on: CivilDate;
  readonly minutes: number;
  readonly kind?: string;
  readonly facts: Readonly<Record<string, string | boolean>>;
}

/** The vendor reports an incident that is over, and the acceptor judges it to be what its facts come to; gives its id. */
export async function happen(
  { does, sees }: Steps,
  { on, minutes, ...told }: Happened,
  level: string,
): Promise<string> {
  const at = (hour: number, minute: number) =>
    `${on}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00+08:00`;
  const reported = await does("vendor", "POST /incidents", {
    ...told,
    happenedAt: at(0, 30),
    reportedAt: at(0, 40),
    recoveredAt: at(Math.floor((30 + minutes) / 60), (30 + minutes) % 60),
    evidence: [{ document: `事故记录单 ${on}` }],
  });
  const id = String(reported["id"]);
  const { assessment } = await sees<{ assessment: { class: string } }>("auditor", `/incidents/${id}`);
  expect([told.title, assessment.class]).toEqual([told.title, level]);
  await does("acceptor", `POST /incidents/${id}/classification`, { class: level, fault: "vendor" });
  return id;
}

interface Imposed {
  readonly amount: Money;
  readonly gross: Money;
  readonly cuts: readonly { readonly cap: string; readonly used: Money; readonly cut: Money }[];
}

/** By its rule: the acceptor proposes, the vendor agrees, the contract manager imposes; gives the id and what was imposed. */
export async function penalise(
  { does }: Steps,
  rule: string,
  occasion: string,
  amount?: Money,
): Promise<Imposed & { readonly id: string }> {
  const proposed = await does("acceptor", "POST /penalties/by-rule", {
    rule,
    occasion,
    reason: "专题会讨论通过",
  });
  const id = String(proposed["id"]);
  await does("vendor", `POST /penalties/${id}/answer`, { agrees: true });
  const body = amount === undefined ? {} : { amount };
  return { id, ...(await does<Imposed>("contractManager", `POST /penalties/${id}/imposition`, body)) };
}

interface Rights {
  readonly items: readonly {
    readonly key: string;
    readonly arisenOn: CivilDate;
    readonly gives: string;
    readonly because: readonly { readonly on: CivilDate }[];
    readonly decision: { readonly decision: string } | null;
  }[];
}

/** The rights that have arisen, as both sides see them: key, day, and what became of it. */
export async function rightsSeen({ sees }: Steps): Promise<string[]> {
  const seen = await sees<Rights>("auditor", "/rights");
  expect(await sees<Rights>("vendor", "/rights")).toEqual(seen);
  return seen.items.map(
    ({ key, arisenOn, decision }) => `${key} ${arisenOn} ${decision?.decision ?? "open"}`,
  );
}

/** Which commands the record has, in order, each with whom it names. */
export async function recordOf({ sees }: Steps, ...prefixes: readonly string[]): Promise<string[]> {
  const { items } = await sees<{ items: { command: string; actor: { name: string } }[] }>(
    "auditor",
    "/record?limit=200",
  );
  return items
    .filter(({ command }) => prefixes.some((prefix) => command.startsWith(prefix)))
    .map(({ command, actor }) => `${command} ${actor.name}`);
}
