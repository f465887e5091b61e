import { expect } from "vitest";
import { conflict, forbidden, type Steps } from "./steps.ts";
import { accept, deliver, handIn, perform } from "./work-b-hand-in.ts";
import { laddersOf, ofWork } from "./work-b-mails.ts";
import { liveTo, owed } from "./work-b-year.ts";

/** The third inspection's report: sent back, handed in again, accepted after its day. Gives the ids of both versions. */
export async function returnAndAccept(steps: Steps) {
  const { does, sees, refused } = steps;
  const of = "deliverable.inspection-report.03";
  await liveTo(steps, "2026-05-16");
  const { id: returned } = await handIn(steps, of);
  expect(await owed(steps, of)).toMatchObject({
    state: "open",
    dueOn: "2026-06-03",
    waitingFor: [{ event: "deliverableAccepted", holder: "buyer" }],
  });
  await perform(steps, "hardening");
  await deliver(steps, "deliverable.hardening-report");
  await perform(steps, "crypto-integration", 4);
  await liveTo(steps, "2026-05-18");
  const reason = "缺少网络拓扑与整改建议";
  await refused("finance", `POST /submissions/${returned}/return`, { reason }, forbidden);
  await does("acceptor", `POST /submissions/${returned}/return`, { reason });
  expect(await sees("vendor", `/submissions?of=${of}`)).toMatchObject({
    items: [{ id: returned, state: "returned", reason }],
  });
  expect(await owed(steps, of)).toMatchObject({ state: "open", waitingFor: [] });
  await liveTo(steps, "2026-06-01");
  const again = await handIn(steps, of);
  expect(again).toMatchObject({ piece: 1, version: 2, state: "submitted", dueOn: "2026-06-03" });
  const files = [{ file: await steps.uploads("vendor", "%PDF-1.7\n3\n%%EOF\n"), name: "x.pdf" }];
  await refused(
    "vendor",
    "POST /submissions",
    { of, files },
    { ...conflict, zh: "第2版已于 2026-06-01 提交" },
  );
  await liveTo(steps, "2026-06-04");
  expect(await owed(steps, of)).toMatchObject({ state: "held" });
  await liveTo(steps, "2026-06-05");
  await accept(steps, again);
  expect(await sees("vendor", `/submissions?of=${of}`)).toMatchObject({
    items: [
      { version: 2, state: "accepted", timeliness: { verdict: "onTime" } },
      { version: 1, state: "returned" },
    ],
  });
  expect(laddersOf(steps, of)).toEqual([
    `2026-05-20 还有14天: ${ofWork}`,
    `2026-05-27 还有7天: ${ofWork}`,
    `2026-05-31 还有3天: ${ofWork}`,
    `2026-06-02 还有1天: ${ofWork}`,
    `2026-06-03 今天到期: ${ofWork}`,
  ]);
  return { returned, again: again.id };
}

/** The first analysis of the logs, on a day of June. */
export async function reportLogs(steps: Steps) {
  await perform(steps, "log-analysis");
  const report = await reportOfLogs(steps, "2026-06-15");
  await liveTo(steps, "2026-06-15");
  const id = await deliver(steps, report);
  await perform(steps, "penetration-test");
  await deliver(steps, "deliverable.penetration-report");
  expect(await steps.sees("auditor", `/submissions?of=${report}`)).toMatchObject({
    items: [{ id, dueOn: "2026-06-15", timeliness: { verdict: "onTime" } }],
  });
  expect(laddersOf(steps, report)).toEqual([
    `2026-06-09 还有6天: ${ofWork}`,
    `2026-06-12 还有3天: ${ofWork}`,
    `2026-06-14 还有1天: ${ofWork}`,
    `2026-06-15 今天到期: ${ofWork}`,
  ]);
}

/** August's progress report, eight days late; gives its id. */
export async function missProgressReport(steps: Steps) {
  const of = "report.progress.2026-08";
  await liveTo(steps, "2026-07-20");
  await perform(steps, "plan-revision");
  await liveTo(steps, "2026-08-18");
  expect(await owed(steps, of)).toMatchObject({ state: "overdue", dueOn: "2026-08-10" });
  const late = await handIn(steps, of);
  await liveTo(steps, "2026-08-20");
  expect(await owed(steps, of)).toMatchObject({ state: "held" });
  await accept(steps, late);
  expect(await owed(steps, of)).toMatchObject({ state: "fulfilled" });
  await liveTo(steps, "2026-08-24");
  expect(laddersOf(steps, of)).toEqual([
    `2026-07-27 还有14天: ${ofWork}`,
    `2026-08-03 还有7天: ${ofWork}`,
    `2026-08-07 还有3天: ${ofWork}`,
    `2026-08-09 还有1天: ${ofWork}`,
    `2026-08-10 今天到期: ${ofWork}`,
    `2026-08-11 逾期1个工作日: ${ofWork}`,
    `2026-08-12 逾期2个工作日: ${ofWork}`,
    `2026-08-13 逾期3个工作日: ${ofWork}`,
    `2026-08-14 逾期4个工作日: ${ofWork}`,
    `2026-08-17 逾期5个工作日: ${ofWork}`,
    `2026-08-18 逾期6个工作日: ${ofWork}`,
  ]);
  expect(await steps.sees("vendor", `/submissions?of=${of}`)).toMatchObject({
    items: [{ state: "accepted", timeliness: { verdict: "late", lateDays: 8 } }],
  });
  return late.id;
}

/** The report that an analysis of today brought, due on a day. */
export async function reportOfLogs({ sees }: Steps, dueOn: string): Promise<string> {
  const path = `/obligations?kind=deliverable&from=${dueOn}&to=${dueOn}`;
  const { items } = await sees<{ items: { key: string }[] }>("vendor", `/v1/partner${path}`);
  const reports = items.filter(({ key }) => key.startsWith("deliverable.log-analysis-report."));
  expect(reports).toHaveLength(1);
  return reports[0]?.key ?? "";
}
