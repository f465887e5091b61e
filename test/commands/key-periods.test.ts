import { createCalendar, type KeyPeriod } from "@luyue/core/calendar";
import { addDays, civilDateOf, instantAt } from "@luyue/core/civil-date";
import type { ContractTerms } from "@luyue/core/contract";
import { deriveObligations } from "@luyue/core/obligation";
import { acceptDeliverable, returnDeliverable } from "@luyue/usecases/deliverable";
import { fulfilObligation } from "@luyue/usecases/obligation";
import { sweepReminders } from "@luyue/usecases/reminder";
import { updateSettings } from "@luyue/usecases/tenant";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusalOf } from "./expect-refusal.ts";
import { onBoth } from "./on-engine.ts";
import { member } from "./people.ts";
import { createRecorder, isReminder, recipientOf, stepOf, workAt } from "./reminding.ts";
import { run, seedActive, seedTenant, termsOf } from "./seed.ts";
import { clerk, submitWork, uploadFile } from "./work-seed.ts";
import { openMemoryWorld, type World } from "./world.ts";

const tenantId = "ten_a";
const main = { span: "term", term: "main" } as const;
const duties: Partial<ContractTerms> = {
  services: [
    {
      key: "duty",
      title: { zh: "值守", en: "duty" },
      schedule: { schedule: "keyPeriods", span: main, each: "period" },
    },
  ],
  deliverables: [
    {
      key: "summary",
      title: { zh: "总结", en: "summary" },
      schedule: {
        schedule: "keyPeriods",
        span: main,
        each: "period",
        within: { count: 5, unit: "workingDay" },
      },
    },
  ],
  reports: [
    {
      key: "daily",
      title: { zh: "日报", en: "daily report" },
      schedule: { schedule: "keyPeriods", span: main, each: "day" },
    },
  ],
};
const period = (key: string, from: string, to: string, zh = key): KeyPeriod => ({
  key,
  name: { zh, en: key },
  from,
  to,
});
const summit = period("summit", "2026-06-10", "2026-06-12", "峰会");
const nationalDay = period("national-day", "2026-10-01", "2026-10-07", "国庆");

async function arrange(world: World, ...keyPeriods: KeyPeriod[]) {
  await seedTenant(world, tenantId, { roles: ["contractManager"], webhooks: 0 });
  await change(world, keyPeriods);
  return seedActive(world, tenantId, termsOf("NO 1", duties), "2026-06-01");
}

const change = (world: World, keyPeriods: readonly KeyPeriod[]) =>
  run(world, updateSettings, member(tenantId, "administrator"), tenantId, { keyPeriods });

/** The duties of key periods that are stored, as `key opens due`. */
async function listDuties(world: World, contractId: string): Promise<string[]> {
  const state = await world.platform.tenant(tenantId).loadContract(contractId);
  return (state?.obligations ?? [])
    .map(({ obligation }) => obligation)
    .filter(({ kind }) => kind === "service" || kind === "deliverable" || kind === "report")
    .map(({ key, opensOn, dueOn }) => `${key} ${opensOn} ${dueOn}`)
    .toSorted();
}

onBoth("duty in key periods", (openWorld) => {
  it("comes, moves and goes with the tenant's key periods, in each contract", async () => {
    const world = await openWorld();
    const { contractId } = await arrange(world);
    const second = await seedActive(world, tenantId, termsOf("NO 2", duties), "2026-06-01");
    expect(await listDuties(world, contractId)).toEqual([]);
    await change(world, [summit, nationalDay]);
    expect(await listDuties(world, second.contractId)).toEqual(await listDuties(world, contractId));
    const autumn = [
      "deliverable.summary.national-day 2026-10-01 2026-10-13",
      "service.duty.national-day 2026-10-01 2026-10-07",
    ];
    const days = (...on: string[]) => on.map((day) => `report.daily.${day} ${day} ${day}`);
    expect(await listDuties(world, contractId)).toEqual([
      autumn[0],
      "deliverable.summary.summit 2026-06-10 2026-06-22",
      ...days("2026-06-10", "2026-06-11", "2026-06-12"),
      autumn[1],
      "service.duty.summit 2026-06-10 2026-06-12",
    ]);
    await change(world, [{ ...summit, from: "2026-06-12", to: "2026-06-16" }, nationalDay]);
    expect(await listDuties(world, contractId)).toEqual([
      autumn[0],
      "deliverable.summary.summit 2026-06-12 2026-06-24",
      ...days("2026-06-12", "2026-06-13", "2026-06-14", "2026-06-15", "2026-06-16"),
      autumn[1],
      "service.duty.summit 2026-06-12 2026-06-16",
    ]);
    await change(world, [nationalDay]);
    for (const id of [contractId, second.contractId]) expect(await listDuties(world, id)).toEqual(autumn);
  });

  it("stays where it was fulfilled, though its period is gone, and takes the name of one that is renamed", async () => {
    const world = await openWorld();
    const { contractId } = await arrange(world, summit, nationalDay);
    world.runtime.setNow("2026-06-13T10:00:00+08:00");
    await run(world, fulfilObligation, member(tenantId, "contractManager"), tenantId, {
      contractId,
      key: "service.duty.summit",
      on: "2026-06-12",
      evidence: [{ note: "值守记录" }],
    });
    await change(world, [{ ...nationalDay, name: { zh: "国庆节", en: "the holiday" } }]);
    const own = (await listDuties(world, contractId)).filter((each) => each.startsWith("service."));
    expect(own).toEqual([
      "service.duty.national-day 2026-10-01 2026-10-07",
      "service.duty.summit 2026-06-10 2026-06-12",
    ]);
    const store = world.platform.tenant(tenantId);
    const renamed = await store.getObligation(contractId, "service.duty.national-day");
    expect(renamed?.obligation).toMatchObject({
      title: { zh: "值守（国庆节）" },
      keyPeriod: { name: { en: "the holiday" } },
    });
    const kept = await store.getObligation(contractId, "service.duty.summit");
    expect(kept?.obligation.fulfilment?.on).toBe("2026-06-12");
  });

  it("takes no record of what was done before it, and keeps the way free for its own", async () => {
    const world = await openWorld();
    await uploadFile(world);
    const { contractId } = await arrange(world, summit);
    const own = "service.duty.summit";
    const hand = (performedOn: string, performedThrough = performedOn) =>
      submitWork(world, contractId, own, { performedOn, performedThrough });
    world.runtime.setNow("2026-06-10T18:00:00+08:00");
    const early = await refusalOf(hand("2026-06-08", "2026-06-09"));
    expect([early.code, early.faults]).toEqual([
      "invalid",
      [
        {
          path: "/performedThrough",
          reason: {
            zh: "“值守（峰会）”自 2026-06-10 起，此前的服务不计入",
            en: "“duty (summit)” begins on 2026-06-10: what was done before it does not count",
          },
        },
      ],
    ]);
    const ids = await hand("2026-06-10");
    await change(world, [{ ...summit, from: "2026-06-11" }]);
    const moved = await refusalOf(
      run(world, acceptDeliverable, clerk, tenantId, { ...ids, despite: "已核实" }),
    );
    expect([moved.code, moved.reason.zh]).toEqual([
      "conflict",
      "“值守（峰会）”现自 2026-06-11 起，2026-06-10 的服务不计入，请退回",
    ]);
    await run(world, returnDeliverable, clerk, tenantId, { ...ids, reason: "时期已调整" });
    world.runtime.setNow("2026-06-12T18:00:00+08:00");
    const again = await hand("2026-06-10", "2026-06-12");
    const [fault] = (await refusalOf(run(world, acceptDeliverable, clerk, tenantId, again))).faults;
    expect(fault?.reason.zh).toBe("服务日期 2026-06-10 早于“值守（峰会）”的起始日 2026-06-11");
    await run(world, acceptDeliverable, clerk, tenantId, { ...again, despite: "提前一日到岗" });
    const stored = await world.platform.tenant(tenantId).getObligation(contractId, own);
    expect(stored?.obligation.fulfilment?.on).toBe("2026-06-12");
  });

  it("has a summary that is not accepted before it begins", async () => {
    const world = await openWorld();
    await uploadFile(world);
    const { contractId } = await arrange(world, summit);
    const ids = await submitWork(world, contractId, "deliverable.summary.summit");
    const accept = () => run(world, acceptDeliverable, clerk, tenantId, ids);
    world.runtime.setNow("2026-06-09T18:00:00+08:00");
    expect((await refusalOf(accept())).reason.zh).toBe(
      "“总结（峰会）”所属重保时期自 2026-06-10 起，此前不能通过",
    );
    world.runtime.setNow("2026-06-10T09:00:00+08:00");
    expect((await accept()).answer).toMatchObject({ state: "accepted" });
  });

  it("is not fulfilled by a word about a day before it", async () => {
    const world = await openWorld();
    const { contractId } = await arrange(world, summit);
    world.runtime.setNow("2026-06-13T10:00:00+08:00");
    const word = {
      contractId,
      key: "service.duty.summit",
      on: "2026-06-09",
      evidence: [{ note: "值守记录" }],
    };
    const { code, faults } = await refusalOf(
      run(world, fulfilObligation, member(tenantId, "contractManager"), tenantId, word),
    );
    expect([code, faults.map(({ path }) => path)]).toEqual(["invalid", ["/on"]]);
  });

  it("is announced before it begins and on the day, to both sides, each time once", async () => {
    const world = await openWorld();
    const recorder = createRecorder();
    await arrange(world, nationalDay);
    const told: string[] = [];
    for (let day = "2026-09-10"; day <= "2026-10-09"; day = addDays(day, 1)) {
      const before = recorder.sent.length;
      await workAt(world, recorder, day, "09:00");
      const sent = recorder.sent
        .slice(before)
        .filter(
          (entry) => isReminder(entry) && entry.reminder?.obligationKey === "service.duty.national-day",
        );
      told.push(...sent.map((entry) => `${day} ${stepOf(entry).slice(11)} ${recipientOf(entry)}`).toSorted());
    }
    const both = (step: string) => [
      `${step} contractManager@ten-a.example`,
      `${step} lead.vendor@ten-a.example`,
    ];
    expect(told).toEqual(
      [
        "2026-09-17 opening-14",
        "2026-09-24 opening-7",
        "2026-09-28 opening-3",
        "2026-09-30 opening-1",
        "2026-10-01 opening-0",
        "2026-10-08 overdue-1",
        "2026-10-09 overdue-2",
      ].flatMap(both),
    );
  });

  it("that begins another day is announced anew", async () => {
    const world = await openWorld();
    const recorder = createRecorder();
    await arrange(world, nationalDay);
    await workAt(world, recorder, "2026-09-24", "09:00");
    await change(world, [{ ...nationalDay, from: "2026-10-05" }]);
    await workAt(world, recorder, "2026-09-28", "09:00");
    const steps = recorder.sent.filter(isReminder).map(stepOf);
    expect(steps.filter((step) => step.includes("opening-7"))).toEqual([
      "2026-10-01 opening-7",
      "2026-10-01 opening-7",
      "2026-10-05 opening-7",
      "2026-10-05 opening-7",
    ]);
  });
});

describe("whatever the settings were in between", () => {
  /** A period that is there or not, with its days a little moved; what has begun still meets its days. */
  const anyPeriod = (base: KeyPeriod) =>
    fc.option(
      fc
        .tuple(fc.integer({ min: -2, max: 1 }), fc.integer({ min: -1, max: 3 }))
        .map(([first, last]) => ({ ...base, from: addDays(base.from, first), to: addDays(base.to, last) })),
    );
  const anySettings = fc
    .tuple(
      anyPeriod(period("a", "2026-06-10", "2026-06-14")),
      anyPeriod(period("b", "2026-06-13", "2026-06-18")),
      anyPeriod(period("c", "2026-08-01", "2026-08-05")),
    )
    .map((periods) => periods.filter((each) => each !== null));
  const anyStep = fc.oneof(
    fc.record({ what: fc.constant("settings" as const), keyPeriods: anySettings }),
    fc.record({ what: fc.constant("days" as const), days: fc.integer({ min: 0, max: 16 }) }),
  );

  it("the duties are those of a fresh derivation, none twice", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 8 }), async (steps) => {
        const world = await openMemoryWorld();
        const { contractId } = await arrange(world);
        const store = world.platform.tenant(tenantId);
        for (const step of steps) {
          if (step.what === "settings") await change(world, step.keyPeriods);
          else {
            const day = addDays(civilDateOf(world.runtime.now()), step.days);
            world.runtime.setNow(instantAt(day, "10:00"));
            expect((await sweepReminders(world.platform, world.runtime)).failed).toEqual([]);
          }
        }
        const [state, tenant] = await Promise.all([store.loadContract(contractId), store.getTenant()]);
        const { horizonOn } = state?.contract ?? {};
        if (state === undefined || tenant === undefined || horizonOn === undefined) throw new Error("gone");
        const calendar = createCalendar({ keyPeriods: tenant.keyPeriods });
        const fresh = deriveObligations(state.terms.terms, state.events, calendar, { horizonOn });
        const stored = state.obligations.map(({ obligation }) => obligation);
        const byKey = (all: typeof stored) => all.toSorted((one, other) => (one.key < other.key ? -1 : 1));
        expect(byKey(stored)).toEqual(byKey(fresh));
        expect(horizonOn >= addDays(civilDateOf(world.runtime.now()), 7)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
