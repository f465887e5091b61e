import type { ContractTerms } from "@luyue/core/contract";
import { listMeasurements, recordMeasurement } from "@luyue/usecases/measurement";
import { readAcceptances } from "@luyue/usecases/acceptance";
import { amendContract, closeContract, endContract } from "@luyue/usecases/contract";
import { readProgress } from "@luyue/usecases/deliverable";
import { recordEvent } from "@luyue/usecases/event";
import { beforeEach, describe, expect, it } from "vitest";
import { member } from "./people.ts";
import type { Input } from "./row.ts";
import { run, seedActive, seedTenant, termsOf } from "./seed.ts";
import { acceptWork, uploadFile } from "./work-seed.ts";
import { openMemoryWorld, type World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const auditor = member(tenantId, "auditor");
const span = { span: "term", term: "main" } as const;
const title = { zh: "某项", en: "item" };
let world: World;

beforeEach(async () => {
  world = await openMemoryWorld();
  await seedTenant(world, tenantId);
  await uploadFile(world);
});

type Criteria = NonNullable<NonNullable<ContractTerms["acceptances"]>[number]["criteria"]>;
const limit = { bound: "atLeast", value: "100", unit: "percent" } as const;
const criterion = (measure: string, of?: string): Criteria[number] => ({
  title,
  target: "100%",
  limit: { ...limit, measure, ...(of === undefined ? {} : { of }) },
});
const judgedBy = (...criteria: Criteria): Partial<ContractTerms> => {
  const due = { rule: "from", anchor: { anchor: "term", term: "main", edge: "end" } } as const;
  return { acceptances: [{ key: "final", title, stage: "final", decision: { due }, criteria }] };
};
const progress = (byDay: number) =>
  ({
    key: "progress",
    title: { zh: "进度", en: "progress" },
    schedule: { schedule: "every", period: "month", span, from: "calendar", byDay },
  }) as const;
const inspection = (period: "month" | "quarter") =>
  ({
    key: "inspection",
    title: { zh: "巡检", en: "inspection" },
    schedule: { schedule: "every", period, span, from: "span" },
  }) as const;
const scan = {
  key: "scan",
  title: { zh: "扫描", en: "scan" },
  schedule: { schedule: "count", count: 4, unit: "time", span },
} as const;
const counts = judgedBy(criterion("service-counts"));

/** An active contract signed on 1 June 2026 for a year. */
async function seed(more: Partial<ContractTerms>) {
  const terms = termsOf("NO 1", more);
  const { contractId } = await seedActive(world, tenantId, terms, "2026-06-01", "样例");
  return { contractId, terms };
}
const at = (day: string) => world.runtime.setNow(`${day}T10:00:00+08:00`);
const store = () => world.platform.tenant(tenantId);
const amend = (contractId: string, terms: ContractTerms, from: string) =>
  run(world, amendContract, manager, tenantId, {
    contractId,
    terms,
    from,
    reason: "补充协议",
    despite: "样例",
  });
const end = (contractId: string, on: string) =>
  run(world, endContract, manager, tenantId, { contractId, on, price: "300.00", reason: "协商终止" });

/** What the record gives for each criterion, with its explanation. */
async function measured(contractId: string) {
  const { acceptances } = await readAcceptances(store(), auditor, contractId, world.runtime);
  return acceptances.flatMap(({ criteria }) => criteria.map((each) => each.measured));
}
const values = async (contractId: string) => (await measured(contractId)).map((each) => each?.value);
const rows = async (contractId: string) =>
  (await readProgress(store(), auditor, contractId, world.runtime)).rows;

/** Inspected on the first of each month from July on, so many times. */
async function inspect(contractId: string, times: number) {
  for (let month = 7; month < 7 + times; month += 1) {
    const performedOn = `2026-${String(month).padStart(2, "0")}-01`;
    at(performedOn);
    await acceptWork(world, contractId, `service.inspection.0${month - 6}`, { performedOn });
  }
}

describe("an amendment leaves the past as it was measured", () => {
  it("reports that were on time by the terms of their day stay so", async () => {
    const { contractId, terms } = await seed({
      reports: [progress(10)],
      ...judgedBy(criterion("on-time-reports")),
    });
    for (const month of ["06", "07", "08"]) {
      at(`2026-${month}-08`);
      await acceptWork(world, contractId, `report.progress.2026-${month}`);
    }
    at("2026-09-01");
    await amend(contractId, { ...terms, reports: [progress(5)] }, "2026-09-01");
    expect(await values(contractId)).toEqual(["100"]);
    at("2026-09-08");
    expect(await values(contractId)).toEqual(["75"]);
  });

  it("six months of twelve that become quarters are six of eight, and the quarters count under their new keys", async () => {
    const { contractId, terms } = await seed({ services: [inspection("month")], ...counts });
    await inspect(contractId, 6);
    expect(await values(contractId)).toEqual(["50"]);
    at("2026-12-02");
    await amend(contractId, { ...terms, services: [inspection("quarter")] }, "2026-12-02");
    expect(await values(contractId)).toEqual(["75"]);
    for (const [key, performedOn] of [
      ["03", "2027-02-20"],
      ["04", "2027-05-20"],
    ] as const) {
      at(performedOn);
      await acceptWork(world, contractId, `service.inspection.${key}.2026-12-02`, { performedOn });
    }
    expect(await values(contractId)).toEqual(["100"]);
    const [row] = await rows(contractId);
    expect(row).toMatchObject({ owed: { inAll: 8 }, done: 8, accepted: 8, onTime: 8, late: 0, overdue: 0 });
  });

  it("a duty that it takes away, or counts in another way, keeps what had fallen due before", async () => {
    const { contractId, terms } = await seed({
      services: [inspection("month"), scan],
      reports: [progress(10)],
      ...judgedBy(criterion("service-counts"), criterion("on-time-reports")),
    });
    await inspect(contractId, 2);
    at("2026-09-02");
    const counted = { ...inspection("month"), schedule: scan.schedule };
    await amend(contractId, { ...terms, services: [counted], reports: [] }, "2026-09-02");
    const [service, reports] = await measured(contractId);
    // June, July and August are owed beside the four times; the report for September, which had begun, too.
    expect(service?.why.en).toContain("inspection 2 of 7");
    expect(reports?.why.en).toContain("progress 0 of 3");
    const found = (await rows(contractId)).map(({ key, owed, done }) => [key, owed?.inAll, done]);
    expect(found).toEqual([
      ["inspection", 7, 2],
      ["progress", 4, 0],
    ]);
  });
});

describe("an early end leaves undone what was", () => {
  it("what had fallen due by then stays owed, in measures and progress, however long ago it was", async () => {
    const { contractId } = await seed({
      services: [inspection("month")],
      reports: [progress(10)],
      ...judgedBy(criterion("on-time-reports"), criterion("service-counts")),
    });
    await inspect(contractId, 1);
    at("2026-12-20");
    await end(contractId, "2026-12-20");
    for (const day of ["2026-12-21", "2028-01-01"]) {
      at(day);
      expect(await values(contractId)).toEqual(["0", "16.66"]);
      const found = (await rows(contractId)).map(({ key, owed, done, overdue }) => [
        key,
        owed,
        done,
        overdue,
      ]);
      expect(found).toEqual([
        ["inspection", { inAll: 6, soFar: 6 }, 1, 5],
        ["progress", { inAll: 7, soFar: 7 }, 0, 7],
      ]);
    }
  });

  it("a count whose day had not come is left out, and shows what was done of it", async () => {
    const { contractId } = await seed({ services: [inspection("month"), scan], ...counts });
    await inspect(contractId, 1);
    const event: Input = { kind: "performed", of: "scan", on: "2026-06-20", evidence: [{ document: "R1" }] };
    await run(world, recordEvent, manager, tenantId, { contractId, event });
    at("2026-08-20");
    await end(contractId, "2026-08-20");
    at("2028-01-01");
    const [count] = await measured(contractId);
    expect([count?.value, count?.why.zh]).toEqual([
      "50",
      "1项计次服务中0项已全部完成；未完成：巡检 1/2；按各项完成率平均；合同提前终止时尚未到期，不计：扫描",
    ]);
    const row = (await rows(contractId)).find(({ key }) => key === "scan");
    expect(row).toMatchObject({ owed: { inAll: 1, soFar: 0 }, done: 1, overdue: 0 });
  });

  it("a request that nobody answered has waited until the end", async () => {
    const respond = { key: "respond", title, count: 30, unit: "minute", measure: "response-time" } as const;
    const schedule = { schedule: "onDemand" as const, span, limits: [respond] };
    const slow = { bound: "atMost", value: "30", unit: "minute" } as const;
    const { contractId } = await seed({
      services: [{ key: "help", title, schedule }],
      ...judgedBy({ title, target: "30", limit: { measure: "response-time", ...slow } }),
    });
    at("2026-06-10");
    const event: Input = { kind: "requested", of: "help", at: "2026-06-09T00:00:00+08:00" };
    await run(world, recordEvent, manager, tenantId, { contractId, event });
    await end(contractId, "2026-06-10");
    at("2027-06-10");
    expect(await values(contractId)).toEqual([String(2 * 24 * 60)]);
  });
});

it("closing a contract over what was left undone does not make it done", async () => {
  const { contractId } = await seed({ reports: [progress(10)], ...judgedBy(criterion("on-time-reports")) });
  at("2026-08-20");
  await run(world, closeContract, manager, tenantId, { contractId, reason: "样例" });
  expect(await values(contractId)).toEqual(["0"]);
  const [row] = await rows(contractId);
  expect(row).toMatchObject({ owed: { inAll: 12, soFar: 3 }, done: 0, overdue: 3 });
});

it("one service's availability is measured apart from another's, over the same days", async () => {
  const { contractId } = await seed({
    services: [scan, { ...scan, key: "watch" }],
    ...judgedBy(
      criterion("availability", "scan"),
      criterion("availability", "watch"),
      criterion("availability"),
    ),
  });
  at("2026-08-01");
  const month = { contractId, measure: "availability", from: "2026-07-01", to: "2026-07-31", whole: "100" };
  for (const more of [{ of: "scan", part: "99" }, { part: "98" }]) {
    await run(world, recordMeasurement, manager, tenantId, { ...month, ...more });
  }
  expect(await values(contractId)).toEqual(["99", undefined, "98"]);
  const found = await listMeasurements(store(), auditor, contractId);
  expect(found.map(({ of, part }) => [of, part])).toEqual([
    [undefined, "98"],
    ["scan", "99"],
  ]);
});
