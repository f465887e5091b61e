import type { ContractTerms } from "@luyue/core/contract";
import { claimBond, enterBond } from "@luyue/usecases/bond";
import { judgeIncident, reportIncident } from "@luyue/usecases/incident";
import { imposePenalty, proposePenaltyByRule, setOffPenalty } from "@luyue/usecases/penalty";
import { askStaffChange, demandStaffChange, enterPerson, recordAbsence } from "@luyue/usecases/people";
import { answerPenalty } from "@luyue/usecases/penalty";
import type { Actor } from "@luyue/usecases/runtime";
import { member, partner } from "./people.ts";
import type { Input, Refusal } from "./row.ts";
import { run, seedActive, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

export const tenantId = "ten_a";
/** Who prepares what a row's own people decide. */
export const clerk = member(tenantId, "contractManager", "acceptor");
export const chief = member(tenantId, "finance", "contractManager");
export const reason = "情况属实";
export const proof = [{ document: "事故记录单1" }];

const span = { span: "term", term: "main" } as const;
const title = (zh: string, en: string) => ({ title: { zh, en } });

/**
 * Terms with what can go wrong: classes of incidents (a: ends the contract, b: wants a rectification), penalties of each
 * shape that commands take, a cap of 25.00, a bond of 100.00, and secrecy agreements of the vendor's people.
 */
export function riskTerms(number: string, more: Partial<ContractTerms> = {}): ContractTerms {
  const signed = { anchor: "event", event: "signed" } as const;
  const trigger = { anchor: "trigger" } as const;
  const within = (count: number, after: typeof signed | typeof trigger) =>
    ({ rule: "within", count, unit: "day", after, roll: "none" }) as const;
  const ground = (is: boolean) => ({
    key: "grave",
    ...title("后果严重", "grave"),
    all: [{ fact: "grave", is }],
  });
  return {
    ...termsOf(number),
    services: [
      {
        key: "help",
        ...title("应急响应", "emergency response"),
        schedule: {
          schedule: "onDemand",
          span,
          limits: [
            {
              key: "respond",
              ...title("30分钟内响应", "respond in 30 minutes"),
              count: 30,
              unit: "minute",
              step: "responded",
            },
          ],
        },
      },
    ],
    incidents: {
      kinds: [{ key: "outage", ...title("服务中断", "outage") }],
      facts: [{ key: "grave", ...title("后果严重", "grave") }],
      classes: [
        { key: "a", ...title("A级", "class A"), grounds: [ground(true)] },
        { key: "b", ...title("B级", "class B"), grounds: [ground(false)] },
      ],
    },
    penalties: [
      {
        penalty: "perOccurrence",
        key: "accident",
        ...title("事故", "accident"),
        amount: { amount: "range", from: "10.00", to: "20.00" },
        on: { when: "incident", classes: ["a", "b"] },
        clause: "第九条",
      },
      {
        penalty: "perPersonTime",
        key: "absence",
        ...title("擅自离岗", "absence"),
        amount: { amount: "rate", rate: "1%" },
        on: { when: "absence" },
      },
      { penalty: "perDay", key: "late", ...title("逾期", "delay"), amount: { amount: "rate", rate: "1‰" } },
      {
        penalty: "once",
        key: "ending",
        ...title("解除", "termination"),
        amount: { amount: "rate", rate: "5%" },
      },
    ],
    penaltyCaps: [
      {
        key: "cap",
        ...title("合计上限", "cap"),
        covers: ["accident"],
        cap: { amount: "fixed", value: "25.00" },
      },
    ],
    rights: [
      {
        key: "terminate",
        ...title("解除合同", "terminate"),
        gives: "terminate",
        any: [{ count: "incidents", classes: ["a"], bound: "atLeast", value: 1 }],
        penalty: "ending",
        settles: { settles: "worked", term: "main" },
      },
      {
        key: "rectify",
        ...title("全面整改", "full rectification"),
        gives: "rectify",
        any: [{ count: "incidents", classes: ["b"], bound: "atLeast", value: 1 }],
      },
    ],
    bond: {
      key: "bond",
      ...title("履约保函", "bond"),
      amount: "100.00",
      due: within(30, signed),
      coversTerm: "main",
    },
    people: { roster: 2, agreement: { years: 2, due: within(10, trigger) } },
    secrecy: { key: "secrecy", ...title("保密", "secrecy"), handBack: { due: within(10, trigger) } },
    ...more,
  };
}

export async function seedRisk(world: World, number = "NO 1", terms = riskTerms(number)): Promise<string> {
  const { contractId } = await seedActive(world, tenantId, terms, "2026-04-15", "样例");
  return contractId;
}

export const facts = {
  title: "门户网站中断",
  happenedAt: "2026-05-20T09:00:00+08:00",
  reportedAt: "2026-05-20T09:10:00+08:00",
};

/** An incident that has been responded to and recovered from. */
export async function seedIncident(world: World, contractId: string, more: Input = {}): Promise<Input> {
  const { answer } = await run(world, reportIncident, clerk, tenantId, {
    contractId,
    ...facts,
    service: "help",
    respondedAt: "2026-05-20T09:30:00+08:00",
    recoveredAt: "2026-05-20T11:00:00+08:00",
    facts: { grave: false },
    ...more,
  });
  return { contractId, incidentId: answer.id };
}

/** One of a class through the vendor's fault. */
export async function seedJudged(world: World, contractId: string, level: "a" | "b" = "b"): Promise<Input> {
  const named = await seedIncident(world, contractId, { facts: { grave: level === "a" } });
  await run(world, judgeIncident, clerk, tenantId, { ...named, class: level, fault: "vendor" });
  return named;
}

/** A penalty of the range 10.00 to 20.00 for an incident, proposed by one of two people. */
export async function seedProposedPenalty(
  world: World,
  contractId: string,
  by: Actor = clerk,
): Promise<Input> {
  const { incidentId } = await seedJudged(world, contractId);
  const occasion = `incident.${String(incidentId)}`;
  const { answer } = await run(world, proposePenaltyByRule, by, tenantId, {
    contractId,
    rule: "accident",
    occasion,
    reason,
  });
  return { contractId, penaltyId: answer.id };
}

export async function seedAnsweredPenalty(world: World, contractId: string): Promise<Input> {
  const named = await seedProposedPenalty(world, contractId);
  await run(world, answerPenalty, partner, tenantId, { ...named, agrees: true });
  return named;
}

/** One of 20.00 that was imposed, and nothing of it dealt with. */
export async function seedImposed(world: World, contractId: string, by: Actor = chief): Promise<Input> {
  const named = await seedAnsweredPenalty(world, contractId);
  await run(world, imposePenalty, by, tenantId, { ...named, amount: "20.00" });
  return named;
}

/** One that is set off in whole; gives the collection's id too. */
export async function seedCollected(world: World, contractId: string): Promise<Input> {
  const named = await seedImposed(world, contractId);
  const { answer } = await run(world, setOffPenalty, chief, tenantId, named);
  return { ...named, collectionId: answer.collectionId };
}

export const bond = {
  issuer: "示例银行",
  number: "BH-1",
  amount: "100.00",
  receivedOn: "2026-05-04",
  validFrom: "2026-05-01",
  validUntil: "2027-04-15",
};

export async function seedBond(world: World, contractId: string, more: Input = {}): Promise<Input> {
  const { answer } = await run(world, enterBond, clerk, tenantId, { contractId, ...bond, ...more });
  return { contractId, bondId: answer.id };
}

export async function seedClaim(world: World, contractId: string): Promise<Input> {
  const named = await seedBond(world, contractId);
  const { answer } = await run(world, claimBond, clerk, tenantId, { ...named, amount: "30.00", reason });
  return { ...named, claimId: answer.claimId };
}

export async function seedPerson(world: World, contractId: string, name = "甲某"): Promise<Input> {
  const { answer } = await run(world, enterPerson, clerk, tenantId, {
    contractId,
    name,
    role: "驻场工程师",
    joinedOn: "2026-05-01",
  });
  return { contractId, personId: answer.id };
}

/** A change that the vendor has asked for. */
export async function seedAsked(world: World, contractId: string): Promise<Input> {
  const { personId } = await seedPerson(world, contractId);
  const { answer } = await run(world, askStaffChange, partner, tenantId, {
    contractId,
    out: personId,
    in: { name: "乙某", role: "驻场工程师" },
    on: "2026-06-20",
    reason,
  });
  return { contractId, changeId: answer.id };
}

/** One that the buyer demands. */
export async function seedDemanded(world: World, contractId: string): Promise<Input> {
  const { personId } = await seedPerson(world, contractId);
  const { answer } = await run(world, demandStaffChange, clerk, tenantId, {
    contractId,
    out: personId,
    on: "2026-06-20",
    reason,
  });
  return { contractId, changeId: answer.id };
}

export async function seedAbsence(world: World, contractId: string): Promise<Input> {
  const named = await seedPerson(world, contractId);
  const { answer } = await run(world, recordAbsence, clerk, tenantId, {
    ...named,
    what: "absent",
    on: "2026-05-20",
    note: "未到岗",
  });
  return { contractId, absenceId: answer.id };
}

/** Another thing than the row's, brought so far, of a contract of its own; the input then names it. */
export function when(
  why: string,
  seed: (world: World, contractId: string) => Promise<Input>,
  code: Refusal["code"] = "conflict",
): Refusal {
  return {
    why,
    code,
    arrange: async (world, { input }) => ({
      ...input,
      ...(await seed(world, await seedRisk(world, "NO 2"))),
    }),
  };
}

/** Something by an id that there is not. */
export function unknown(field: string, id: string): Refusal {
  return {
    why: `no such ${field}`,
    code: "notFound",
    arrange: (_world, { input }) => ({ ...input, [field]: id }),
  };
}

/** What a seed gives, of it just some fields: an input takes no others. */
export function only(
  seed: (world: World, contractId: string) => Promise<Input>,
  ...fields: readonly string[]
): (world: World, contractId: string) => Promise<Input> {
  return async (world, contractId) => {
    const given = await seed(world, contractId);
    return Object.fromEntries(fields.map((field) => [field, given[field]]));
  };
}
