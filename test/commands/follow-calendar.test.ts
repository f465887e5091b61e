import type { Arrangement } from "@luyue/core/calendar";
import { sealsChain } from "@luyue/usecases/record";
import { sweepReminders } from "@luyue/usecases/reminder";
import { expect, it } from "vitest";
import { listAll } from "./dump-platform.ts";
import { type Around, Crash, crashAt, intercept } from "./intercept.ts";
import { onBoth } from "./on-engine.ts";
import { seedActive, seedTenant, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

/** As it would be published in the autumn before: with a working Sunday, and one more day off. */
const arrangement2027: Arrangement = {
  year: 2027,
  source: { title: "测试用安排", document: "测试", publishedOn: "2026-11-25" },
  holidays: [{ name: { zh: "元旦", en: "New Year's Day" }, from: "2027-01-01", to: "2027-01-05" }],
  makeUpDays: ["2027-01-10"],
};

/** A payment within ten working days after 2026-12-28. */
const termsFor = (number: string) =>
  termsOf(number, {
    tranches: [
      {
        key: "t1",
        title: { zh: "第1笔", en: "tranche 1" },
        amount: { amount: "fixed", value: "1000.00" },
        due: {
          rule: "within",
          count: 10,
          unit: "workingDay",
          after: { anchor: "event", event: "signed" },
          roll: "none",
        },
      },
    ],
  });

const dueOf = async (world: World, contractId: string) => {
  const { items } = await world.platform
    .tenant("ten_a")
    .listContractDue(contractId, { now: world.runtime.now() }, { limit: 50 });
  return items.find(({ obligation }) => obligation.kind === "payment")?.obligation;
};

async function arrange(openWorld: () => Promise<World>) {
  const world = await openWorld();
  world.runtime.setNow("2026-12-28T09:00:00+08:00");
  await seedTenant(world, "ten_a", { webhooks: 0 });
  const { contractId } = await seedActive(world, "ten_a", termsFor("NO 1"), "2026-12-28");
  const runtime = { ...world.runtime, now: world.runtime.now };
  const published = { ...runtime, arrangements: [...world.runtime.arrangements, arrangement2027] };
  return { world, contractId, published };
}

onBoth("a newly published arrangement", (openWorld) => {
  it("moves the open dates of all contracts within a day, once, and people are told", async () => {
    const { world, contractId, published } = await arrange(openWorld);
    expect(await dueOf(world, contractId)).toMatchObject({
      dueOn: "2027-01-12",
      explanation: { provisionalYears: [2027] },
    });
    world.runtime.setNow("2026-12-29T09:30:00+08:00");
    await sweepReminders(world.platform, world.runtime);
    world.runtime.setNow("2026-12-30T01:00:00+08:00");
    await sweepReminders(world.platform, published);
    const after = await dueOf(world, contractId);
    // 29, 30, 31 December; 6 to 8, 10 (make-up day), 11 to 13 January.
    expect(after?.dueOn).toBe("2027-01-13");
    expect(after?.explanation?.provisionalYears ?? []).toEqual([]);
    const told = await listAll((page) => world.platform.tenant("ten_a").listOutbox(page));
    expect(told.map(({ type }) => type)).toContain("notice.dateChanged");
    const { version } = (await world.platform.tenant("ten_a").getContract(contractId)) ?? {};
    world.runtime.setNow("2026-12-31T01:00:00+08:00");
    await sweepReminders(world.platform, published);
    expect((await world.platform.tenant("ten_a").getContract(contractId))?.version).toBe(version);
  });

  it("is followed by the next sweep where one was cut short", async () => {
    const { world, contractId, published } = await arrange(openWorld);
    world.runtime.setNow("2026-12-29T01:00:00+08:00");
    for (let call = 1; call <= 12; call += 1) {
      const crash = crashAt(call, "before");
      await sweepReminders(intercept(world.platform, crash.around), published).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
    }
    await sweepReminders(world.platform, published);
    expect((await dueOf(world, contractId))?.dueOn).toBe("2027-01-13");
  });

  it("moves the others where one cannot, and the record is sealed all the same", async () => {
    const { world, contractId, published } = await arrange(openWorld);
    world.runtime.setNow("2026-12-29T01:00:00+08:00");
    await sweepReminders(world.platform, world.runtime);
    world.runtime.setNow("2026-12-29T09:30:00+08:00");
    const { contractId: other } = await seedActive(world, "ten_a", termsFor("NO 2"), "2026-12-28");
    const sealed = async () => (await world.platform.tenant("ten_a").getHead(sealsChain))?.sequence ?? 0;
    const dues = async () => {
      const both = await Promise.all([contractId, other].map((id) => dueOf(world, id)));
      return new Set(both.map((obligation) => obligation?.dueOn));
    };
    const before = await sealed();
    let reads = 0;
    const unreadable: Around = async (operation, call) => {
      if (operation === "loadContract") reads += 1;
      if (operation === "loadContract" && reads === 1) throw new Error("unreadable");
      return call();
    };
    world.runtime.setNow("2026-12-30T01:00:00+08:00");
    const { failed } = await sweepReminders(intercept(world.platform, unreadable), published);
    expect(failed).toEqual([expect.objectContaining({ error: new Error("unreadable") })]);
    expect(await dues()).toEqual(new Set(["2027-01-12", "2027-01-13"]));
    expect(await sealed()).toBeGreaterThan(before);
    world.runtime.setNow("2026-12-31T01:00:00+08:00");
    await sweepReminders(world.platform, published);
    expect(await dues()).toEqual(new Set(["2027-01-13"]));
  });
});
