import { addMonths } from "@luyue/core/civil-date";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Steps } from "./steps.ts";
import { draftB, settleMoney, signB } from "./work-b-agency.ts";
import { backupsAlone, listMissed, recordMissed } from "./work-b-backups.ts";
import { laddersOf, listTold, ofService } from "./work-b-mails.ts";

let steps: Steps;
const backup = (day: string) => `service.data-backup.${day}`;
const ofDaily = () => listTold(steps).filter(({ of }) => of.startsWith("service.data-backup."));

beforeAll(async () => {
  steps = await draftB(backupsAlone());
  await signB(steps);
  await settleMoney(steps);
}, 60_000);
afterAll(() => steps.stack.stop());

describe("contract B's daily backups, through half a year", { timeout: 300_000 }, () => {
  it("one that nobody records is told once to each side, on the next working day, and stays on the list", async () => {
    await steps.liveTo("2026-03-10");
    expect(laddersOf(steps, backup("2026-03-04"))).toEqual([`2026-03-05 逾期1个工作日: ${ofService}`]);
    expect(laddersOf(steps, backup("2026-03-07"))).toEqual([`2026-03-09 逾期1个工作日: ${ofService}`]);
    expect((await listMissed(steps)).map(({ dueOn }) => dueOn)).toEqual([
      "2026-03-04",
      "2026-03-05",
      "2026-03-06",
      "2026-03-07",
      "2026-03-08",
      "2026-03-09",
    ]);
    const { items } = await steps.sees<{ items: { key: string }[] }>(
      "vendor",
      "/v1/partner/obligations?kind=service&state=overdue",
    );
    expect(items.map(({ key }) => key)).toContain(backup("2026-03-09"));
  });

  it("is taken off the list with its proof, by its own day; nobody else can, and no day twice", async () => {
    const { does, refused, sees } = steps;
    const request = `POST /obligations/${backup("2026-03-04")}/fulfilment`;
    const fulfilment = { on: "2026-03-04", evidence: [{ document: "备份日志 2026-03" }] };
    await refused("auditor", request, fulfilment, { status: 403, code: "forbidden" });
    await refused(
      "contractManager",
      request,
      { on: "2026-03-04", evidence: [] },
      { status: 422, code: "invalid", paths: ["/evidence"] },
    );
    await does("contractManager", request, fulfilment);
    await refused("contractManager", request, fulfilment, {
      status: 409,
      code: "conflict",
      en: "fulfilled already",
    });
    expect(await sees("vendor", `/v1/partner/obligations?kind=service&state=fulfilled`)).toMatchObject({
      items: [{ key: backup("2026-03-04"), fulfilment: { on: "2026-03-04" } }],
    });
  });

  it.each([
    ["2026-04-01", [27, 30, 31]],
    ["2026-07-01", [30, 31, 31]],
  ])(
    "three months of them are recorded from %s on, each month on the first of the next",
    async (from, days) => {
      const recorded: number[] = [];
      for (const months of [0, 1, 2]) {
        await steps.liveTo(addMonths(from, months));
        recorded.push(await recordMissed(steps));
      }
      expect(recorded).toEqual(days);
    },
  );

  it("half a year of them is at most a mail a person for each day that was missed", async () => {
    await steps.liveTo("2026-10-09");
    expect(await recordMissed(steps)).toBe(38);
    expect(await listMissed(steps)).toEqual([]);
    const { items } = await steps.sees<{ items: { key: string }[] }>("vendor", "/progress");
    expect(items.find(({ key }) => key === "data-backup")).toMatchObject({
      owed: { inAll: 365, soFar: 220 },
      done: 219,
      onTime: 219,
      late: 0,
      overdue: 0,
    });
    const told = ofDaily();
    expect(new Set(told.map(({ step }) => step))).toEqual(new Set(["逾期1个工作日"]));
    expect(new Set(told.map(({ to, of }) => `${to} ${of}`)).size).toBe(told.length);
    const days = countBy(told.map(({ on, to }) => `${on} ${to}`).toSorted());
    // Of 219 two were recorded before the working day on which they would have been spoken of.
    expect(told).toHaveLength(2 * (219 - 2));
    const most = Math.max(...days.values());
    expect([...days].filter(([, count]) => count === most)).toEqual([
      ["2026-10-08 contractManager", 8],
      ["2026-10-08 lead", 8],
    ]);
  });

  it("one that is recorded on its day is not spoken of", async () => {
    const before = ofDaily().length;
    await steps.does("contractManager", `POST /obligations/${backup("2026-10-09")}/fulfilment`, {
      evidence: [{ document: "备份日志 2026-10" }],
    });
    await steps.liveTo("2026-10-10");
    expect(ofDaily()).toHaveLength(before);
  });
});

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
