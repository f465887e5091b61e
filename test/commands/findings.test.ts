import { findingSeveritySchema } from "@luyue/core/finding";
import { amendContract, closeContract, endContract } from "@luyue/usecases/contract";
import {
  answerFindings,
  extendFinding,
  handOutFindings,
  listFindings,
  putUnit,
  reopenFinding,
  withdrawFinding,
} from "@luyue/usecases/finding";
import { fulfilObligation } from "@luyue/usecases/obligation";
import { expect, it } from "vitest";
import { listAll } from "./dump-platform.ts";
import { refusalOf } from "./expect-refusal.ts";
import { bring, rowFor, seedFindings, seedUnits, tenantId } from "./finding-seed.ts";
import { intercept } from "./intercept.ts";
import { onBoth } from "./on-engine.ts";
import { member, partner, strangePartner } from "./people.ts";
import { createRecorder, isReminder, recipientOf, stepOf, workAt } from "./reminding.ts";
import { addressOf, run, seedTenant, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const manager = member(tenantId, "contractManager");

async function open(world: World) {
  await seedTenant(world, tenantId, { roles: ["contractManager", "acceptor", "finance"], webhooks: 1 });
  return seedUnits(world);
}

async function obligationsOf(world: World, contractId: string) {
  const state = await world.platform.tenant(tenantId).loadContract(contractId);
  return (state?.obligations ?? [])
    .map(({ obligation }) => obligation)
    .filter(({ kind }) => kind === "finding")
    .map(({ title, dueOn, findings, waitingFor, fulfilment }) => ({
      title: title.zh,
      dueOn,
      findings,
      holder: waitingFor.map(({ holder }) => holder),
      done: fulfilment !== undefined,
    }));
}

/** The tallies that are stored, and what a count of the findings says. */
async function compareTallies(world: World, contractId: string) {
  const store = world.platform.tenant(tenantId);
  const findings = await listAll((page) => store.listFindings(contractId, {}, page));
  const tallies = (await store.loadContract(contractId))?.work.tallies ?? [];
  const counted = tallies.flatMap(({ unitId, dueOn, counts }) =>
    findingSeveritySchema.options.flatMap((severity) =>
      Object.entries<number>({ ...counts[severity] }).flatMap(([state, many]) =>
        Array.from({ length: many }, () => `${unitId} ${dueOn} ${severity} ${state}`),
      ),
    ),
  );
  const anew = findings
    .filter(({ state }) => state !== "withdrawn")
    .map(({ unitId, dueOn, severity, state }) => `${unitId} ${dueOn} ${severity} ${state}`);
  expect(counted.toSorted()).toEqual(anew.toSorted());
  return findings;
}

onBoth("the findings of a unit", (openWorld) => {
  it("are one obligation a day, in the hands of whoever has to act, and done once all are closed", async () => {
    const world = await openWorld();
    const { contractId, own, vendors } = await open(world);
    const ids = await seedFindings(world, contractId, [rowFor(own), rowFor(own), rowFor(vendors)]);
    const title = "隐患整改反馈：信息中心（2项）";
    const of = async () => (await obligationsOf(world, contractId)).find((each) => each.title === title);
    const both = ids.slice(0, 2);
    const none = { open: 0, answered: 0, approved: 0, closed: 0 };
    expect(await of()).toMatchObject({ dueOn: "2026-06-30", findings: { ...none, open: 2 }, holder: [] });
    await bring(world, contractId, both.slice(0, 1), "answered");
    expect(await of()).toMatchObject({ findings: { ...none, open: 1, answered: 1 }, holder: [] });
    await bring(world, contractId, both.slice(1), "closed");
    expect(await of()).toMatchObject({ findings: { ...none, answered: 1, closed: 1 }, holder: ["buyer"] });
    const findings = await compareTallies(world, contractId);
    expect(findings.map(({ number }) => number)).toEqual([1, 2, 3]);
    await bring(world, contractId, ids.slice(2), "closed");
    expect((await obligationsOf(world, contractId)).filter(({ done }) => done)).toHaveLength(1);
    const reopen = { contractId, findingId: ids[2], reason: "误销号" };
    await run(world, reopenFinding, manager, tenantId, reopen);
    expect((await obligationsOf(world, contractId)).map(({ done }) => done)).toEqual([false, false]);
  });

  it("move to the day of an extension, and away when they are taken back", async () => {
    const world = await openWorld();
    const { contractId, own } = await open(world);
    const [first, second] = await seedFindings(world, contractId, [rowFor(own), rowFor(own)]);
    const more = { contractId, findingId: first, dueOn: "2026-07-15", reason: "系统升级" };
    await run(world, extendFinding, manager, tenantId, more);
    expect((await obligationsOf(world, contractId)).map(({ title, dueOn }) => [title, dueOn])).toEqual([
      ["隐患整改反馈：信息中心（1项）", "2026-06-30"],
      ["隐患整改反馈：信息中心（1项）", "2026-07-15"],
    ]);
    const back = { contractId, findingId: second, reason: "误发" };
    await run(world, withdrawFinding, manager, tenantId, back);
    expect((await obligationsOf(world, contractId)).map(({ dueOn }) => dueOn)).toEqual(["2026-07-15"]);
    await compareTallies(world, contractId);
    expect(await seedFindings(world, contractId, [rowFor(own)])).toHaveLength(1);
    const findings = await compareTallies(world, contractId);
    expect(findings.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it("are numbered without holes or doubles, however many are handed out at the same time", async () => {
    const world = await openWorld();
    const { contractId, own, vendors } = await open(world);
    const input = (unitId: string, many: number) => ({
      contractId,
      findings: Array.from({ length: many }, () => rowFor(unitId)),
    });
    await Promise.all([
      run(world, handOutFindings, manager, tenantId, input(own, 7)),
      run(world, handOutFindings, manager, tenantId, input(vendors, 90)),
      run(world, handOutFindings, manager, tenantId, input(own, 3)),
    ]);
    const findings = await compareTallies(world, contractId);
    const numbers = findings.map(({ number }) => number).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
  });

  it("are as answered once, however many answer at the same time", async () => {
    const world = await openWorld();
    const { contractId, vendors } = await open(world);
    const findingIds = await seedFindings(world, contractId, [rowFor(vendors), rowFor(vendors)]);
    const answers = [manager, member(tenantId, "acceptor"), partner].map((actor) =>
      run(world, answerFindings, actor, tenantId, { contractId, findingIds, note: "已改" }),
    );
    const settled = await Promise.allSettled(answers);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const findings = await compareTallies(world, contractId);
    expect(findings.map(({ steps }) => steps.length)).toEqual([2, 2]);
  });

  it("are taken further forty at a time, though each is of another day", async () => {
    const world = await openWorld();
    const { contractId, own } = await open(world);
    const rows = Array.from({ length: 40 }, (_, at) => {
      return rowFor(own, { dueOn: `2026-07-${`${(at % 31) + 1}`.padStart(2, "0")}`, title: `第${at}项` });
    });
    const spread = rows.map((row, at) => (at < 31 ? row : { ...row, dueOn: `2026-08-${10 + at - 31}` }));
    const ids = await seedFindings(world, contractId, spread);
    await bring(world, contractId, ids, "closed");
    await compareTallies(world, contractId);
    const obligations = await obligationsOf(world, contractId);
    expect([obligations.length, obligations.every(({ done }) => done)]).toEqual([40, true]);
    const head = await world.platform.tenant(tenantId).getContract(contractId);
    expect(head).not.toHaveProperty("derivation");
  });

  it("are looked at for their size before any file of theirs is", async () => {
    const world = await openWorld();
    const { contractId, own } = await open(world);
    const looked: string[] = [];
    const platform = intercept(world.platform, (operation, call) => {
      looked.push(operation);
      return call();
    });
    const evidence = (at: number) =>
      Array.from({ length: 20 }, (_, n) => ({ file: `sha256-${String(at * 20 + n).padStart(64, "0")}` }));
    const refusedFor = async (findings: readonly object[]) => {
      const refusal = await refusalOf(
        run({ ...world, platform }, handOutFindings, manager, tenantId, { contractId, findings }),
      );
      return refusal.faults.map(({ path, reason }) => `${path} ${reason.en}`);
    };
    const many = Array.from({ length: 26 }, (_, at) => rowFor(own, { evidence: evidence(at) }));
    expect(await refusedFor(many)).toEqual([expect.stringMatching(/^\/findings 520 different files/)]);
    const large = Array.from({ length: 60 }, () =>
      rowFor(own, { demand: "整".repeat(2000), evidence: evidence(1) }),
    );
    expect(await refusedFor(large)).toEqual([expect.stringMatching(/^\/findings \d+ bytes at a time/)]);
    expect(looked).toContain("loadContract");
    expect(looked).not.toContain("getFiles");
  });

  it("stay owed through an amendment, go with an early end, and keep a contract from being closed unnoticed", async () => {
    const world = await openWorld();
    const { contractId, own } = await open(world);
    await seedFindings(world, contractId, [rowFor(own)]);
    const terms = termsOf("NO 1", { name: "补充后的合同" });
    const amendment = { contractId, terms, from: "2026-06-01", reason: "更名" };
    await run(world, amendContract, manager, tenantId, amendment);
    expect(await obligationsOf(world, contractId)).toHaveLength(1);
    const refused = await refusalOf(run(world, closeContract, manager, tenantId, { contractId }));
    expect(refused.reason.zh).toContain("；1 项安全隐患未销号。如仍要关闭");
    const fulfil = { contractId, key: `finding.${own}-20260630`, evidence: [{ note: "口头" }] };
    const word = await refusalOf(run(world, fulfilObligation, manager, tenantId, fulfil));
    expect([word.code, word.reason.en]).toEqual(["conflict", expect.stringContaining("finding.answer")]);
    const end = { contractId, on: "2026-06-01", price: "0.00", reason: "协商解除" };
    await run(world, endContract, manager, tenantId, end);
    expect(await obligationsOf(world, contractId)).toEqual([]);
    const close = (input: object = {}) =>
      run(world, closeContract, manager, tenantId, { contractId, ...input });
    expect((await refusalOf(close())).reason.en).toContain("still open: 1 findings not closed.");
    const more = { contractId, findings: [rowFor(own)] };
    const late = await refusalOf(run(world, handOutFindings, manager, tenantId, more));
    expect(late.reason.zh).toBe("合同已提前终止");
  });

  it("are listed for the vendor of the contract, and for no other", async () => {
    const world = await openWorld();
    const { contractId, own, vendors } = await open(world);
    await seedFindings(world, contractId, [rowFor(own), rowFor(vendors)]);
    const store = world.platform.tenant(tenantId);
    const read = (actor: typeof partner | typeof strangePartner) =>
      listFindings({ store, actor, runtime: world.runtime }, contractId, {}, { limit: 10 });
    expect((await read(partner)).items.map(({ unit }) => unit?.name)).toEqual(["信息中心", "乙方运维组"]);
    expect((await refusalOf(read(strangePartner))).code).toBe("notFound");
  });
});

onBoth("reminders of findings", (openWorld) => {
  const team = addressOf("contractManager", tenantId);
  const told = [
    team,
    addressOf("acceptor", tenantId),
    "wang@unit.example",
    addressOf("lead.vendor", tenantId),
    "webhook",
  ];

  async function sentOn(world: World, day: string) {
    const recorder = createRecorder();
    expect((await workAt(world, recorder, day, "09:00")).failed).toEqual([]);
    return recorder.sent.filter(isReminder).filter(({ reminder }) => {
      return reminder?.obligationKey.startsWith("finding.");
    });
  }

  it("go to the unit's contacts besides the usual people, once however many findings there are", async () => {
    const world = await openWorld();
    const { contractId, own } = await open(world);
    await seedFindings(
      world,
      contractId,
      Array.from({ length: 12 }, () => rowFor(own)),
    );
    const sent = await sentOn(world, "2026-06-23");
    expect(sent.map(stepOf)).toEqual(told.map(() => "2026-06-30 lead-7"));
    expect(sent.map(recipientOf).toSorted()).toEqual(told.toSorted());
  });

  it("go to the contacts that a unit has by then", async () => {
    const world = await openWorld();
    const { contractId, own } = await open(world);
    await seedFindings(world, contractId, [rowFor(own)]);
    const contacts = [{ name: "李工", email: "li@unit.example", language: "en" }];
    const unit = { contractId, unitId: own, name: "信息化处", side: "buyer", contacts };
    await run(world, putUnit, manager, tenantId, unit);
    const sent = await sentOn(world, "2026-06-23");
    const people = told.map((each) => (each === "wang@unit.example" ? "li@unit.example" : each));
    expect(sent.map(recipientOf).toSorted()).toEqual(people.toSorted());
  });

  it("say how many are to be answered, and by when, each in the language of whom they go to", async () => {
    const world = await openWorld();
    const { contractId, own } = await open(world);
    const rows = [rowFor(own), rowFor(own), rowFor(own)];
    const ids = await seedFindings(world, contractId, rows);
    await bring(world, contractId, ids.slice(0, 1), "answered");
    await bring(world, contractId, ids.slice(1, 2), "closed");
    const contacts = [{ name: "Li", email: "li@unit.example", language: "en" }];
    const unit = { contractId, unitId: own, name: "信息中心", side: "buyer", contacts };
    await run(world, putUnit, manager, tenantId, unit);
    const sent = await sentOn(world, "2026-06-23");
    const findings = { open: 1, answered: 1, approved: 0, closed: 1 };
    const title = { zh: "隐患整改反馈：信息中心（3项）", en: "Findings to answer: 信息中心 (3)" };
    const counted = { obligation: { title, findings, debtor: "buyer", dueOn: "2026-06-30" } };
    expect(sent.map(({ payload }) => payload)).toMatchObject(sent.map(() => counted));
    const english = sent.find(({ to }) => to.channel === "email" && to.address === "li@unit.example");
    expect(english?.payload).toMatchObject({ recipient: { name: "Li", language: "en", side: "buyer" } });
  });

  it("go on every working day while one lacks an answer, and no more than now and then once others have to act", async () => {
    const world = await openWorld();
    const { contractId, own } = await open(world);
    const ids = await seedFindings(world, contractId, [rowFor(own)]);
    expect((await sentOn(world, "2026-07-01")).map(stepOf)[0]).toBe("2026-06-30 overdue-1");
    await bring(world, contractId, ids, "approved");
    expect(await sentOn(world, "2026-07-02")).toEqual([]);
    const waiting = await sentOn(world, "2026-07-07");
    expect(waiting.map(stepOf)[0]).toBe("2026-06-30 waiting-1");
  });
});
