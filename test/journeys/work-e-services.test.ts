import { type CivilDate, instantAt } from "@luyue/core/civil-date";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { invoiceFor, invoiceNumber, payAll } from "./money-payments.ts";
import { conflict, forbidden, invalid, type Person, type Steps } from "./steps.ts";
import { createTransfers, pdfOf } from "./transfer.ts";
import { owedOf, recipientsOf, signE, told } from "./work-e-agency.ts";
import { expectRecordLines, signed } from "./work-e-record.ts";

let steps: Steps;
let files: ReturnType<typeof createTransfers>;
/** What was recorded so far, line by line. */
const lines: string[] = [...signed];

beforeAll(async () => {
  steps = await signE("2025-12-22");
  files = createTransfers(steps);
}, 60_000);
afterAll(() => steps.stack.stop());

interface Submitted {
  readonly id: string;
  readonly piece: number;
  readonly version: number;
  readonly state: string;
  readonly dueOn: string | null;
}

/** The vendor hands something in with a file of its own. */
async function handsIn(of: string, more: object = {}): Promise<Submitted> {
  const file = await files.uploads("vendor", pdfOf(`${of} ${JSON.stringify(more)} ${lines.length}`));
  lines.push("deliverable.submit 负责人");
  return steps.does<Submitted>("vendor", "POST /submissions", {
    of,
    files: [{ file, name: "成果.pdf" }],
    ...more,
  });
}
async function accepts(person: Person, { id }: Pick<Submitted, "id">, despite?: string): Promise<void> {
  lines.push(`deliverable.accept ${person}`);
  const body = despite === undefined ? undefined : { despite };
  const answer = await steps.does(person, `POST /submissions/${id}/acceptance`, body);
  expect(answer).toMatchObject({ state: "accepted" });
}
const acceptance = ({ id }: Pick<Submitted, "id">) => `POST /submissions/${id}/acceptance`;

interface Row {
  readonly kind: string;
  readonly key: string;
}
async function progressOf(key: string) {
  const [agency, vendor] = await Promise.all(
    (["auditor", "vendor"] as const).map((person) => steps.sees<{ items: Row[] }>(person, "/progress")),
  );
  expect(vendor).toEqual(agency);
  return agency?.items.find((row) => `${row.kind}.${row.key}` === key);
}
const obligation = async (key: string) => (await owedOf(steps, key)).find((owed) => owed.key === key);
const submission = async (of: string) => {
  const { items } = await steps.sees<{ items: Submitted[] }>("vendor", `/submissions?of=${of}`);
  return items[0];
};
const at = (day: CivilDate, time: string) => steps.stack.clock.set(instantAt(day, time));

const workingDays = [23, 24, 25, 26, 29, 30, 31].map((day) => `2025-12-${day}`);
const fortnight = [...workingDays, "2026-01-04", "2026-01-05", "2026-01-06"];
const daily = "report.resident-daily";

describe("contract E, the resident engineer's daily reports", { timeout: 60_000 }, () => {
  it("are owed by four on working days alone: none in the New Year's holiday, one on the make-up Sunday", async () => {
    const owed = await owedOf(steps, `${daily}.`);
    expect(owed.slice(0, fortnight.length).map(({ key, dueAt }) => [key, dueAt])).toEqual(
      fortnight.map((day) => [`${daily}.${day}`, `${day}T16:00:00+08:00`]),
    );
    const file = await files.uploads("vendor", pdfOf("日报"));
    const holiday = { of: `${daily}.2026-01-01`, files: [{ file, name: "日报.pdf" }] };
    await steps.refused("vendor", "POST /submissions", holiday, {
      ...invalid,
      zh: "本合同没有义务“report.resident-daily.2026-01-01”",
      paths: ["/of"],
    });
  });

  it("come every day, one half an hour late and one not at all, of which one reminder goes out", async () => {
    const { liveTo } = steps;
    for (const day of fortnight) {
      await liveTo(day);
      if (day === "2025-12-30") continue;
      at(day, day === "2025-12-25" ? "16:30" : "15:40");
      const report = await handsIn(`${daily}.${day}`);
      expect(report).toMatchObject({ dueOn: day, state: "submitted" });
      at(day, "17:00");
      await accepts("acceptor", report);
    }
    await liveTo("2026-01-07");
    expect(await submission(`${daily}.2025-12-25`)).toMatchObject({
      timeliness: {
        verdict: "late",
        lateDays: 0,
        why: { zh: "2025-12-25 16:30 提交，期限 2025-12-25 16:00，当日已过时限" },
      },
    });
    expect(await submission(`${daily}.2025-12-24`)).toMatchObject({ timeliness: { verdict: "onTime" } });
    expect(await obligation(`${daily}.2025-12-30`)).toMatchObject({ state: "overdue" });
    const row = { done: 9, accepted: 9, submitted: 0, onTime: 8, late: 1, overdue: 1 };
    expect(await progressOf(daily)).toMatchObject({ ...row, owed: { soFar: 11 } });
    const everyone = [told.acceptor, told.manager, told.lead].toSorted();
    expect(recipientsOf(steps, "2025-12-31", "逾期1个工作日：驻场日报（2025-12-30）")).toEqual(everyone);
    expect(recipientsOf(steps, "20", "驻场日报")).toEqual(everyone);
  });

  it("the missed one is late by the day on which it comes in the end", async () => {
    const report = await handsIn(`${daily}.2025-12-30`);
    await accepts("contractManager", report);
    expect(await submission(`${daily}.2025-12-30`)).toMatchObject({
      timeliness: { verdict: "late", lateDays: 8 },
    });
    expect(await progressOf(daily)).toMatchObject({ done: 10, onTime: 8, late: 2, overdue: 0 });
  });
});

describe("contract E, training", { timeout: 60_000 }, () => {
  let plan: Submitted;
  let training: Submitted;

  it("has its plan approved beforehand, which is returned once", async () => {
    const { does, refused } = steps;
    plan = await handsIn("deliverable.training-plan.01", { note: "初稿" });
    training = await handsIn("service.training.01", { performedOn: "2026-01-07", people: 22 });
    await refused("acceptor", acceptance(training), undefined, {
      ...conflict,
      zh: "“培训方案（第1期）”尚未通过，须先于 2026-01-07 的服务",
      paths: ["/services/5/people", "/services/5/prior"],
    });
    lines.push("deliverable.return acceptor", "deliverable.return acceptor");
    await does("acceptor", `POST /submissions/${training.id}/return`, { reason: "方案未经同意，须另行组织" });
    await does("acceptor", `POST /submissions/${plan.id}/return`, { reason: "缺考核方式" });
    plan = await handsIn("deliverable.training-plan.01", { note: "补考核方式" });
    expect(plan).toMatchObject({ piece: 1, version: 2 });
    await refused("auditor", acceptance(plan), undefined, forbidden);
    await refused("finance", acceptance(plan), undefined, forbidden);
    await accepts("contractManager", plan);
  });

  it("of 22 people is refused, and accepted with a reason that stands on the record", async () => {
    const { liveTo, refused, sees } = steps;
    await liveTo("2026-01-13");
    const future = { of: "service.training.01", performedOn: "2026-01-14", people: 22 };
    const file = await files.uploads("vendor", pdfOf("签到表"));
    await refused(
      "vendor",
      "POST /submissions",
      { ...future, files: [{ file, name: "签到表.pdf" }] },
      {
        ...invalid,
        zh: "不得晚于提交当日 2026-01-13",
        paths: ["/performedOn"],
      },
    );
    training = await handsIn("service.training.01", { performedOn: "2026-01-12", people: 22 });
    const tooFew = {
      ...conflict,
      zh: "22人，约定每次不少于30人",
      en: "22 people; at least 30 are agreed",
      paths: ["/services/5/people"],
    };
    await refused("acceptor", acceptance(training), undefined, tooFew);
    const why = "支队执勤抽调，缺席8人由乙方补训";
    await accepts("acceptor", training, why);
    expect(await sees("auditor", "/submissions?of=service.training.01")).toMatchObject({
      items: [
        { version: 2, state: "accepted", people: 22, despite: why },
        { version: 1, state: "returned" },
      ],
    });
    expect(await obligation("service.training.01")).toMatchObject({
      state: "fulfilled",
      fulfilment: { on: "2026-01-12" },
    });
    expect(await progressOf("service.training")).toMatchObject({
      done: 1,
      onTime: 1,
      service: { records: 1, people: { least: 22, sum: 22 }, lastPerformedOn: "2026-01-12" },
    });
  });
});

describe("contract E, the monthly risk detection", { timeout: 60_000 }, () => {
  it("of one month does not count for the next", async () => {
    const { does, refused } = steps;
    const january = await handsIn("service.risk-detection.01", { performedOn: "2026-01-12" });
    await accepts("acceptor", january);
    const again = await handsIn("service.risk-detection.02", { performedOn: "2026-01-12" });
    await refused("acceptor", acceptance(again), undefined, {
      ...conflict,
      zh: "服务日期 2026-01-12 早于“安全风险检测（第2期）”的起始日 2026-01-23",
      // Before its period, and on a day of which there is a record already.
      paths: ["/services/1/schedule", "/services/1/schedule"],
    });
    lines.push("deliverable.return acceptor");
    await does("acceptor", `POST /submissions/${again.id}/return`, { reason: "与第1期为同一次检测" });
    const tomorrow = await handsIn(`${daily}.2026-01-14`);
    await refused("acceptor", acceptance(tomorrow), undefined, {
      ...conflict,
      zh: "“驻场日报（2026-01-14）”自 2026-01-14 起，本次于 2026-01-13 提交",
      paths: ["/reports/0/schedule"],
    });
    expect(await progressOf("service.risk-detection")).toMatchObject({ done: 1, accepted: 1, returned: 1 });
  });
});

describe("contract E, documents that are missing", { timeout: 60_000 }, () => {
  it("are owed within seven working days of the notice, over the Spring Festival", async () => {
    const { does, goTo, liveTo, refused } = steps;
    goTo("2026-02-09");
    await liveTo("2026-02-10");
    const event = { kind: "occurred", of: "documents-missing", on: "2026-02-10" };
    await refused("vendor", "POST /events", { event }, { status: 404, code: "notFound" });
    lines.push("event.record contractManager");
    await does("contractManager", "POST /events", { event });
    const [owed] = await owedOf(steps, "deliverable.missing-documents.");
    // 11, 12, 13, the make-up Saturday 14, then 24, 25, 26: the festival is from 15 to 23.
    expect(owed).toMatchObject({ state: "open", dueOn: "2026-02-26" });
    await liveTo("2026-02-27");
    const title = "补齐缺失资料";
    const everyone = [told.acceptor, told.manager, told.lead].toSorted();
    for (const day of ["2026-02-12", "2026-02-19", "2026-02-23", "2026-02-25", "2026-02-26", "2026-02-27"])
      expect([day, recipientsOf(steps, day, title)]).toEqual([day, everyone]);
    expect(recipientsOf(steps, "2026-02-27", `逾期1个工作日：${title}`)).toEqual(everyone);
    const documents = await handsIn(owed?.key ?? "");
    expect(documents).toMatchObject({ dueOn: "2026-02-26" });
    await accepts("acceptor", documents);
    expect(await submission(owed?.key ?? "")).toMatchObject({ timeliness: { verdict: "late", lateDays: 1 } });
  });
});

describe("contract E, duty at key events and the assessment reports", { timeout: 60_000 }, () => {
  const duty = "service.key-event-duty";

  it("uses 28 of 30 days of duty, is told that four more are two too many, and says why they are accepted", async () => {
    const { goTo, refused } = steps;
    for (const [from, through] of [
      ["2026-02-15", "2026-02-23"],
      ["2026-03-04", "2026-03-12"],
      ["2026-04-18", "2026-04-27"],
    ] as const) {
      if (through > "2026-02-27") goTo(through);
      await accepts(
        "acceptor",
        await handsIn(duty, { performedOn: from, performedThrough: through, people: 2 }),
      );
    }
    expect(await obligation(duty)).toMatchObject({
      state: "ongoing",
      quota: { count: 30, done: 28, atMost: true },
    });
    expect(await progressOf(duty)).toMatchObject({ service: { days: { used: 28, agreed: 30 } } });
    goTo("2026-05-06");
    const four = { performedOn: "2026-05-01", performedThrough: "2026-05-04", people: 2 };
    const file = await files.uploads("vendor", pdfOf("值守记录"));
    const wrong = { of: duty, quantity: 2, files: [{ file, name: "值守记录.pdf" }], ...four };
    await refused("vendor", "POST /submissions", wrong, {
      ...invalid,
      zh: "按起止日期计为4天",
      paths: ["/quantity"],
    });
    const more = await handsIn(duty, four);
    await refused("acceptor", acceptance(more), undefined, {
      ...conflict,
      zh: "约定最多30天，已用28天，本次4天，超出2天",
      paths: ["/services/7/schedule/count"],
    });
    await accepts("contractManager", more, "五一期间临时增加安保任务，双方函件确认");
    expect(await progressOf(duty)).toMatchObject({ service: { days: { used: 32, agreed: 30 } } });
    expect(await obligation(duty)).toMatchObject({ state: "ongoing", quota: { done: 32 } });
    expect(recipientsOf(steps, "20", "重要活动保障")).toEqual([]);
  });

  it("the next quarter's training has 35 people, on a plan of its own", async () => {
    const { does, refused, goTo } = steps;
    const early = await handsIn("service.training.02", { performedOn: "2026-05-06", people: 35 });
    await refused("acceptor", acceptance(early), undefined, {
      ...conflict,
      zh: "“培训方案（第2期）”尚未通过",
      paths: ["/services/5/prior"],
    });
    lines.push("deliverable.withdraw 负责人");
    await does("vendor", `POST /submissions/${early.id}/withdrawal`, { reason: "待方案通过后再办" });
    await accepts("contractManager", await handsIn("deliverable.training-plan.02"));
    goTo("2026-05-08");
    await accepts(
      "acceptor",
      await handsIn("service.training.02", { performedOn: "2026-05-08", people: 35 }),
    );
    expect(await progressOf("service.training")).toMatchObject({
      done: 2,
      onTime: 2,
      service: { records: 2, people: { least: 22, sum: 57 } },
    });
  });

  it("the thirteen reports count as they are accepted, and the last of them opens the second payment", async () => {
    const { does, sees, refused, goTo } = steps;
    const key = "deliverable.assessment-reports";
    const five = await handsIn(key, { quantity: 5 });
    const seven = await handsIn(key, { quantity: 7, note: "第6至12个系统" });
    await accepts("acceptor", five);
    await accepts("acceptor", seven);
    expect(await obligation(key)).toMatchObject({ state: "open", quota: { count: 13, done: 12 } });
    const missing = async () =>
      (await sees<{ missing: { label: { en: string } }[] }>("finance", "/payments/t2")).missing;
    expect((await missing()).map(({ label }) => label.en)).toEqual([
      expect.stringContaining("formal assessment reports"),
      expect.stringContaining("invoice received"),
    ]);
    await refused("contractManager", "POST /payments/t2/requests", {}, { ...conflict, zh: "正式测评报告" });
    goTo("2026-05-20");
    const last = await handsIn(key, { quantity: 1 });
    expect(last).toMatchObject({ piece: 3 });
    expect((await missing()).map(({ label }) => label.en)).toHaveLength(2);
    await accepts("contractManager", last);
    expect(await obligation(key)).toMatchObject({ state: "fulfilled", quota: { done: 13 } });
    expect((await missing()).map(({ label }) => label.en)).toEqual([
      expect.stringContaining("invoice received"),
    ]);
    goTo("2026-05-22");
    lines.push("invoice.submit 负责人", "invoice.accept finance");
    await invoiceFor(steps, "t2", "582000.00", invoiceNumber(2));
    expect(await sees("finance", "/payments/t2")).toMatchObject({
      missing: [],
      payableToday: true,
      payable: "582000.00",
      dueOn: "2026-06-08",
    });
    lines.push("payment.request contractManager", "payment.approve finance", "payment.pay finance");
    expect(await payAll(steps, "t2", "凭证 2026-212")).toMatchObject({ amount: "582000.00" });
    expect(await does("vendor", "GET /payments")).toMatchObject({ items: [{}, { state: "fulfilled" }, {}] });
  });

  it("all of it stands on the record in its order, each reason with what it fell short of", async () => {
    const items = await expectRecordLines(steps, lines);
    const reasons = items.filter(
      ({ command, reason }) => command === "deliverable.accept" && reason !== undefined,
    );
    expect(reasons).toMatchObject([
      { reason: "支队执勤抽调，缺席8人由乙方补训", after: { shortfalls: [{ path: "/services/5/people" }] } },
      {
        reason: "五一期间临时增加安保任务，双方函件确认",
        after: { shortfalls: [{ path: "/services/7/schedule/count" }] },
      },
    ]);
  });
});
