import { addDays, type CivilDate } from "@luyue/core/civil-date";
import type { DemoKey } from "@luyue/testing/contracts";
import * as z from "zod";
import type { Doer, Hands } from "./work-hands.ts";

type Deed = (hands: Hands, today: CivilDate) => Promise<void>;

/** Something that somebody does under a contract on a day of the demo's story. */
export interface WorkStep {
  readonly on: CivilDate;
  readonly contract: DemoKey;
  readonly does: Deed;
}

export function step(on: CivilDate, contract: DemoKey, does: Deed): WorkStep {
  return { on, contract, does };
}

/** The vendor hands in one file for an obligation. */
export function handIn(of: string, name: string, more: object = {}): Deed {
  return async ({ upload, send }) => {
    const file = await upload("vendor", name);
    await send("vendor", "POST", "submissions", { of, files: [{ file, name: `${name}.pdf` }], ...more });
  };
}

const listed = z.object({ items: z.array(z.object({ id: z.string() })) });

/** An acceptor finds good what waits for an obligation; `despite` where it falls short of the terms. */
export function accept(of: string, despite?: string): Deed {
  return async (hands) => {
    const id = await findWaiting(hands, of);
    await hands.send("acceptor", "POST", `submissions/${id}/acceptance`, { despite });
  };
}

export function sendBack(of: string, reason: string): Deed {
  return async (hands) => {
    const id = await findWaiting(hands, of);
    await hands.send("acceptor", "POST", `submissions/${id}/return`, { reason });
  };
}

async function findWaiting({ read }: Hands, of: string): Promise<string> {
  const { items } = await read("acceptor", `submissions?of=${of}&state=submitted`, listed);
  const [first] = items;
  if (first === undefined) throw new Error(`nothing waits for its check for ${of}`);
  return first.id;
}

const sheet = z.object({
  items: z.array(
    z.object({
      item: z.string(),
      scheduled: z.boolean(),
      parts: z.array(z.object({ part: z.string() })),
    }),
  ),
});

/** The acceptor proposes a period's score: full marks for what is scheduled, save for what is named as `item.part`. */
export function propose(period: string, less: Readonly<Record<string, string>>, note: string): Deed {
  return async ({ read, send }) => {
    const { items } = await read("acceptor", `scores/${period}`, sheet);
    const marks = items
      .filter(({ scheduled }) => scheduled)
      .map(({ item, parts }) => ({
        item,
        parts: parts.map(({ part }) => ({ part, given: less[`${item}.${part}`] ?? "100" })),
      }));
    await send("acceptor", "PUT", `scores/${period}`, { marks, note });
  };
}

export function answerScore(period: string, note: string): Deed {
  return ({ send }) => send("vendor", "POST", `scores/${period}/answer`, { agrees: true, note });
}

export function settle(period: string): Deed {
  return ({ send }) => send("contractManager", "POST", `scores/${period}/settlement`, {});
}

export function addUnit(name: string, side: "buyer" | "vendor"): Deed {
  return ({ send }) => send("contractManager", "PUT", "units", { name, side, contacts: [] });
}

const named = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });

interface Row {
  readonly unit: string;
  readonly title: string;
  readonly severity: "critical" | "high" | "medium" | "low";
  readonly system: string;
  readonly demand: string;
  /** Days until the answer is due. */
  readonly days: number;
}

export function handOut(rows: readonly Row[]): Deed {
  return async ({ read, send }, today) => {
    const { items } = await read("contractManager", "units", named);
    const findings = rows.map(({ unit, days, ...row }) => {
      const unitId = items.find(({ name }) => name === unit)?.id;
      return { ...row, unitId, dueOn: addDays(today, days) };
    });
    await send("contractManager", "POST", "findings", { findings });
  };
}

const numbered = z.object({ items: z.array(z.object({ id: z.string(), number: z.int() })) });

/** A step on the finding of that number. */
export function onFinding(number: number, doer: Doer, path: string, body?: object): Deed {
  return async ({ read, send }) => {
    const { items } = await read("contractManager", "findings?limit=200", numbered);
    const id = items.find((each) => each.number === number)?.id;
    if (id === undefined) throw new Error(`there is no finding ${number}`);
    await send(doer, "POST", `findings/${id}/${path}`, body);
  };
}
