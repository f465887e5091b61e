import { createCalendar } from "@luyue/core/calendar";
import {
  assessProgress,
  listSubmissionEvents,
  type ProgressRow,
  type Submission,
} from "@luyue/core/deliverable";
import type { ContractEvent } from "@luyue/core/event";
import { deriveObligations } from "@luyue/core/obligation";
import { type DemoKey, demoContract } from "@luyue/testing/contracts";
import { describe, expect, it } from "vitest";

const calendar = createCalendar();
const act = { actorId: "usr_1", name: "供应商人员", at: "2026-06-10T09:00:00+08:00" };

type Given = Partial<Submission> & Pick<Submission, "id" | "of" | "state">;

/** Something handed in on 10 June 2026 and decided on the twentieth. */
function submission({ state, ...over }: Given): Submission {
  const submitted = { ...act, side: "vendor" } as const;
  const facts = { piece: 1, version: 1, quantity: 1, files: [], submittedAt: act.at, submitted, ...over };
  if (state === "submitted") return { ...facts, state };
  const decided = { ...act, at: "2026-06-20T09:00:00+08:00", reason: "缺少附件" };
  return { ...facts, state, decided };
}

function progress(key: DemoKey, now: string, given: Given[] = [], more: ContractEvent[] = []): ProgressRow[] {
  const { terms, events: own } = demoContract(key);
  const submissions = given.map(submission);
  const events = [...own, ...more, ...submissions.flatMap(listSubmissionEvents)];
  const obligations = deriveObligations(terms, events, calendar);
  return assessProgress({ terms, obligations, submissions, events, now });
}

function find(rows: readonly ProgressRow[], kind: ProgressRow["kind"], key: string): ProgressRow {
  const found = rows.find((row) => row.kind === kind && row.key === key);
  if (found === undefined) throw new Error(`no row ${kind} ${key}`);
  return found;
}

const july = "2026-07-01T09:00:00+08:00";

describe("progress of the contracts", () => {
  it("A: the table of deliverables is the contract's own, numbers 1 to 19 without 5", () => {
    const rows = progress("A", july).filter(({ kind }) => kind === "deliverable");
    const numbers = Array.from({ length: 19 }, (_, index) => String(index + 1)).filter(
      (each) => each !== "5",
    );
    expect(rows.map(({ number }) => number)).toEqual(numbers);
    const countOf = (name: string | undefined) => rows.filter(({ className }) => className === name).length;
    const classes = [...new Set(rows.map(({ className }) => className))];
    expect(classes.map((name) => `${name} ${countOf(name)}`)).toEqual([
      "网络安全风险管理类成果 6",
      "应急体系管理类成果 3",
      "威胁监测与分析类成果 4",
      "数据安全体系管理类成果 2",
      "满意度评估 1",
      "网络安全服务阶段性总结报告 1",
      "网络安全服务总结报告 1",
    ]);
    expect(find(rows, "deliverable", "scan-report")).toMatchObject({
      title: { zh: "漏洞扫描报告及整改建议" },
      clause: "六、验收 第2款",
      unit: "time",
      owed: { inAll: 6, soFar: 0 },
      done: 0,
    });
  });

  it("A: six scan reports are counted piece by piece, and are late after the term", () => {
    const of = "deliverable.scan-report";
    const given: Given[] = [
      { id: "s1", of, state: "returned" },
      { id: "s2", of, version: 2, state: "accepted" },
      { id: "s3", of, piece: 2, state: "accepted", submittedAt: "2027-04-28T09:00:00+08:00" },
      { id: "s4", of, piece: 3, state: "submitted" },
      { id: "s5", of, piece: 4, state: "withdrawn" },
    ];
    const counted = { done: 2, submitted: 1, accepted: 2, returned: 1, onTime: 1, late: 1 };
    expect(find(progress("A", july, given), "deliverable", "scan-report")).toMatchObject({
      ...counted,
      owed: { inAll: 6, soFar: 0 },
      overdue: 0,
    });
    const after = progress("A", "2027-05-06T09:00:00+08:00", given);
    expect(find(after, "deliverable", "scan-report")).toMatchObject({
      ...counted,
      owed: { inAll: 6, soFar: 6 },
      overdue: 1,
    });
  });

  it("B: monthly reports, in time, late, and overdue", () => {
    const of = (month: string) => `report.progress.2026-${month}`;
    const rows = progress("B", july, [
      { id: "s1", of: of("03"), state: "accepted", submittedAt: "2026-03-10T20:00:00+08:00" },
      { id: "s2", of: of("04"), state: "accepted", submittedAt: "2026-05-15T09:00:00+08:00" },
      { id: "s3", of: of("05"), state: "returned" },
    ]);
    expect(find(rows, "report", "progress")).toMatchObject({
      owed: { inAll: 12, soFar: 4 },
      done: 2,
      submitted: 0,
      accepted: 2,
      returned: 1,
      onTime: 1,
      late: 1,
      overdue: 2,
    });
  });

  it("E: days used of thirty, and the head-counts of the training", () => {
    const signed: ContractEvent = { id: "signed", kind: "signed", on: "2026-03-02" };
    const duty = { of: "service.key-event-duty", state: "accepted" } as const;
    const days = { performedOn: "2026-05-01", performedThrough: "2026-05-05", quantity: 5 };
    const other = { performedOn: "2026-06-01", performedThrough: "2026-06-07", quantity: 7 };
    const training = { state: "accepted", performedOn: "2026-05-20" } as const;
    const trained = progress("E", july, [], [signed]);
    expect(find(trained, "service", "key-event-duty").service).toEqual({
      records: 0,
      days: { used: 0, agreed: 30 },
    });
    const [first, second] = deriveObligations(demoContract("E").terms, [signed], calendar)
      .filter(({ key }) => key.startsWith("service.training."))
      .map(({ key }) => key);
    const rows = progress(
      "E",
      july,
      [
        { id: "d1", ...duty, ...days },
        { id: "d2", ...duty, piece: 2, ...other },
        { id: "d3", of: duty.of, state: "submitted", piece: 3, ...other },
        { id: "t1", of: first ?? "", ...training, people: 31 },
        { id: "t2", of: second ?? "", ...training, performedOn: "2026-06-30", people: 45 },
      ],
      [signed],
    );
    expect(find(rows, "service", "key-event-duty")).toMatchObject({
      unit: "day",
      done: 12,
      submitted: 1,
      service: { records: 2, days: { used: 12, agreed: 30 }, lastPerformedOn: "2026-06-07" },
    });
    expect(find(rows, "service", "training")).toMatchObject({
      done: 2,
      service: { records: 2, people: { least: 31, sum: 76 }, lastPerformedOn: "2026-06-30" },
    });
  });

  it("what goes on, is done on demand, or has no dates yet owes no number", () => {
    const rows = progress(
      "A",
      july,
      [],
      [{ id: "e1", kind: "performed", of: "early-warning", on: "2026-06-03" }],
    );
    const onDemand = find(rows, "service", "early-warning");
    expect(onDemand).toMatchObject({ done: 1, service: { records: 0, lastPerformedOn: "2026-06-03" } });
    expect(onDemand).not.toHaveProperty("owed");
    expect(find(rows, "service", "network-admission")).not.toHaveProperty("owed");
    expect(find(progress("E", july), "report", "resident-monthly")).not.toHaveProperty("owed");
    const { terms } = demoContract("A");
    const named = [terms.services, terms.deliverables, terms.reports].flatMap((list) => list ?? []);
    expect(rows).toHaveLength(named.length);
  });
});
