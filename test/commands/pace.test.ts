import { instantAt } from "@luyue/core/civil-date";
import type { ContractTerms } from "@luyue/core/contract";
import { demoContract } from "@luyue/testing/contracts";
import { withdrawEvent } from "@luyue/usecases/event";
import { fulfilObligation } from "@luyue/usecases/obligation";
import { expect, it } from "vitest";
import { onBoth } from "./on-engine.ts";
import { member } from "./people.ts";
import { createRecorder, identityOf, isReminder, listReminders, stepOf, workAt } from "./reminding.ts";
import { creditCode, run, seedActive, seedTenant, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const scans: Partial<ContractTerms> = {
  services: [
    {
      key: "scan",
      title: { zh: "漏洞扫描", en: "scan" },
      schedule: { schedule: "count", count: 6, unit: "time", span: { span: "term", term: "main" } },
    },
  ],
};

/** Six scans in the year after 2026-06-01: checkpoints on 2026-08-31, 2026-11-30 and 2027-03-02. */
async function arrange(world: World) {
  await seedTenant(world, tenantId, { roles: ["contractManager"], webhooks: 0 });
  const { contractId } = await seedActive(world, tenantId, termsOf("NO 1", scans), "2026-06-01");
  const recorder = createRecorder();
  const credit = async (on: string, quantity: number) => {
    world.runtime.setNow(instantAt(on, "15:00"));
    const evidence = [{ note: "扫描记录" }];
    const input = { contractId, key: "service.scan", on, quantity, evidence };
    const { answer } = await run(world, fulfilObligation, manager, tenantId, input);
    return answer.eventId;
  };
  const paceSteps = () =>
    recorder.sent
      .filter((entry) => entry.reminder?.step.kind === "pace")
      .map((entry) => stepOf(entry).slice(11));
  return { contractId, recorder, credit, paceSteps };
}

const checkpoints = ["2026-08-31", "2026-11-30", "2027-03-02"];

onBoth("the pace of a quota", (openWorld) => {
  it("is spoken of at each checkpoint that is missed, with what is done and what should be", async () => {
    const world = await openWorld();
    const { recorder, paceSteps } = await arrange(world);
    for (const day of ["2026-08-30", ...checkpoints, "2027-03-03"])
      await workAt(world, recorder, day, "09:00");
    expect(paceSteps()).toEqual(["pace-1", "pace-1", "pace-2", "pace-2", "pace-3", "pace-3"]);
    const second = recorder.sent.filter((entry) => stepOf(entry).endsWith("pace-2"));
    expect(second[0]?.payload).toMatchObject({
      obligation: {
        quota: { count: 6, unit: "time", done: 0 },
        pace: { expected: 3, left: 6, daysLeft: 183 },
      },
      step: { kind: "pace", checkpoint: 2 },
    });
  });

  it("is not spoken of where what was credited meets the checkpoint, and again once that is withdrawn", async () => {
    const world = await openWorld();
    const { contractId, recorder, credit, paceSteps } = await arrange(world);
    await credit("2026-07-01", 1);
    await workAt(world, recorder, "2026-08-31", "09:00");
    expect(paceSteps()).toEqual([]);
    const eventId = await credit("2026-10-01", 3);
    for (const day of checkpoints.slice(1)) await workAt(world, recorder, day, "09:00");
    expect(paceSteps()).toEqual([]);
    await run(world, withdrawEvent, manager, tenantId, { contractId, eventId, reason: "误记" });
    await workAt(world, recorder, "2027-03-02", "10:00");
    expect(paceSteps()).toEqual(["pace-3", "pace-3"]);
  });

  it("unsent is withdrawn when the quota has caught up, and credited later in the day not said again", async () => {
    const world = await openWorld();
    const { recorder, credit, paceSteps } = await arrange(world);
    recorder.answer("retry");
    await workAt(world, recorder, "2026-08-31", "09:00");
    await credit("2026-08-31", 1);
    recorder.answer("delivered");
    const before = paceSteps().length;
    expect(await workAt(world, recorder, "2026-08-31", "16:00")).toMatchObject({ sent: { withdrawn: 2 } });
    expect(paceSteps()).toHaveLength(before);
    await workAt(world, recorder, "2026-11-30", "09:00");
    await credit("2026-11-30", 1);
    await workAt(world, recorder, "2026-11-30", "16:00");
    expect(paceSteps().slice(before)).toEqual(["pace-2", "pace-2"]);
    const recorded = (await listReminders(world, tenantId)).map(identityOf);
    expect(new Set(recorded).size).toBe(recorded.length);
  });
});

onBoth("E's daily report before 16:00", (openWorld) => {
  it("missed for a month is spoken of once each, to each person, on the next working day", async () => {
    const world = await openWorld();
    const recorder = createRecorder();
    await seedTenant(world, tenantId, { roles: ["contractManager", "acceptor"], webhooks: 1 });
    world.runtime.setNow("2026-09-01T08:00:00+08:00");
    const { terms } = demoContract("E");
    const { buyer, vendor } = terms.parties;
    const onFile = { ...terms, parties: { buyer, vendor: { ...vendor, creditCode } } };
    await seedActive(world, tenantId, onFile, "2026-09-01", "原文如此");
    const said = new Map<string, string[]>();
    for (let day = 1; day <= 43; day += 1) {
      const on = new Date(Date.UTC(2026, 8, day)).toISOString().slice(0, 10);
      const before = recorder.sent.length;
      await workAt(world, recorder, on, "09:00");
      const daily = recorder.sent
        .slice(before)
        .filter(
          (entry) => isReminder(entry) && entry.reminder?.obligationKey.startsWith("report.resident-daily."),
        );
      if (daily.length > 0)
        said.set(
          on,
          daily.map((entry) => identityOf(entry)),
        );
    }
    const identities = [...said.values()].flat();
    expect(new Set(identities).size).toBe(identities.length);
    expect(identities.every((identity) => identity.includes(" overdue-1 "))).toBe(true);
    // Two people of the agency, one of the vendor, one webhook: four a missed report.
    const perDay = [...said].map(([on, all]) => [on, all[0]?.slice(22, 32), all.length]);
    expect(perDay).toHaveLength(25); // the working days from 2 September to 12 October
    expect(perDay.slice(0, 5)).toEqual([
      ["2026-09-03", "2026-09-02", 4],
      ["2026-09-04", "2026-09-03", 4],
      ["2026-09-07", "2026-09-04", 4], // over the weekend
      ["2026-09-08", "2026-09-07", 4],
      ["2026-09-09", "2026-09-08", 4],
    ]);
    expect(perDay.find(([on]) => on === "2026-10-08")).toEqual(["2026-10-08", "2026-09-30", 4]);
  });
});
