import { recordMeasurement, withdrawMeasurement } from "@luyue/usecases/measurement";
import { acceptedTerms, seedAccepted } from "./acceptance-seed.ts";
import { stillDraft, unknownContract } from "./contract-rows.ts";
import { closedContract } from "./money-seed.ts";
import { member } from "./people.ts";
import { fileMissing } from "./round-refusals.ts";
import { type Input, invalid, noReason, type Refusal, type Row, rowOf } from "./row.ts";
import { run } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");

/** Terms that also name an availability and a count. */
function measuredTerms(number: string) {
  const limit = { bound: "atLeast", value: "99", unit: "percent" } as const;
  return acceptedTerms(number, {
    limits: [
      { measure: "availability", ...limit, title: { zh: "可用性", en: "availability" } },
      {
        ...limit,
        measure: "major-incidents",
        unit: "time",
        title: { zh: "重大事件", en: "major incidents" },
      },
      { measure: "availability", of: "scan", ...limit, title: { zh: "扫描可用性", en: "of the scan" } },
    ],
  });
}

export const seedMeasured = (world: World, number = "NO 1") =>
  seedAccepted(world, number, measuredTerms(number));
const span = { from: "2026-05-01", to: "2026-05-31" };
const availability = { measure: "availability", ...span, part: "99.9", whole: "100" };

export async function recordOne(world: World, contractId: string, more: Input = {}): Promise<string> {
  const input = { contractId, ...availability, ...more };
  return (await run(world, recordMeasurement, manager, tenantId, input)).answer.id;
}

/** The row's figures replaced by others. */
const figures = (why: string, path: string, change: Input) =>
  invalid(why, path, ({ part: _part, whole: _whole, ...rest }) => ({ ...rest, ...change }));
const survey = { measure: "satisfaction", satisfied: "95", answered: "100" };
const overlapping = (why: string, more: Input, found: Input): Refusal => ({
  why,
  code: "invalid",
  path: "/from",
  arrange: async (world, { input, contractId = "" }) => {
    await recordOne(world, contractId, found);
    return { ...input, ...more };
  },
});

const record = rowOf(recordMeasurement, {
  allowed: ["contractManager", "acceptor"],
  aggregate: "contract",
  namesIds: true,
  shows: ["after"],
  prepare: async (world) => {
    const contractId = await seedMeasured(world);
    const input = { contractId, ...availability, note: "监控平台", evidence: [{ document: "可用性月报" }] };
    return { tenantId, contractId, input, other: { ...input, part: "99.8" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    unknownContract,
    stillDraft,
    closedContract,
    fileMissing,
    invalid("a measure that the terms do not name", "/measure", (input) => ({ ...input, measure: "uptime" })),
    invalid("a service that the terms do not narrow it to", "/of", (input) => ({ ...input, of: "audit" })),
    invalid("the whole of what they narrow to no service", "/of", (input) => ({
      ...input,
      measure: "major-incidents",
      of: "scan",
    })),
    invalid("a measure that the record gives", "/measure", (input) => ({
      ...input,
      measure: "service-counts",
    })),
    invalid("a span that ends before it begins", "/to", (input) => ({ ...input, to: "2026-04-30" })),
    invalid("a span that goes on", "/to", (input) => ({ ...input, to: "2026-06-02" })),
    invalid("less than nothing", "/part", (input) => ({ ...input, part: "-1" })),
    invalid("a part beyond the whole", "/whole", (input) => ({ ...input, part: "100.1" })),
    invalid("a part of nothing", "/whole", (input) => ({ ...input, part: "0", whole: "0" })),
    figures("no figures", "/part", {}),
    figures("a share without a whole", "/whole", { part: "99.9" }),
    figures("a span down for longer than it is", "/downMinutes", { downMinutes: "44640.1" }),
    figures("minutes down beside a part", "/downMinutes", { downMinutes: "1", part: "1" }),
    figures("minutes down of something else", "/downMinutes", { measure: "satisfaction", downMinutes: "1" }),
    figures("a survey about something else", "/answered", { satisfied: "1", answered: "2" }),
    figures("a survey beside a part", "/answered", { ...survey, part: "1" }),
    figures("a survey without answers", "/answered", { ...survey, answered: undefined }),
    figures("more content people than answers", "/answered", { ...survey, satisfied: "101" }),
    figures("half an answer", "/satisfied", { ...survey, satisfied: "94.5" }),
    overlapping("a span that overlaps with another", { from: "2026-05-31" }, {}),
    overlapping("a span inside another", { from: "2026-05-10", to: "2026-05-10" }, {}),
    overlapping("a span of the same service", { of: "scan", from: "2026-05-31" }, { of: "scan" }),
  ],
});

const withdraw = rowOf(withdrawMeasurement, {
  allowed: ["contractManager", "acceptor"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: async (world) => {
    const contractId = await seedMeasured(world);
    const input = { contractId, measurementId: await recordOne(world, contractId), reason: "数据有误" };
    return { tenantId, contractId, input, other: { ...input, reason: "另一原因" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    unknownContract,
    {
      why: "no such measurement",
      code: "notFound",
      arrange: (_world, { input }) => ({ ...input, measurementId: "msr_zzzzzzzzzz" }),
    },
    stillDraft,
    closedContract,
    noReason,
    {
      why: "it has been taken back",
      code: "conflict",
      arrange: async (world, { input }) => {
        await run(world, withdrawMeasurement, manager, tenantId, input);
        return input;
      },
    },
  ],
});

export const measurementRows: readonly Row[] = [record, withdraw];
