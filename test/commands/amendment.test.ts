import { instantAt } from "@luyue/core/civil-date";
import type { ContractTerms } from "@luyue/core/contract";
import type { Money } from "@luyue/core/money";
import type { Obligation } from "@luyue/core/obligation";
import { amendContract, withdrawAmendment } from "@luyue/usecases/contract";
import { recordEvent } from "@luyue/usecases/event";
import { listTermsVersions } from "@luyue/usecases/query";
import { sweepReminders } from "@luyue/usecases/reminder";
import { expect, it } from "vitest";
import { Crash, crashAt, intercept } from "./intercept.ts";
import { onBoth } from "./on-engine.ts";
import { payOf } from "./paying.ts";
import { member } from "./people.ts";
import { run, seedActive, seedTenant, termsOf } from "./seed.ts";
import { acceptWork, uploadFile } from "./work-seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const reason = "补充协议";

/** One tranche of the whole price, due `days` after signing. */
function worth(total: Money, days = 30, more: Partial<ContractTerms> = {}): ContractTerms {
  const terms = termsOf("NO 1", { price: { total }, ...more }, days);
  const tranches = terms.tranches.map((each) => ({
    ...each,
    amount: { amount: "fixed", value: total } as const,
  }));
  return { ...terms, tranches };
}

/** A report of each calendar month or quarter of the term. */
function reports(period: "month" | "quarter"): Partial<ContractTerms> {
  const span = { span: "term", term: "main" } as const;
  return {
    reports: [
      {
        key: "progress",
        title: { zh: "进度报告", en: "progress report" },
        schedule: { schedule: "every", period, span, from: "calendar" },
      },
    ],
  };
}

/** The contract of these terms, signed on 2026-06-01, and what can be done with it. */
async function arrange(world: World, terms: ContractTerms) {
  await seedTenant(world, tenantId, { webhooks: 0 });
  const { contractId } = await seedActive(world, tenantId, terms, "2026-06-01");
  const store = world.platform.tenant(tenantId);
  const load = async () => {
    const state = await store.loadContract(contractId);
    if (state === undefined) throw new Error("no contract");
    return state;
  };
  const amend = (next: ContractTerms, from: string, more: object = {}) =>
    run(world, amendContract, manager, tenantId, { contractId, terms: next, from, reason, ...more });
  const sweepAt = async (day: string, time: string) => {
    world.runtime.setNow(instantAt(day, time));
    const { contracts, failed } = await sweepReminders(world.platform, world.runtime);
    expect(failed).toEqual([]);
    return contracts;
  };
  const obligation = async (key: string): Promise<Obligation | undefined> =>
    (await load()).obligations.find((each) => each.obligation.key === key)?.obligation;
  const keys = async () => (await load()).obligations.map((each) => each.obligation.key).toSorted();
  const versions = () => listTermsVersions(store, member(tenantId, "auditor"), contractId);
  return { contractId, store, load, amend, sweepAt, obligation, keys, versions };
}

onBoth("an amendment", (openWorld) => {
  it("for a later day is stored beside the present terms, which hold until then", async () => {
    const { load, amend, sweepAt, obligation, versions } = await arrange(await openWorld(), worth("1000.00"));
    const buyer = { name: "更名单位" };
    const later = worth("1100.00", 45, { name: "改名", parties: { ...worth("1.00").parties, buyer } });
    const { answer } = await amend(later, "2026-07-01");
    expect(answer).toMatchObject({ termsVersion: 2 });
    for (const [day, time] of [
      ["2026-06-01", "10:00"],
      ["2026-06-30", "23:59"],
    ] as const) {
      await sweepAt(day, time);
      const { contract, terms } = await load();
      expect(contract).toMatchObject({
        name: "网络安全服务合同",
        total: "1000.00",
        termsVersion: 1,
        pending: { version: 2, from: "2026-07-01" },
      });
      expect(terms).toMatchObject({ version: 1, terms: worth("1000.00") });
      expect(await obligation("payment.t1")).toMatchObject({ amount: "1000.00", dueOn: "2026-07-01" });
    }
    expect(await versions()).toMatchObject([
      { version: 1, terms: { name: "网络安全服务合同" } },
      { version: 2, from: "2026-07-01", reason, terms: { name: "改名" } },
    ]);
  });

  it("takes its place on its day, once", async () => {
    const { load, amend, sweepAt, versions } = await arrange(await openWorld(), worth("1000.00"));
    const buyer = { name: "更名单位" };
    const later = worth("1100.00", 45, { name: "改名", parties: { ...worth("1.00").parties, buyer } });
    await amend(later, "2026-07-01");
    const { version: before } = (await load()).contract;
    expect(await sweepAt("2026-07-01", "01:00")).toBe(1);
    const { contract, terms, obligations } = await load();
    expect(contract).toMatchObject({
      name: "改名",
      buyerName: "更名单位",
      total: "1100.00",
      termsVersion: 2,
    });
    expect(contract).not.toHaveProperty("pending");
    expect(terms).toMatchObject({ version: 2, from: "2026-07-01", terms: later });
    const [payment] = obligations.filter((each) => each.obligation.key === "payment.t1");
    expect(payment).toMatchObject({
      contractName: "改名",
      buyerName: "更名单位",
      obligation: { amount: "1100.00", dueOn: "2026-07-16" },
    });
    expect(await sweepAt("2026-07-01", "01:30")).toBe(0);
    expect((await load()).contract.version).toBe(contract.version);
    expect(contract.version).toBeGreaterThanOrEqual(before);
    expect(await versions()).toHaveLength(2);
  });

  it("is taken with whatever happens first on its day, before the scheduled work", async () => {
    const world = await openWorld();
    const { contractId, load, amend, sweepAt, obligation } = await arrange(world, worth("1000.00"));
    await amend(worth("1100.00", 45), "2026-07-01");
    world.runtime.setNow(instantAt("2026-07-01", "00:10"));
    const event = { kind: "filed", on: "2026-07-01" };
    await run(world, recordEvent, manager, tenantId, { contractId, event });
    expect(await obligation("payment.t1")).toMatchObject({ amount: "1100.00", dueOn: "2026-07-16" });
    await sweepAt("2026-07-01", "01:00");
    expect((await load()).contract).toMatchObject({ total: "1100.00", termsVersion: 2 });
    expect(await obligation("payment.t1")).toMatchObject({ amount: "1100.00", dueOn: "2026-07-16" });
  });

  it("that is large is taken in the end, wherever the work of its day is cut short", async () => {
    const after = { anchor: "event", event: "signed" } as const;
    const services = Array.from({ length: 100 }, (_, index) => ({
      key: `s${index}`,
      title: { zh: `服务${index}`, en: `service ${index}` },
      schedule: { schedule: "once", due: { rule: "within", count: 60, unit: "day", after } } as const,
    }));
    for (const n of [1, 2]) {
      const world = await openWorld();
      const { load, amend, sweepAt } = await arrange(world, worth("1000.00"));
      await amend(worth("1100.00", 45, { services }), "2026-07-01");
      expect((await load()).obligations).toHaveLength(1);
      world.runtime.setNow(instantAt("2026-07-01", "01:00"));
      const crash = crashAt(n, n === 1 ? "after" : "before", (operation) => operation === "commit");
      const mortal = intercept(world.platform, crash.around);
      const { failed } = await sweepReminders(mortal, world.runtime);
      expect(failed.map(({ error }) => error instanceof Crash)).toContain(true);
      expect((await load()).contract).toMatchObject({ termsVersion: 1, pending: { version: 2 } });
      await sweepAt("2026-07-01", "01:05");
      const { contract, obligations } = await load();
      expect(contract).toMatchObject({ termsVersion: 2, total: "1100.00" });
      expect(contract).not.toHaveProperty("pending");
      expect(obligations).toHaveLength(101);
    }
  });

  it("is taken back before its day, and leaves its number to the next one", async () => {
    const world = await openWorld();
    const { contractId, load, amend, sweepAt, obligation, versions } = await arrange(world, worth("1000.00"));
    await amend(worth("1100.00", 45), "2026-07-01");
    await run(world, withdrawAmendment, manager, tenantId, { contractId, reason: "未签署" });
    expect((await load()).contract).not.toHaveProperty("pending");
    expect((await load()).versions).toMatchObject([{ version: 1 }]);
    expect(await versions()).toMatchObject([{ version: 1 }]);
    expect(await sweepAt("2026-07-01", "01:00")).toBe(0);
    expect(await obligation("payment.t1")).toMatchObject({ amount: "1000.00", dueOn: "2026-07-01" });
    await amend(worth("900.00"), "2026-07-01", { reason: "减少服务" });
    expect((await load()).contract).toMatchObject({ termsVersion: 2, total: "900.00" });
    expect(await versions()).toMatchObject([
      { version: 1 },
      { version: 2, reason: "减少服务", terms: { price: { total: "900.00" } } },
    ]);
  });

  it("makes quarterly reports of monthly ones: those before it stay, as does what was done", async () => {
    const world = await openWorld();
    const start = worth("1000.00", 30, reports("month"));
    const { contractId, amend, sweepAt, obligation, keys } = await arrange(world, start);
    const reportsOf = async () => (await keys()).filter((key) => key.startsWith("report."));
    expect(await reportsOf()).toHaveLength(13);
    await uploadFile(world);
    await acceptWork(world, contractId, "report.progress.2026-06");
    const june = await obligation("report.progress.2026-06");
    await amend(worth("1000.00", 30, reports("quarter")), "2026-10-01");
    expect(await reportsOf()).toHaveLength(13);
    await sweepAt("2026-10-01", "01:00");
    expect(await reportsOf()).toEqual([
      ...["2026-06", "2026-07", "2026-08", "2026-09", "2026-Q4"].map((each) => `report.progress.${each}`),
      ...["2027-Q1", "2027-Q2"].map((each) => `report.progress.${each}`),
    ]);
    expect(await obligation("report.progress.2026-06")).toEqual(june);
    expect(june?.fulfilment?.on).toBe("2026-06-01");
    expect(await obligation("report.progress.2026-09")).toMatchObject({ dueOn: "2026-09-30" });
  });

  it("keeps what was paid: of a dearer tranche more is owed, of a cheaper one too much was paid", async () => {
    const world = await openWorld();
    const { contractId, amend, obligation } = await arrange(world, worth("1000.00"));
    await payOf(world, tenantId, contractId, "t1", "400.00", "2026-06-01");
    await payOf(world, tenantId, contractId, "t1", "600.00", "2026-06-01");
    const balance = async () => {
      const found = await obligation("payment.t1");
      const { amount, paid, rest, overpaid, movements } = found?.balance ?? {};
      const done = found?.fulfilment !== undefined;
      return { amount, paid, rest, overpaid, movements: movements?.length, done };
    };
    const paid = { paid: "1000.00", movements: 2 };
    expect(await balance()).toEqual({
      ...paid,
      amount: "1000.00",
      rest: "0.00",
      overpaid: "0.00",
      done: true,
    });
    await amend(worth("1100.00"), "2026-06-01");
    expect(await balance()).toEqual({
      ...paid,
      amount: "1100.00",
      rest: "100.00",
      overpaid: "0.00",
      done: false,
    });
    await amend(worth("900.00"), "2026-06-01");
    expect(await balance()).toEqual({
      ...paid,
      amount: "900.00",
      rest: "0.00",
      overpaid: "100.00",
      done: true,
    });
  });

  it("follows another, and every version stays readable", async () => {
    const { load, amend, sweepAt, obligation, versions } = await arrange(await openWorld(), worth("1000.00"));
    await amend(worth("1050.00", 40), "2026-06-01", { reason: "补充协议一" });
    await amend(worth("1100.00", 50), "2026-08-01", { reason: "补充协议二" });
    expect(await obligation("payment.t1")).toMatchObject({ amount: "1050.00", dueOn: "2026-07-11" });
    await sweepAt("2026-08-01", "01:00");
    expect(await obligation("payment.t1")).toMatchObject({ amount: "1100.00", dueOn: "2026-07-21" });
    const all = [
      { version: 1, terms: worth("1000.00") },
      { version: 2, from: "2026-06-01", reason: "补充协议一", terms: worth("1050.00", 40) },
      { version: 3, from: "2026-08-01", reason: "补充协议二", terms: worth("1100.00", 50) },
    ];
    expect(await versions()).toMatchObject(all);
    expect((await load()).versions).toMatchObject(all);
  });
});
