import { describe, expect, it } from "vitest";
import type { ContractTerms } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { WorkStanding } from "./find-shortfalls.ts";
import { findShortfalls, type Submission } from "./index.ts";
import { accepted, handedIn, owed } from "./sample-submission.ts";

const span = { span: "term", term: "main" } as const;
const title = { zh: "安全培训", en: "training" };
const monthly = { schedule: "every", period: "month", span } as const;
const onDemand = { schedule: "onDemand", span } as const;
const training = { key: "training", title, schedule: monthly, prior: "plan" };
const planTitle = { zh: "培训方案", en: "training plan" };
const plan = (schedule: typeof monthly | typeof onDemand | typeof once) => ({
  key: "plan",
  title: planTitle,
  schedule,
});
const once = {
  schedule: "once",
  due: { rule: "on", anchor: { anchor: "event", event: "signed" } },
} as const;

/** The English reasons with their places, for a record of `training` on 10 June 2026. */
function short(
  record: Partial<Submission>,
  terms: Partial<ContractTerms>,
  { obligations = [], submissions = [], events = [] }: Partial<Omit<WorkStanding, "terms">> = {},
): string[] {
  const own = { of: "service.training.2026-06", performedOn: "2026-06-10", ...record };
  const standing = { terms: sampleTerms(terms), obligations, submissions, events };
  return findShortfalls(handedIn(own), standing).map(({ path, reason }) => `${path} ${reason.en}`);
}

describe("a record of a service falls short", () => {
  it("of the least head-count", () => {
    const services = [{ key: "training", title, schedule: monthly, people: 30 }];
    const at = "/services/0/people";
    expect(short({ people: 30 }, { services })).toEqual([]);
    expect(short({ people: 29 }, { services })).toEqual([`${at} 29 people; at least 30 are agreed`]);
    expect(short({}, { services })).toEqual([`${at} no head-count is given; at least 30 are agreed`]);
    expect(short({ of: "deliverable.plan" }, { services })).toEqual([]);
  });

  it("of the same instance of what comes beforehand, accepted by its first day", () => {
    const terms = { services: [training], deliverables: [plan(monthly)] };
    const of = (month: string, on?: string) =>
      owed({
        key: `deliverable.plan.${month}`,
        shape: "recurring",
        title: planTitle,
        ...(on === undefined ? {} : { fulfilment: { eventId: "e1", on } }),
      });
    expect(short({}, terms, { obligations: [of("2026-06", "2026-06-10")] })).toEqual([]);
    expect(short({}, terms, { obligations: [of("2026-06", "2026-06-11")] })).toEqual([
      "/services/0/prior “training plan” was accepted on 2026-06-11, after the service of 2026-06-10",
    ]);
    expect(short({}, terms, { obligations: [of("2026-05", "2026-05-01"), of("2026-06")] })).toEqual([
      "/services/0/prior “training plan” has not been accepted; it comes before the service of 2026-06-10",
    ]);
  });

  it("of what comes beforehand once and for all", () => {
    const terms = { services: [training], deliverables: [plan(once)] };
    const done = owed({ title: planTitle, fulfilment: { eventId: "e1", on: "2026-06-01" } });
    const earlier = accepted({ id: "s0", of: "service.training.2026-05", performedOn: "2026-05-10" });
    expect(short({}, terms, { obligations: [done], submissions: [earlier] })).toEqual([]);
    expect(short({}, terms, { obligations: [owed({ title: planTitle })] })).toHaveLength(1);
  });

  it("of one piece more than earlier records, where any number come beforehand", () => {
    const terms = { services: [{ ...training, schedule: onDemand }], deliverables: [plan(onDemand)] };
    const own = owed({ shape: "onDemand", title: planTitle });
    const first = accepted({ id: "p1" }, "2026-06-08");
    const second = accepted({ id: "p2", piece: 2 }, "2026-06-10");
    const record = accepted({ id: "r1", of: "service.training", performedOn: "2026-06-09" });
    const tried = (...submissions: Submission[]) =>
      short({ of: "service.training" }, terms, { obligations: [own], submissions });
    expect(tried(first)).toEqual([]);
    expect(tried(first, record, second)).toEqual([]);
    expect(tried(first, record)).toEqual([
      "/services/0/prior accepted by 2026-06-10: 1 of “training plan”; earlier records of the service: 1; one more comes first",
    ]);
    expect(tried(handedIn({ id: "p1" }))).toHaveLength(1);
    expect(tried(first, record, accepted({ id: "p3", piece: 3 }, "2026-06-11"))).toHaveLength(1);
  });

  it("of the period that it is for, which its first day is before", () => {
    const terms = {
      services: [{ key: "training", title, schedule: monthly }],
      reports: [{ key: "daily", title: { zh: "日报", en: "daily report" }, schedule: monthly }],
      deliverables: [plan(monthly)],
    };
    const tried = (of: string, opensOn: string, days: Partial<Submission> = {}) => {
      const kind = of.startsWith("service") ? "service" : of.startsWith("report") ? "report" : "deliverable";
      const obligations = [owed({ key: of, kind, shape: "recurring", title, opensOn })];
      const standing = { terms: sampleTerms(terms), obligations, submissions: [], events: [] };
      return findShortfalls(handedIn({ of, ...days }), standing).map(
        ({ path, reason }) => `${path} ${reason.en}`,
      );
    };
    const service = "service.training.2026-06";
    expect(tried(service, "2026-06-01", { performedOn: "2026-05-31" })).toEqual([
      "/services/0/schedule the service of 2026-05-31 is before the first day of “training”, 2026-06-01",
    ]);
    const over = { performedOn: "2026-05-31", performedThrough: "2026-06-01" };
    expect(tried(service, "2026-06-01", over)).toHaveLength(1);
    expect(tried(service, "2026-05-31", over)).toEqual([]);
    expect(tried("report.daily.2026-06-11", "2026-06-11")).toEqual([
      "/reports/0/schedule “training” begins on 2026-06-11; this was handed in on 2026-06-10, before it",
    ]);
    expect(tried("report.daily.2026-06-10", "2026-06-10")).toEqual([]);
    expect(tried("deliverable.plan.2026-07", "2026-07-01")).toEqual([]);
  });

  it("of what an allowance leaves, and says by how much", () => {
    const count = { schedule: "count", count: 30, unit: "day", span } as const;
    const quota = owed({ key: "service.duty", shape: "quota", quota: { count: 30, unit: "day", done: 26 } });
    const tried = (quantity: number, bound?: "atLeast" | "atMost") => {
      const schedule = bound === undefined ? count : { ...count, bound };
      const terms = { services: [{ key: "duty", title, schedule }] };
      return short({ of: "service.duty", quantity }, terms, { obligations: [quota] });
    };
    expect(tried(4, "atMost")).toEqual([]);
    expect(tried(5, "atMost")).toEqual([
      "/services/0/schedule/count at most 30 days are agreed, 26 days are used, this is 5 days: 1 day too many",
    ]);
    expect([tried(5), tried(5, "atLeast")]).toEqual([[], []]);
  });
});
