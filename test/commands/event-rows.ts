import { changeAccount } from "@luyue/usecases/account";
import { correctEvent, recordEvent, withdrawEvent } from "@luyue/usecases/event";
import { fulfilObligation } from "@luyue/usecases/obligation";
import { stillDraft, unknownContract } from "./contract-rows.ts";
import { member } from "./people.ts";
import { type Input, invalid, type Refusal, type Row, rowOf } from "./row.ts";
import { run, seedActive, termsOf } from "./seed.ts";
import { hashOf, seedWork } from "./work-seed.ts";

const tenantId = "ten_a";
const workers = ["contractManager", "finance", "acceptor"] as const;
const withEvent = (event: unknown) => (input: Input) => ({ ...input, event });

const report = [{ document: "扫描报告" }];

/** A contract with a counted service that has been performed, as somebody says. */
function countedService(why: string, path: string, wrong: Input): Refusal {
  return {
    why,
    code: "invalid",
    path,
    arrange: async (world, { input }) => {
      const contractId = await seedWork(world, "NO 3");
      const event = { kind: "performed", of: "scan", on: "2026-06-01", evidence: report };
      if (!("eventId" in input)) return { ...input, contractId, event: { ...event, ...wrong } };
      const manager = member(tenantId, "contractManager");
      const { answer } = await run(world, recordEvent, manager, tenantId, { contractId, event });
      return { ...input, contractId, eventId: answer.eventId, event: { ...event, ...wrong } };
    },
  };
}

/** What can be wrong with an event, whether it is recorded or corrected. */
const badEvents: readonly Refusal[] = [
  invalid(
    "money with three decimals",
    "/event/amount",
    withEvent({ kind: "signed", on: "2026-06-01", amount: "1.234" }),
  ),
  invalid("a date that does not exist", "/event/on", withEvent({ kind: "signed", on: "2026-02-30" })),
  invalid("no date at all", "/event/on", withEvent({ kind: "signed" })),
  invalid("a kind that there is not", "/event/kind", withEvent({ kind: "married", on: "2026-06-01" })),
  invalid("a date after today", "/event/on", withEvent({ kind: "signed", on: "2026-06-02" })),
  invalid(
    "an instant after today",
    "/event/at",
    withEvent({ kind: "signed", at: "2026-06-02T01:00:00+08:00" }),
  ),
  invalid(
    "a payment that there is not",
    "/event/of",
    withEvent({ kind: "fundsAppropriated", of: "t9", on: "2026-06-01" }),
  ),
  invalid("no subject", "/event/of", withEvent({ kind: "fundsAppropriated", on: "2026-06-01" })),
  ...(["invoiceSubmitted", "invoiceReceived", "paid", "refunded", "deducted"] as const).map((kind) =>
    invalid(
      `${kind}, which has commands of its own`,
      "/event/kind",
      withEvent({ kind, of: "t1", on: "2026-06-01" }),
    ),
  ),
  ...(["deliverableSubmitted", "deliverableAccepted"] as const).map((kind) =>
    invalid(
      `${kind}, which has commands of its own`,
      "/event/kind",
      withEvent({ kind, of: "deliverable.plan", on: "2026-06-01" }),
    ),
  ),
  invalid(
    "evidence that was not uploaded",
    "/event/evidence/0/file",
    withEvent({ kind: "signed", on: "2026-06-01", evidence: [{ file: hashOf("f") }] }),
  ),
  ...([undefined, []] as const).map((evidence) =>
    countedService(`a counted service without evidence: ${JSON.stringify(evidence)}`, "/event/evidence", {
      evidence,
    }),
  ),
  countedService("a service before the term began", "/event/on", { on: "2026-05-31" }),
  countedService("an hour before the term began", "/event/at", {
    on: undefined,
    at: "2026-05-31T15:59:59Z",
  }),
  countedService("one of a series before its own first day", "/event/on", {
    kind: "fulfilled",
    of: "service.inspection.02",
  }),
  ...(["accountChanged", "ended"] as const).map((kind) =>
    invalid(`${kind}, which has commands of its own`, "/event/kind", withEvent({ kind, on: "2026-06-01" })),
  ),
];

/** The event of a change of account was put there by that command. */
const notRecorded: Refusal = {
  why: "another command has put it there",
  code: "invalid",
  path: "/eventId",
  arrange: async (world, { input }) => {
    const { contractId } = input;
    for (const number of ["6222000011112222", "6222000033334444"]) {
      const account = { holder: "示例供应商", bank: "示例银行", number };
      await run(world, changeAccount, member(tenantId, "finance"), tenantId, {
        contractId,
        account,
        evidence: [{ document: "账户说明" }],
      });
    }
    const state = await world.platform.tenant(tenantId).loadContract(String(contractId));
    return { ...input, eventId: state?.events.find(({ kind }) => kind === "accountChanged")?.id };
  },
};

const record = rowOf(recordEvent, {
  allowed: workers,
  aggregate: "contract",
  namesIds: true,
  shows: ["after"],
  prepare: async (world) => {
    const { contractId } = await seedActive(world, tenantId, termsOf("NO 1"));
    const input = { contractId, event: { kind: "signed", on: "2026-06-01" } };
    return {
      tenantId,
      contractId,
      input,
      other: { contractId, event: { kind: "signed", on: "2026-05-31" } },
    };
  },
  subjectOf: ({ eventId }) => eventId,
  refusals: [
    ...badEvents,
    unknownContract,
    stillDraft,
    invalid(
      "service beyond a term without a price",
      "/event/kind",
      withEvent({ kind: "overrunStarted", on: "2026-06-01" }),
    ),
    {
      why: "service beyond the term before its end",
      code: "invalid",
      path: "/event/on",
      arrange: async (world, { input }) => {
        const terms = termsOf("NO 2", { overrun: { term: "main" } });
        const { contractId } = await seedActive(world, tenantId, terms, "2025-06-01");
        return { ...input, contractId, event: { kind: "overrunStarted", on: "2026-06-01" } };
      },
    },
    {
      why: "it has been recorded already",
      code: "invalid",
      path: "/event/kind",
      arrange: async (world, { input }) => {
        await run(world, recordEvent, member(tenantId, "finance"), tenantId, input);
        return input;
      },
    },
  ],
});

const unknownEvent: Refusal = {
  why: "no such event",
  code: "notFound",
  arrange: (_world, { input }) => ({ ...input, eventId: "evt_unknown" }),
};

const correct = rowOf(correctEvent, {
  allowed: workers,
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: async (world) => {
    const ids = await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
    const input = { ...ids, event: { kind: "signed", on: "2026-05-30" }, reason: "日期有误" };
    return { tenantId, contractId: ids.contractId, input, other: { ...input, reason: "另一原因" } };
  },
  subjectOf: (_answer, { input }) => input["eventId"],
  refusals: [
    ...badEvents,
    unknownContract,
    unknownEvent,
    notRecorded,
    stillDraft,
    invalid("no reason", "/reason", ({ reason: _none, ...input }) => input),
  ],
});

const withdraw = rowOf(withdrawEvent, {
  allowed: workers,
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: async (world) => {
    const ids = await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
    const input = { ...ids, reason: "并未签订" };
    return { tenantId, contractId: ids.contractId, input, other: { ...input, reason: "另一原因" } };
  },
  subjectOf: (_answer, { input }) => input["eventId"],
  refusals: [
    unknownContract,
    unknownEvent,
    notRecorded,
    stillDraft,
    invalid("no reason", "/reason", ({ reason: _none, ...input }) => input),
  ],
});

const due = { rule: "on", anchor: { anchor: "event", event: "signed" } } as const;
const [first] = termsOf("NO 1").tranches;
const duties = {
  bond: { key: "bond", title: { zh: "履约保函", en: "bond" }, amount: "100.00", due },
  tranches: first === undefined ? [] : [{ ...first, invoice: { due } }],
  services: [
    { key: "drill", title: { zh: "应急演练", en: "drill" }, schedule: { schedule: "once" as const, due } },
    {
      key: "watch",
      title: { zh: "值守", en: "watch" },
      schedule: { schedule: "throughout" as const, span: { span: "term" as const, term: "main" } },
    },
  ],
};

const fulfil = rowOf(fulfilObligation, {
  allowed: workers,
  aggregate: "contract",
  namesIds: true,
  shows: ["after"],
  prepare: async (world) => {
    const { contractId } = await seedActive(world, tenantId, termsOf("NO 1", duties), "2026-06-01");
    const input = { contractId, key: "service.drill", evidence: [{ document: "凭证1" }] };
    return { tenantId, contractId, input, other: { ...input, evidence: [{ document: "凭证2" }] } };
  },
  subjectOf: ({ eventId }) => eventId,
  refusals: [
    unknownContract,
    stillDraft,
    {
      why: "no such obligation",
      code: "notFound",
      arrange: (_world, { input }) => ({ ...input, key: "payment.t9" }),
    },
    ...["payment.t1", "invoice.t1", "bond.bond"].map(
      (key): Refusal => ({
        why: `${key}, which has commands of its own`,
        code: "conflict",
        arrange: (_world, { input }) => ({ ...input, key }),
      }),
    ),
    ...["deliverable.plan", "report.progress.01", "plan.final.o1"].map(
      (key): Refusal => ({
        why: `${key}, which is handed in`,
        code: "conflict",
        arrange: async (world, { input }) => {
          const contractId = await seedWork(world, "NO 3");
          const store = world.platform.tenant(tenantId);
          const known = await store.getObligation(contractId, "deliverable.plan");
          if (known === undefined) throw new Error("no obligation");
          const plan = { ...known.obligation, key: "plan.final.o1", kind: "plan" as const };
          await store.commit([{ change: "putObligation", stored: { ...known, obligation: plan } }]);
          return { ...input, contractId, key };
        },
      }),
    ),
    invalid("evidence that was not uploaded", "/evidence/0/file", (input) => ({
      ...input,
      evidence: [{ file: hashOf("f") }],
    })),
    {
      why: "it goes on",
      code: "conflict",
      arrange: (_world, { input }) => ({ ...input, key: "service.watch" }),
    },
    {
      why: "it has been fulfilled already",
      code: "conflict",
      arrange: async (world, { input }) => {
        await run(world, fulfilObligation, member(tenantId, "finance"), tenantId, input);
        return input;
      },
    },
    invalid("no evidence", "/evidence", (input) => ({ ...input, evidence: [] })),
    invalid("a date that does not exist", "/on", (input) => ({ ...input, on: "2026-02-30" })),
    invalid("a date after today", "/on", (input) => ({ ...input, on: "2026-06-02" })),
    invalid("a date and an instant", "/at", (input) => ({
      ...input,
      on: "2026-06-01",
      at: "2026-06-01T09:00:00+08:00",
    })),
    invalid("half a piece", "/quantity", (input) => ({ ...input, quantity: 0.5 })),
  ],
});

export const eventRows: readonly Row[] = [record, correct, withdraw, fulfil];
