import type { ContractTerms } from "@luyue/core/contract";
import { acceptDeliverable, submitDeliverable } from "@luyue/usecases/deliverable";
import type { Actor } from "@luyue/usecases/runtime";
import { member, partner } from "./people.ts";
import type { Input } from "./row.ts";
import { run, seedActive, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
/** Who checks what a row's own people hand in, and the other way round. */
export const clerk = member(tenantId, "contractManager", "acceptor");

export const hashOf = (digit: string) => `sha256-${digit.repeat(64)}`;
export const oneFile = [{ file: hashOf("a"), name: "扫描报告（第1次）.pdf" }];

const signed = { anchor: "event", event: "signed" } as const;
const main = { span: "term", term: "main" } as const;
const named = (key: string) => ({ key, title: { zh: key, en: key } });
const monthly = { schedule: "every", period: "month", span: main, from: "span" } as const;
const count = (most: number, unit: "time" | "day") =>
  ({ schedule: "count", count: most, unit, span: main }) as const;
const onDemand = { schedule: "onDemand", span: main } as const;
const due = { rule: "within", count: 10, unit: "day", after: signed, roll: "none" } as const;

/** Work of every shape: what stands alone, series, quotas, what is done on demand, with what is demanded of it. */
export function workTerms(number: string): ContractTerms {
  return termsOf(number, {
    services: [
      { ...named("inspection"), schedule: monthly },
      { ...named("scan"), schedule: count(3, "time") },
      { ...named("duty"), schedule: { ...count(5, "day"), bound: "atMost" } },
      { ...named("training"), schedule: onDemand, people: 30, prior: "training-plan" },
      { ...named("lecture"), schedule: monthly, prior: "lecture-plan" },
    ],
    deliverables: [
      { ...named("plan"), schedule: { schedule: "once", due } },
      { ...named("scans"), schedule: count(3, "time") },
      { ...named("training-plan"), schedule: onDemand },
      { ...named("lecture-plan"), schedule: monthly },
    ],
    reports: [{ ...named("progress"), schedule: monthly }],
    acceptances: [
      {
        ...named("final"),
        stage: "final",
        decision: { due },
        plan: { due: { ...due, after: { anchor: "trigger" } } },
      },
    ],
  });
}

/** The file that every submission of the tests names, as both sides have uploaded it. */
export async function uploadFile(world: World): Promise<void> {
  const file = { hash: hashOf("a"), bytes: 1024, contentType: "application/pdf" };
  for (const by of ["agency", partner.vendorId]) {
    await world.platform.tenant(tenantId).putFile({ ...file, by });
  }
}

/** That contract, active and signed on 1 June 2026, and the file that its people have uploaded. */
export async function seedWork(world: World, number = "NO 1"): Promise<string> {
  await uploadFile(world);
  const despite = "样例";
  const { contractId } = await seedActive(world, tenantId, workTerms(number), "2026-06-01", despite);
  return contractId;
}

export interface SubmissionIds extends Input {
  readonly contractId: string;
  readonly submissionId: string;
}

export async function submitWork(
  world: World,
  contractId: string,
  of: string,
  more: Input = {},
  actor: Actor = partner,
): Promise<SubmissionIds> {
  const input = { contractId, of, files: oneFile, ...more };
  const { answer } = await run(world, submitDeliverable, actor, tenantId, input);
  return { contractId, submissionId: answer.id };
}

export async function acceptWork(
  world: World,
  contractId: string,
  of: string,
  more: Input = {},
): Promise<SubmissionIds> {
  const ids = await submitWork(world, contractId, of, more);
  await run(world, acceptDeliverable, clerk, tenantId, { ...ids, despite: "样例" });
  return ids;
}
