import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forbidden, invalid, type Steps } from "./steps.ts";
import { applyForPanel, expectReport, paySecond, review } from "./work-b-acceptance.ts";
import { draftB, fair, keyPeriods, settleMoney, signB } from "./work-b-agency.ts";
import { withoutDailyBackups } from "./work-b-backups.ts";
import { deliver, guard, perform } from "./work-b-hand-in.ts";
import { laddersOf, listTold, ofService, ofWork } from "./work-b-mails.ts";
import { countLines, linesAbout, readRecord } from "./work-b-record.ts";
import { missProgressReport, reportLogs, reportOfLogs, returnAndAccept } from "./work-b-reports.ts";
import { expectYear, objectToScore, scoreBelowSixty, scorePerfectApril } from "./work-b-score-tales.ts";
import { fulfil, liveTo, owed } from "./work-b-year.ts";

let steps: Steps;
const ids = { returned: "", again: "", late: "", sheet: "", round: "" };
const live = (day: string) => liveTo(steps, day);

beforeAll(async () => {
  steps = await draftB(withoutDailyBackups());
}, 60_000);
afterAll(() => steps.stack.stop());

describe("contract B, through a year of work", { timeout: 120_000 }, () => {
  it("its duty follows the key periods that the administrator sets", async () => {
    const { does, refused } = steps;
    await refused("contractManager", "PATCH /v1/tenant", { keyPeriods }, forbidden);
    await does("administrator", "PATCH /v1/tenant", { keyPeriods });
    await signB(steps);
    const duties = await listDuties();
    expect(duties).toEqual([
      ["two-sessions-2026", "2026-03-04", "2026-03-12"],
      ["labour-day-2026", "2026-05-01", "2026-05-05"],
      ["national-day-2026", "2026-10-01", "2026-10-07"],
      ["new-year-2027", "2027-01-01", "2027-01-03"],
      ["spring-festival-2027", "2027-02-05", "2027-02-12"],
      ["two-sessions-2027", "2027-03-03", "2027-03-03"],
    ]);
    await settleMoney(steps);
  });

  it("the progress reports are due by the 10th, rolled off Sundays, and not off a Saturday of work", async () => {
    const { items } = await steps.sees<{ items: Owed[] }>("auditor", "/obligations?kind=report&limit=200");
    expect(items.map(({ dueOn }) => dueOn)).toEqual([
      "2026-03-10",
      "2026-04-10",
      "2026-05-11",
      "2026-06-10",
      "2026-07-10",
      "2026-08-10",
      "2026-09-10",
      "2026-10-10",
      "2026-11-10",
      "2026-12-10",
      "2027-01-11",
      "2027-02-10",
    ]);
  });

  it("March: a record names only files that were uploaded and days that are over", async () => {
    const { refused } = steps;
    await live("2026-03-04");
    await deliver(steps, "report.progress.2026-03");
    await fulfil(steps, "service.full-backup.2026-03-02");
    const of = "service.special-period-duty.two-sessions-2026";
    const files = [{ file: `sha256-${"0".repeat(64)}`, name: "值守记录.pdf" }];
    const record = { of, files, performedOn: "2026-03-04" };
    await refused("vendor", "POST /submissions", record, { ...invalid, paths: ["/files/0/file"] });
    const through = { ...record, performedThrough: "2026-03-12" };
    await refused("vendor", "POST /submissions", through, { ...invalid, paths: ["/performedThrough"] });
    await live("2026-03-12");
    await guard(steps, "two-sessions-2026", "2026-03-04");
    expect(await owed(steps, of)).toMatchObject({ state: "fulfilled", fulfilment: { on: "2026-03-12" } });
  });

  it("May Day: duty is announced two weeks ahead and as it begins, its report is led to", async () => {
    await live("2026-04-20");
    await perform(steps, "weakness-check");
    for (const of of ["weakness-report", "hardening-plan"]) await deliver(steps, `deliverable.${of}`);
    await live("2026-05-05");
    await guard(steps, "labour-day-2026", "2026-05-01");
    await live("2026-05-08");
    expect(laddersOf(steps, "service.special-period-duty.labour-day-2026")).toEqual([
      `2026-04-17 14天后开始: ${ofService}`,
      `2026-04-24 7天后开始: ${ofService}`,
      `2026-04-28 3天后开始: ${ofService}`,
      `2026-04-30 1天后开始: ${ofService}`,
      `2026-05-01 今天开始: ${ofService}`,
    ]);
    expect(laddersOf(steps, "deliverable.duty-report.labour-day-2026")).toEqual([
      `2026-04-21 还有14天: ${ofWork}`,
      `2026-04-28 还有7天: ${ofWork}`,
      `2026-05-02 还有3天: ${ofWork}`,
      `2026-05-04 还有1天: ${ofWork}`,
      `2026-05-05 今天到期: ${ofWork}`,
    ]);
  });

  it("April, perfect, is 99.17: the weakness check was scheduled, and its split sums to 90 %", () =>
    scorePerfectApril(steps));

  it("an inspection report is returned, and on time by the version that is accepted in the end", async () => {
    Object.assign(ids, await returnAndAccept(steps));
  });

  it("May's score is objected to, proposed anew, agreed to, and settled by another", async () => {
    ids.sheet = await objectToScore(steps);
  });

  it("the logs are analysed: the report is due a week after, and comes on that day", () => reportLogs(steps));

  it("August's progress report is missed: both sides are told every working day, until it comes late", async () => {
    ids.late = await missProgressReport(steps);
  });

  it("the fair that is named in August brings duty in September", async () => {
    await steps.does("administrator", "PATCH /v1/tenant", { keyPeriods: [...keyPeriods, fair] });
    expect(await listDuties("&state=upcoming")).toContainEqual([
      "trade-fair-2026",
      "2026-09-14",
      "2026-09-18",
    ]);
    await live("2026-09-01");
    expect(laddersOf(steps, "service.special-period-duty.trade-fair-2026")).toEqual([
      `2026-08-31 14天后开始: ${ofService}`,
    ]);
  });

  it("the first drill is late: the pace warns once, and is silent once the drill is credited", async () => {
    const [drill, report] = ["service.emergency-drill", "deliverable.drill-report"];
    expect(laddersOf(steps, drill)).toEqual([`2026-09-01 进度落后: ${ofService}`]);
    expect(laddersOf(steps, report)).toEqual([]);
    const path = "/v1/partner/obligations?kind=service&limit=200";
    const { items } = await steps.sees<{ items: Owed[] }>("vendor", path);
    expect(items.find(({ key }) => key === drill)).toMatchObject({
      quota: { done: 0, pace: { state: "behind", expected: 1 } },
    });
    await live("2026-09-10");
    await perform(steps, "emergency-drill");
    await deliver(steps, report);
    const pace = { state: "onPace", expected: 1, left: 1 };
    expect(await owed(steps, drill)).toMatchObject({ state: "open", quota: { count: 2, done: 1, pace } });
    expect(await owed(steps, report)).toMatchObject({
      state: "open",
      quota: { count: 2, done: 1, pace: null },
    });
    await live("2026-09-18");
    await guard(steps, "trade-fair-2026", "2026-09-14");
    await live("2026-10-07");
    await guard(steps, "national-day-2026", "2026-10-01");
  });

  it("October is below 60: the trigger names its penalty, which is deducted from the next payment", () =>
    scoreBelowSixty(steps));

  it("the second half of everything is done before the year is over", async () => {
    await live("2026-11-20");
    const services = ["weakness-check", "hardening", "penetration-test", "plan-revision"];
    for (const service of services) await perform(steps, service);
    const reports = ["weakness-report", "hardening-plan", "hardening-report", "penetration-report"];
    for (const report of reports) await deliver(steps, `deliverable.${report}`);
    await live("2026-12-08");
    await perform(steps, "emergency-drill");
    await deliver(steps, "deliverable.drill-report");
    expect(await owed(steps, "service.emergency-drill")).toMatchObject({
      state: "fulfilled",
      quota: { done: 2, pace: { state: "done" } },
      fulfilment: { on: "2026-12-08" },
    });
    await live("2027-01-03");
    await guard(steps, "new-year-2027", "2027-01-01");
    await live("2027-02-12");
    await guard(steps, "spring-festival-2027", "2027-02-05");
    const atEnd = ["antivirus-report", "backup-report", "monitoring-report", "self-check-report"];
    for (const report of atEnd) await deliver(steps, `deliverable.${report}`);
    await live("2027-03-03");
    await guard(steps, "two-sessions-2027", "2027-03-03");
    for (const key of ["service.emergency-drill", "deliverable.drill-report"]) {
      expect(laddersOf(steps, key, "2026-09-02")).toEqual([]);
    }
  });

  it("the logs of the term's last day are reported a week after it", async () => {
    await perform(steps, "log-analysis");
    const report = await reportOfLogs(steps, "2027-03-10");
    await live("2027-03-05");
    await deliver(steps, report);
    expect(await owed(steps, report)).toMatchObject({ state: "fulfilled" });
  });

  it("the year's score is the mean of twelve months, and excellent", () => expectYear(steps));

  it("the progress of the year: everything done, eleven of twelve reports on time", async () => {
    const { items } = await steps.sees<{ items: Row[] }>("vendor", "/progress");
    const rows = new Map(items.map((row) => [row.key, row]));
    expect(rows.get("progress")).toMatchObject({
      owed: { inAll: 12 },
      accepted: 12,
      onTime: 11,
      late: 1,
      overdue: 0,
    });
    expect(rows.get("inspection")).toMatchObject({ owed: { inAll: 12 }, done: 12, onTime: 12 });
    expect(rows.get("inspection-report")).toMatchObject({ accepted: 12, returned: 0, onTime: 12, late: 0 });
    expect(rows.get("special-period-duty")).toMatchObject({ owed: { inAll: 7 }, done: 7, onTime: 7 });
    expect(rows.get("duty-report")).toMatchObject({ accepted: 7, onTime: 7 });
    expect(rows.get("full-backup")).toMatchObject({ owed: { inAll: 53 }, done: 53 });
    for (const key of ["emergency-drill", "plan-revision", "hardening", "log-analysis", "weakness-check"]) {
      expect(rows.get(key)).toMatchObject({ owed: { inAll: 2 }, done: 2, overdue: 0 });
    }
    expect(items.filter(({ overdue }) => overdue > 0)).toEqual([]);
  });

  it("the annual report comes before the panel, which is applied for", async () => {
    ids.round = await applyForPanel(steps);
  });

  it("experts sign on paper, the round passes by the record, and both sides print its report", async () => {
    await live("2027-03-26");
    await review(steps, ids.round);
    expect(await owed(steps, "acceptance.stage")).toMatchObject({
      state: "fulfilled",
      dueOn: "2027-04-06",
      fulfilment: { on: "2027-03-26" },
    });
    expect(await steps.sees("vendor", "/acceptances")).toMatchObject({
      items: [{ passedOn: "2027-03-26", failures: 0, openRoundId: null }],
    });
    await expectReport(steps, ids.round);
  });

  it("the second payment is dated by the acceptance and the funds, and paid less the penalty", () =>
    paySecond(steps));

  it("nothing is left to be reminded of, and on no day was anybody flooded", async () => {
    const { items } = await steps.sees<{ items: Owed[] }>("auditor", "/v1/obligations?limit=200");
    expect(items.filter(({ state }) => state !== "ended").map(({ key }) => key)).toEqual(["secrecy.secrecy"]);
    const before = listTold(steps).length;
    await live("2027-04-08");
    expect(listTold(steps)).toHaveLength(before);
    const days = new Map<string, number>();
    for (const { on, to } of listTold(steps)) days.set(`${on} ${to}`, (days.get(`${on} ${to}`) ?? 0) + 1);
    expect(Math.max(...days.values())).toBeLessThanOrEqual(10);
  });

  it("stands on the record, line by line, with whoever did it", async () => {
    const record = await readRecord(steps);
    expect(countLines(record)).toMatchObject({
      "deliverable.submit 负责人": 93,
      "deliverable.accept acceptor": 92,
      "deliverable.return acceptor": 1,
      "obligation.fulfil contractManager": 53 + 12,
      "score.propose contractManager": 13,
      "score.answer 负责人": 13,
      "score.settle acceptor": 12,
      "measurement.record acceptor": 2,
      "measurement.record contractManager": 1,
    });
    expect(record.filter(({ actor }) => actor.kind === "operator")).toEqual([]);
    expect(linesAbout(record, ids.returned)).toEqual([
      "deliverable.submit 负责人",
      "deliverable.return acceptor",
    ]);
    expect(linesAbout(record, ids.again)).toEqual([
      "deliverable.submit 负责人",
      "deliverable.accept acceptor",
    ]);
    expect(linesAbout(record, ids.late)).toEqual([
      "deliverable.submit 负责人",
      "deliverable.accept acceptor",
    ]);
    expect(linesAbout(record, ids.sheet)).toEqual([
      "score.propose contractManager",
      "score.answer 负责人",
      "score.propose contractManager",
      "score.answer 负责人",
      "score.settle acceptor",
    ]);
    expect(linesAbout(record, ids.round)).toEqual([
      "acceptance.apply 负责人",
      "acceptance.assess contractManager",
      "acceptance.sign acceptor",
      "acceptance.sign contractManager",
      "acceptance.sign contractManager",
      "acceptance.sign contractManager",
      "acceptance.conclude acceptor",
    ]);
  });
});

async function listDuties(query = "") {
  const path = `/v1/partner/obligations?kind=service&limit=200${query}`;
  const { items } = await steps.sees<{ items: Owed[] }>("vendor", path);
  return items
    .filter(({ key }) => key.startsWith("service.special-period-duty."))
    .map(({ keyPeriod, windowOpensOn, dueOn }) => [keyPeriod?.key, windowOpensOn, dueOn]);
}

interface Owed {
  readonly key: string;
  readonly state: string;
  readonly windowOpensOn: string | null;
  readonly dueOn: string | null;
  readonly keyPeriod: { readonly key: string } | null;
}

interface Row {
  readonly key: string;
  readonly overdue: number;
}
