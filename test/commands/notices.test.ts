import { createCalendar } from "@luyue/core/calendar";
import type { Obligation } from "@luyue/core/obligation";
import { defaultReminderSettings, type NoticeMessage } from "@luyue/core/reminder";
import type { StoredObligation } from "@luyue/usecases/contract";
import type { Change } from "@luyue/usecases/runtime";
import { correctEvent } from "@luyue/usecases/event";
import { rejectInvoice, submitInvoice } from "@luyue/usecases/invoice";
import { requestPayment } from "@luyue/usecases/payment";
import { proposePenalty } from "@luyue/usecases/penalty";
import { noticesOfDerivation, type OutboxEntry } from "@luyue/usecases/reminder";
import { describe, expect, it } from "vitest";
import { Crash, crashAt, intercept } from "./intercept.ts";
import { onBoth } from "./on-engine.ts";
import { payOf } from "./paying.ts";
import { member, partner } from "./people.ts";
import { createRecorder, type Recorder, recipientOf, workAt } from "./reminding.ts";
import { addressOf, run, seedActive, seedTenant, termsOf } from "./seed.ts";
import { rows, arrange as arrangeRow } from "./rows.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const vendorLead = addressOf("lead.vendor", tenantId);
const finance = addressOf("finance", tenantId);
const manager = addressOf("contractManager", tenantId);

const isNotice = ({ type, to }: OutboxEntry) => type.startsWith("notice.") && to.channel !== "webhook";

/** What is told of at an hour of a day: `event: to whom`. */
async function told(world: World, recorder: Recorder, day: string, time = "10:30"): Promise<string[]> {
  const before = recorder.sent.length;
  await workAt(world, recorder, day, time);
  const sent = recorder.sent.slice(before).filter(isNotice);
  const events = [...new Set(sent.map(({ type }) => type.slice("notice.".length)))].toSorted();
  return events.map((event) => {
    const people = sent.filter(({ type }) => type === `notice.${event}`).map(recipientOf);
    return `${event}: ${people.toSorted().join(", ")}`;
  });
}

async function open(world: World) {
  await seedTenant(world, tenantId, { roles: ["finance", "contractManager"], webhooks: 1 });
  const { contractId, eventId } = await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
  const recorder = createRecorder();
  await workAt(world, recorder, "2026-06-01", "10:00");
  return { contractId, eventId, recorder };
}

onBoth("what has happened", (openWorld) => {
  it("with an invoice: handed in, the agency's turn; rejected, the vendor's", async () => {
    const world = await openWorld();
    const { contractId, recorder } = await open(world);
    const invoice = {
      contractId,
      of: "t1",
      number: "26312000000012345678",
      issuedOn: "2026-06-01",
      amount: "1000.00",
    };
    const { id } = (await run(world, submitInvoice, partner, tenantId, invoice)).answer;
    expect(await told(world, recorder, "2026-06-01")).toEqual([`waitingForYou: ${manager}, ${finance}`]);
    const reject = { contractId, invoiceId: id, reason: "抬头有误" };
    await run(world, rejectInvoice, member(tenantId, "finance"), tenantId, reject);
    expect(await told(world, recorder, "2026-06-01")).toEqual([`invoiceRejected: ${vendorLead}`]);
    // A webhook has the commands, and no notice of what they did.
    const posted = recorder.sent.filter(({ to }) => to.channel === "webhook").map(({ type }) => type);
    expect(posted).toEqual(expect.arrayContaining(["invoice.submit", "invoice.reject"]));
    expect(posted.filter((type) => type.startsWith("notice."))).toEqual([]);
    expect(recorder.sent.findLast(isNotice)?.payload).toMatchObject({
      event: "invoiceRejected",
      contract: { number: "NO 1" },
      rows: expect.arrayContaining([
        { label: { zh: "理由", en: "Reason" }, value: { zh: "抬头有误", en: "抬头有误" } },
      ]) as unknown,
      link: expect.stringContaining(`/contracts/${contractId}#`) as unknown,
    });
  });

  it("with a payment: asked for, told to those who may approve it but not to who asked; made, to the vendor", async () => {
    const world = await openWorld();
    const { contractId, recorder } = await open(world);
    const own = await world.platform.tenant(tenantId).getMember("contractManager");
    const asking = { ...member(tenantId, "contractManager"), id: own?.id ?? "" };
    await run(world, requestPayment, asking, tenantId, { contractId, of: "t1", amount: "400.00" });
    expect(await told(world, recorder, "2026-06-01")).toEqual([`waitingForYou: ${finance}`]);
    const other = await seedActive(world, tenantId, termsOf("NO 2"), "2026-06-01");
    await payOf(world, tenantId, other.contractId, "t1", "1000.00", "2026-06-01");
    expect(await told(world, recorder, "2026-06-01")).toContain(`paymentPaid: ${vendorLead}`);
  });

  it("with a penalty: proposed, to the vendor with its arithmetic and until when to answer", async () => {
    const world = await openWorld();
    const { contractId, recorder } = await open(world);
    const input = { contractId, title: "迟延", amount: "10.00", clause: "第九条", reason: "迟延一天" };
    await run(world, proposePenalty, member(tenantId, "finance"), tenantId, input);
    expect(await told(world, recorder, "2026-06-01")).toEqual([`penaltyProposed: ${vendorLead}`]);
    const { rows: facts = [] } = (recorder.sent.findLast(isNotice)?.payload ?? {}) as Partial<NoticeMessage>;
    expect(facts.map(({ label }) => label.zh)).toEqual(["金额", "计算", "理由", "答复截止"]);
  });

  it("with a date: moved after people were told of it, and not before", async () => {
    const world = await openWorld();
    const { contractId, eventId, recorder } = await open(world);
    const correct = (on: string) => {
      const input = { contractId, eventId, event: { kind: "signed", on }, reason: "日期有误" };
      return run(world, correctEvent, member(tenantId, "finance"), tenantId, input);
    };
    await correct("2026-05-31");
    expect(await told(world, recorder, "2026-06-01")).toEqual([
      `dateChanged: ${manager}, ${finance}, ${vendorLead}`,
    ]);
    expect(recorder.sent.findLast(isNotice)?.payload).toMatchObject({
      rows: [{ value: { zh: "2026-07-01 → 2026-06-30" } }],
    });
    const quiet = await seedActive(world, tenantId, termsOf("NO 2", {}, 200), "2026-06-01");
    const input = { ...quiet, event: { kind: "signed", on: "2026-05-31" }, reason: "日期有误" };
    await run(world, correctEvent, member(tenantId, "finance"), tenantId, input);
    expect(await told(world, recorder, "2026-06-01", "10:40")).toEqual([]);
    const hooks = recorder.sent.filter(
      ({ type, to }) => to.channel === "webhook" && type === "notice.dateChanged",
    );
    expect(hooks).toHaveLength(1);
  });

  it("reaches nobody twice, whenever the sender dies", async () => {
    const world = await openWorld();
    const { contractId, recorder } = await open(world);
    let crashed = true;
    for (let n = 1; crashed; n += 1) {
      const invoice = {
        contractId,
        of: "t1",
        number: `263120000000${10_000_000 + n}`,
        issuedOn: "2026-06-01",
        amount: "10.00",
      };
      await run(world, submitInvoice, partner, tenantId, invoice);
      const before = recorder.sent.length;
      const crash = crashAt(n, "after");
      const mortal = { ...world, platform: intercept(world.platform, crash.around) };
      const [hour, minute] = [11 + Math.floor(n / 10), (n % 10) * 6];
      const time = (more: number) => `${hour}:${`${minute + more}`.padStart(2, "0")}`;
      await workAt(mortal, recorder, "2026-06-01", time(0)).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      crashed = crash.crashed();
      await workAt(world, recorder, "2026-06-01", time(3));
      const ids = new Map(
        recorder.sent
          .slice(before)
          .filter(isNotice)
          .map((entry) => [entry.id, recipientOf(entry)]),
      );
      expect([...ids.values()].toSorted()).toEqual([manager, finance]);
    }
  });
});

onBoth("each command that others wait for", (openWorld) => {
  const waiting: readonly (readonly [command: string, event: string])[] = [
    ["deliverable.submit", "waitingForYou"],
    ["deliverable.return", "deliverableReturned"],
    ["score.settle", "scoreFinal"],
    ["acceptance.apply", "waitingForYou"],
    ["acceptance.conclude", "acceptancePassed"],
    ["acceptance.object", "acceptanceFailed"],
    ["penalty.answer", "waitingForYou"],
    ["payment.pay", "paymentPaid"],
  ];
  it.each(waiting)("%s puts `%s` to be told", async (command, event) => {
    const world = await openWorld();
    const row = rows.find(({ name }) => name === command);
    if (row === undefined) throw new Error(`no row of ${command}`);
    const { input } = await arrangeRow(world, row);
    const store = world.platform.tenant(tenantId);
    const known = new Set((await store.listOutbox({ limit: 200 })).items.map(({ id }) => id));
    await row.execute(world, row.actor(tenantId), tenantId, input);
    const fresh = (await store.listOutbox({ limit: 200 })).items.filter(({ id }) => !known.has(id));
    const notices = fresh.filter(({ to }) => to.channel === "people").map(({ type }) => type);
    expect(notices).toContain(`notice.${event}`);
  });
});

describe("what a derivation brings", () => {
  const stored = (obligation: Obligation, remindAt?: string): StoredObligation => ({
    tenantId,
    contractId: "ctr_1",
    vendorId: "ven_1",
    contractNumber: "NO 1",
    contractName: "合同",
    buyerName: "甲",
    vendorName: "乙",
    obligation,
    knownOn: "2026-05-01",
    ...(remindAt === undefined ? {} : { remindAt }),
  });
  const owed: Obligation = {
    key: "payment.t1",
    kind: "payment",
    shape: "single",
    title: { zh: "首付款", en: "first payment" },
    debtor: "buyer",
    dueOn: "2026-07-01",
    waitingFor: [],
    explanation: { steps: [], provisionalYears: [] },
    fulfilledBy: [],
  };
  const surroundings = { calendar: createCalendar(), reminders: defaultReminderSettings };
  const now = "2026-06-10T10:00:00+08:00";
  const put = (obligation: Obligation): Change => ({ change: "putObligation", stored: stored(obligation) });
  const tell = (changes: readonly Change[], known: readonly StoredObligation[]) =>
    noticesOfDerivation(changes, known, surroundings, now).map(({ event, sides, title }) => [
      event,
      sides,
      title.zh,
    ]);
  const [early, later] = ["2026-06-01T09:00:00+08:00", "2026-06-17T09:00:00+08:00"];

  it("is a right that has arisen, told to whose it is", () => {
    const right: Obligation = {
      ...owed,
      key: "terms.x",
      kind: "right",
      title: { zh: "解除权", en: "right" },
    };
    expect(tell([put(right)], [])).toEqual([["rightArisen", ["buyer"], "解除权"]]);
    expect(tell([put(right)], [stored(right)])).toEqual([]);
    expect(tell([put(owed)], [])).toEqual([]);
  });

  it("is a reminder withdrawn, where somebody was reminded of what is no longer there", () => {
    const gone: Change = { change: "deleteObligation", contractId: "ctr_1", key: owed.key };
    const both = ["buyer", "vendor"];
    expect(tell([gone], [stored(owed, later)])).toEqual([["reminderWithdrawn", both, "首付款"]]);
    expect(tell([gone], [stored(owed, early)])).toEqual([]);
    const done = { ...owed, fulfilment: { eventId: "e", on: "2026-06-09" } };
    expect(tell([gone], [stored(done)])).toEqual([]);
  });

  it("is what one side alone still holds, told to that side once", () => {
    const gate = (event: "acceptancePassed" | "invoiceReceived", holder: "buyer" | "vendor") =>
      ({ event, holder, label: { zh: event, en: event } }) as const;
    const two = {
      ...owed,
      waitingFor: [gate("acceptancePassed", "buyer"), gate("invoiceReceived", "vendor")],
    };
    const one = { ...owed, waitingFor: [gate("invoiceReceived", "vendor")] };
    expect(tell([put(one)], [stored(two)])).toEqual([["waitingForYou", ["vendor"], "首付款"]]);
    expect(tell([put(one)], [stored(one)])).toEqual([]);
    expect(tell([put(two)], [stored(owed)])).toEqual([]);
    expect(tell([put(owed)], [stored(one)])).toEqual([]);
  });

  it("is one notice for many dates that have moved, of which it names thirty", () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ ...owed, key: `payment.t${index}` }));
    const changes = many.map((each) => put({ ...each, dueOn: "2026-07-02" }));
    const [notice, ...more] = noticesOfDerivation(
      changes,
      many.map((each) => stored(each, later)),
      surroundings,
      now,
    );
    expect([notice?.event, notice?.title.zh, more]).toEqual(["dateChanged", "首付款等40项", []]);
    expect(notice?.rows).toHaveLength(31);
    expect(notice?.rows.at(-1)?.value.zh).toBe("10项");
  });
});
