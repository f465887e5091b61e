import type { ContractTerms } from "@luyue/core/contract";
import type { Role } from "@luyue/core/party";
import {
  applyAcceptance,
  assessRound,
  concludeRound,
  objectAcceptance,
  signRound,
} from "@luyue/usecases/acceptance";
import type { Actor } from "@luyue/usecases/runtime";
import { member, partner } from "./people.ts";
import type { Input } from "./row.ts";
import { addressOf, run, seedActive, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const applied = { anchor: "event", event: "acceptanceApplied", of: "final" } as const;
const trigger = { anchor: "trigger" } as const;

/** One acceptance with a criterion that the record measures, one that is judged and one that a survey measures; one rectification. */
export function acceptedTerms(number: string, more: Partial<ContractTerms> = {}): ContractTerms {
  const title = { zh: "终期验收", en: "final acceptance" };
  const percent = { bound: "atLeast", unit: "percent" } as const;
  return termsOf(number, {
    services: [
      {
        key: "scan",
        title: { zh: "漏洞扫描", en: "vulnerability scan" },
        schedule: { schedule: "count", count: 2, unit: "time", span: { span: "term", term: "main" } },
      },
    ],
    acceptances: [
      {
        key: "final",
        title,
        stage: "final",
        application: {
          due: {
            rule: "within",
            count: 15,
            unit: "workingDay",
            after: { anchor: "term", term: "main", edge: "end" },
          },
        },
        review: { due: { rule: "within", count: 3, unit: "workingDay", after: trigger } },
        decision: { due: { rule: "within", count: 1, unit: "month", after: applied } },
        rectification: { due: { rule: "within", count: 15, unit: "day", after: trigger } },
        rectifications: 1,
        criteria: [
          {
            title: { zh: "服务次数完成率", en: "service counts" },
            target: "100%",
            limit: { measure: "service-counts", value: "100", ...percent },
          },
          { title: { zh: "团队融合性", en: "team fit" }, target: "良好" },
          {
            title: { zh: "满意度", en: "satisfaction" },
            target: "≥95%",
            limit: { measure: "satisfaction", value: "95", ...percent },
          },
        ],
      },
    ],
    ...more,
  });
}

/** Members of the tenant who can sign: their ids are those of the tests' actors. */
async function seedSigners(world: World): Promise<void> {
  const store = world.platform.tenant(tenantId);
  const roles: readonly Role[] = ["contractManager", "acceptor"];
  await store.commit(
    roles.map((role) => ({
      change: "putMember",
      member: {
        id: `mem_${role}`,
        subject: role,
        name: role,
        email: addressOf(role, tenantId),
        roles: [role],
        language: "zh",
      },
    })),
  );
}

/** An active contract, signed on the first of June, that is to be accepted. */
export async function seedAccepted(
  world: World,
  number = "NO 1",
  terms = acceptedTerms(number),
): Promise<string> {
  await seedSigners(world);
  return (await seedActive(world, tenantId, terms, "2026-06-01")).contractId;
}

export interface RoundIds extends Input {
  readonly contractId: string;
  readonly roundId: string;
}

export async function applyFor(
  world: World,
  contractId: string,
  more: Input = {},
  actor: Actor = partner,
): Promise<RoundIds> {
  const input = { contractId, of: "final", ...more };
  const { answer } = await run(world, applyAcceptance, actor, tenantId, input);
  return { contractId, roundId: answer.id };
}

/** Results for the three criteria of `acceptedTerms`: all of them met, though the record knows of no scan. */
export const allMet = [
  { criterion: 1, passed: true, note: "扫描记录已线下核对" },
  { criterion: 2, passed: true, note: "配合良好" },
  { criterion: 3, passed: true, evidence: [{ document: "满意度调查报告" }] },
];
export const oneMissed = [allMet[0], { criterion: 2, passed: false, note: "配合欠佳" }, allMet[2]];

export const bothSigners = [{ memberSubject: "contractManager" }, { memberSubject: "acceptor" }];

/** Who assesses leaves the conclusion to others. */
const assessor = { ...member(tenantId, "acceptor"), id: "mem_assessor" } as const;

export async function assess(world: World, ids: RoundIds, more: Input = {}): Promise<RoundIds> {
  const input = { ...ids, results: allMet, acceptors: bothSigners, ...more };
  await run(world, assessRound, assessor, tenantId, input);
  return ids;
}

export async function signAll(world: World, ids: RoundIds): Promise<RoundIds> {
  for (const actor of [manager, member(tenantId, "acceptor")]) {
    await run(world, signRound, actor, tenantId, { ...ids, agrees: true });
  }
  return ids;
}

export async function conclude(world: World, ids: RoundIds, outcome: "passed" | "failed"): Promise<RoundIds> {
  await run(world, concludeRound, manager, tenantId, { ...ids, outcome, reason: "评定结论" });
  return ids;
}

/** A round brought to its conclusion. */
export async function seedConcluded(
  world: World,
  contractId: string,
  outcome: "passed" | "failed",
): Promise<RoundIds> {
  const ids = await applyFor(world, contractId);
  const results = outcome === "passed" ? allMet : oneMissed;
  return conclude(world, await signAll(world, await assess(world, ids, { results })), outcome);
}

export async function object(world: World, ids: RoundIds): Promise<RoundIds> {
  await run(world, objectAcceptance, manager, tenantId, { ...ids, reason: "缺少复测报告" });
  return ids;
}
