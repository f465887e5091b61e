import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAgency } from "./money-agency.ts";
import { invoiceFor, invoiceNumber, payAll } from "./money-payments.ts";
import { openAgency } from "./open-agency.ts";
import { conflict, forbidden, invalid, type Steps } from "./steps.ts";
import { expectNothingFound, openStrangers } from "./strangers.ts";
import { expectRecordOfC } from "./work-c-record.ts";
import {
  acceptors,
  bothSee,
  c,
  expectClosed,
  expectOwed,
  expertsPaper,
  mailsAbout,
  money,
  pdf,
  resting,
  reviewRound,
  rightOf,
  roundPath,
  terms,
  triedByStrangers,
} from "./work-c-rounds.ts";

const midterm = "POST /acceptances/midterm/applications";

let steps: Steps;
/** The rounds by their ids, the first one first. */
const rounds: string[] = [];
const last = () => rounds.at(-1) ?? "";

beforeAll(async () => {
  steps = await openAgency(c, "2025-09-29");
}, 60_000);
afterAll(() => steps.stack.stop());

const failedOf = (on: string, reason: string) => ({ outcome: "failed", on, reason });
describe("contract C, whose mid-term acceptance fails four times", { timeout: 60_000 }, () => {
  it("is signed on the day that its text leaves blank, and only then has days", async () => {
    const { does, goTo, about } = steps;
    about.contractId = String((await does("contractManager", "POST /v1/contracts", { terms }))["id"]);
    await does("contractManager", "POST /activate", {});
    about.agencyId = await findAgency(steps);
    await expectOwed(steps, rounds, "acceptance null waiting");
    goTo("2025-09-30");
    await does("contractManager", "POST /events", { event: { kind: "signed", on: "2025-09-30" } });
    // Six months are over on 30 March; fifteen working days follow, without the Qingming Festival.
    await expectOwed(steps, rounds, "acceptance 2026-04-21 open");
    await invoiceFor(steps, "t1", "523250.00", invoiceNumber(1));
    goTo("2025-10-14");
    await payAll(steps, "t1", "凭证 2025-310");
    expect(await bothSee(steps)).toMatchObject({
      items: [
        { failures: 0, openRoundId: null, rectifications: { allowed: 3, used: 0, exceeded: false } },
        {},
      ],
      rights: [],
    });
  });

  it("round 1: applied for with a file; nobody signs before it is assessed, nor for somebody else", async () => {
    const { does, uploads, refused, goTo, liveTo } = steps;
    goTo("2026-03-31");
    await invoiceFor(steps, "t2", "523250.00", invoiceNumber(2));
    await liveTo("2026-04-02");
    const own = await uploads("vendor", pdf("自评报告"), "application/pdf");
    const evidence = [{ file: own, document: "自评报告" }];
    const other = `sha256-${"0".repeat(64)}`;
    await refused(
      "vendor",
      midterm,
      { evidence: [{ file: other }] },
      { ...invalid, paths: ["/evidence/0/file"] },
    );
    const applied = await does("vendor", midterm, { note: "六个月服务已完成", evidence });
    expect(applied).toMatchObject({ of: "midterm", number: 1, state: "applied" });
    rounds.push(String(applied["id"]));
    const again = { ...conflict, zh: "“中期验收”第1轮（2026-04-02 申请）尚未结束" };
    await refused("vendor", midterm, {}, again);
    const round = `POST ${roundPath(last())}`;
    const notYet = { ...conflict, zh: "尚未评定" };
    await refused("acceptor", `${round}/conclusion`, failedOf("2026-04-02", "材料不全"), notYet);
    await refused("acceptor", `${round}/signatures`, { agrees: true }, notYet);
    await refused("finance", `${round}/assessment`, { results: [] }, forbidden);

    await liveTo("2026-04-09");
    await does("contractManager", `${round}/assessment`, { results: [], acceptors });
    await does("contractManager", `${round}/signatures`, { agrees: true });
    const file = await uploads("contractManager", pdf("专家甲签字件"), "application/pdf");
    await refused(
      "acceptor",
      `${round}/signatures`,
      { agrees: true, ...expertsPaper(file) },
      {
        ...forbidden,
        zh: "专家甲为外部专家，其签字由合同经办人登记",
      },
    );
    await refused(
      "contractManager",
      `${round}/signatures`,
      { agrees: true, acceptor: "expert3" },
      {
        ...invalid,
        paths: ["/evidence"],
      },
    );
    const missing = { ...conflict, zh: "尚未签字：acceptor、专家甲", en: "not signed yet: acceptor, 专家甲" };
    await refused("acceptor", `${round}/conclusion`, { outcome: "passed" }, missing);
    await refused("acceptor", `${round}/signatures`, { agrees: false }, { ...invalid, paths: ["/note"] });
    await does("acceptor", `${round}/signatures`, { agrees: false, note: "日志留存不足六个月" });
    await does("contractManager", `${round}/signatures`, { agrees: true, ...expertsPaper(file) });
    await does("vendor", `${round}/statement`, { note: "日志服务器扩容后已补齐" });
  });

  it("round 1: fails, for one of them disagrees; the vendor has fifteen days, and the report says it all", async () => {
    const { does, refused, reads, liveTo } = steps;
    await liveTo("2026-04-10");
    const round = `POST ${roundPath(last())}`;
    const disagrees = { ...conflict, zh: "不能作出通过的结论：acceptor不同意" };
    await refused("acceptor", `${round}/conclusion`, { outcome: "passed" }, disagrees);
    await refused(
      "acceptor",
      `${round}/conclusion`,
      { outcome: "failed" },
      { ...invalid, paths: ["/reason"] },
    );
    const failed = await does("acceptor", `${round}/conclusion`, failedOf("2026-04-10", "日志留存不足"));
    expect(failed).toMatchObject({ number: 1, state: "failed" });
    await refused(
      "vendor",
      `${round}/statement`,
      { note: "另有说明" },
      { ...conflict, zh: "第1轮验收为“未通过”状态" },
    );
    // The fifteenth day, 25 April, is a Saturday.
    await expectOwed(steps, rounds, "acceptance 2026-04-21 open", "rectification 1 2026-04-27 open");
    const seen = await bothSee(steps, "failed");
    expect(seen.items[0]).toMatchObject({
      failures: 1,
      rectifications: { used: 0, exceeded: false },
      rounds: [
        {
          applied: { side: "vendor", name: "负责人", evidence: [{ document: "自评报告" }] },
          assessment: {
            acceptors: [
              { name: "contractManager", expert: false, signature: { agrees: true } },
              { name: "acceptor", signature: { agrees: false, note: "日志留存不足六个月" } },
              { name: "专家甲", expert: true, signature: { agrees: true, recordedBy: "contractManager" } },
            ],
          },
          statement: { note: "日志服务器扩容后已补齐" },
          settled: { on: "2026-04-10", reason: "日志留存不足", rectifyBy: null },
        },
      ],
    });
    const report = await reads("acceptor", `${roundPath(last())}/report`);
    expect(await reads("vendor", `${roundPath(last())}/report`)).toBe(report);
    for (const words of [
      "中期验收（验收条款），第1轮",
      "日志服务器扩容后已补齐",
      "日志留存不足六个月",
      "专家甲（外部专家）",
      "中期验收于2026年4月10日不通过。原因：日志留存不足。",
    ]) {
      expect(report).toContain(words);
    }
    expect(report).not.toContain("草稿");
  });

  it("a supplement lets the second payment rest on the acceptance: the gate names it, and who is to act", async () => {
    const { does, sees, liveTo } = steps;
    await liveTo("2026-04-15");
    // So far it hangs on the buyer's own word, which is overdue.
    await expectClosed(steps, "确认“第二期付款”所涉服务满足甲方要求", "buyer", "overdue");
    const reason = "补充协议一：第二期款以中期验收通过为条件";
    await does("contractManager", "POST /amendments", {
      terms: resting,
      from: "2026-04-15",
      reason,
    });
    await expectClosed(steps, "“中期验收”通过", "vendor", "held");
    expect(await sees("finance", "/payments/t2")).toMatchObject({ interest: { basis: "none" } });
    await bothSee(steps, "failed");
  });

  it("round 2: the decision is held while the vendor rectifies; failed again, the vendor is late once", async () => {
    const { does, liveTo } = steps;
    await liveTo("2026-04-24");
    await expectOwed(steps, rounds, "acceptance 2026-04-21 held", "rectification 1 2026-04-27 open");
    expect(mailsAbout(steps, "中期验收", "2026-04-14")).toEqual([
      "04-14 还有7天（2026-04-21）",
      "04-18 还有3天（2026-04-21）",
      "04-20 还有1天（2026-04-21）",
      "04-21 今天到期（2026-04-21）",
    ]);
    rounds.push(String((await does("vendor", midterm, { note: "已整改" }))["id"]));
    await expectClosed(steps, "“中期验收”通过", "buyer", "overdue");
    await expectOwed(
      steps,
      rounds,
      "acceptance 2026-04-21 overdue",
      "rectification 1 2026-04-27 fulfilled on 2026-04-24",
    );
    await liveTo("2026-04-29");
    await reviewRound(steps, last());
    await does("acceptor", `POST ${roundPath(last())}/conclusion`, failedOf("2026-04-29", "漏洞未修复"));
    await liveTo("2026-05-15");
    expect((await bothSee(steps, "failed", "failed")).items[0]).toMatchObject({
      failures: 2,
      rectifications: { used: 1, exceeded: false },
    });
    await expectOwed(
      steps,
      rounds,
      "acceptance 2026-04-21 held",
      "rectification 1 2026-04-27 fulfilled on 2026-04-24",
      "rectification 2 2026-05-14 overdue",
    );
    // A mail on each step of its day, and one that it has passed.
    expect(mailsAbout(steps, "中期验收整改", "2026-04-25")).toEqual([
      "04-30 还有14天（2026-05-14）",
      "05-07 还有7天（2026-05-14）",
      "05-11 还有3天（2026-05-14）",
      "05-13 还有1天（2026-05-14）",
      "05-14 今天到期（2026-05-14）",
      "05-15 逾期1个工作日（2026-05-14）",
    ]);
  });

  it("round 3: the third failure is within what the terms allow, and the buyer sets the day", async () => {
    const { does, refused, liveTo } = steps;
    rounds.push(String((await does("vendor", midterm, { note: "二次整改完成" }))["id"]));
    await liveTo("2026-05-22");
    await reviewRound(steps, last());
    const conclusion = `POST ${roundPath(last())}/conclusion`;
    const failure = { ...failedOf("2026-05-22", "演练未完成"), rectifyBy: "2026-06-05" };
    const sameDay = { ...failure, rectifyBy: "2026-05-22" };
    await refused("acceptor", conclusion, sameDay, { ...invalid, paths: ["/rectifyBy"] });
    await does("acceptor", conclusion, failure);
    expect(await bothSee(steps, "failed", "failed", "failed")).toMatchObject({
      items: [{ failures: 3, rectifications: { used: 2, exceeded: false } }, {}],
      rights: [],
    });
    await expectOwed(
      steps,
      rounds,
      "acceptance 2026-04-21 held",
      "rectification 1 2026-04-27 fulfilled on 2026-04-24",
      "rectification 2 2026-05-14 fulfilled on 2026-05-15",
      "rectification 3 2026-06-05 open",
    );
  });

  it("round 4: entered from paper; the fourth failure gives the right, and no more to rectify", async () => {
    const { does, refused, liveTo } = steps;
    await liveTo("2026-06-05");
    const paper = { appliedOn: "2026-06-04", evidence: [{ document: "验收申请（第4次）" }] };
    await refused(
      "contractManager",
      midterm,
      { ...paper, appliedOn: "2026-05-21" },
      {
        ...invalid,
        zh: "早于上一轮（第3轮）结束之日 2026-05-22",
        paths: ["/appliedOn"],
      },
    );
    rounds.push(String((await does("contractManager", midterm, paper))["id"]));
    await refused("vendor", `POST ${roundPath(last())}/withdrawal`, { reason: "尚未备齐" }, forbidden);
    await liveTo("2026-06-12");
    await reviewRound(steps, last());
    await does("acceptor", `POST ${roundPath(last())}/conclusion`, failedOf("2026-06-12", "仍未达到要求"));
    expect(await bothSee(steps, "failed", "failed", "failed", "failed")).toMatchObject({
      items: [{ failures: 4, rectifications: { allowed: 3, used: 3, exceeded: true } }, {}],
      rights: [rightOf("2026-06-12", "2026-04-10", "2026-04-29", "2026-05-22", "2026-06-12")],
    });
    await expectOwed(steps, rounds, "acceptance 2026-04-21 overdue", ...rectified);
  });

  it("nothing is exercised by itself; the vendor may not apply again, the agency only with a reason", async () => {
    const { sees, send, refused, liveTo } = steps;
    const version = async () => (await send("auditor", "GET ")).headers.get("etag");
    const before = await version();
    await liveTo("2026-06-15");
    expect(await version()).toBe(before);
    expect(await sees("auditor", "")).toMatchObject({ contract: { status: "active" } });
    expect(await sees("auditor", "/deductions")).toMatchObject({ items: [] });
    await expectClosed(steps, "“中期验收”通过", "vendor", "held");
    expect(await sees("finance", "/payments/t2")).toMatchObject({ interest: { basis: "none" } });
    expect(mailsAbout(steps, "第二期付款", "2026-06-13", money)).toEqual([]);
    await refused(
      "vendor",
      midterm,
      { note: "第五次申请" },
      {
        ...conflict,
        zh: "合同允许整改3次，已4次未通过：能否再次申请由采购单位决定",
      },
    );
    await refused(
      "contractManager",
      midterm,
      { appliedOn: "2026-06-15" },
      {
        ...conflict,
        en: "say in `despite` why it is accepted for another round",
      },
    );
  });

  it("opened again, the conclusion takes the right with it; concluded anew, it brings it back", async () => {
    const { does, refused, liveTo } = steps;
    await liveTo("2026-06-16");
    const reopening = (id = last()) => `POST ${roundPath(id)}/reopening`;
    const reason = { reason: "结论日期有误" };
    await refused("contractManager", reopening(rounds[2]), reason, { ...conflict, zh: "其后已有第4轮" });
    await refused("auditor", reopening(), reason, forbidden);
    await does("contractManager", reopening(), reason);
    const four = ["failed", "failed", "failed"] as const;
    expect(await bothSee(steps, ...four, "applied")).toMatchObject({
      items: [{ openRoundId: last(), failures: 3, rectifications: { exceeded: false } }, {}],
      rights: [],
    });
    await does("acceptor", `POST ${roundPath(last())}/conclusion`, failedOf("2026-06-15", "仍未达到要求"));
    expect((await bothSee(steps, ...four, "failed")).rights).toMatchObject([
      rightOf("2026-06-15", "2026-04-10", "2026-04-29", "2026-05-22", "2026-06-15"),
    ]);
    await expectOwed(steps, rounds, "acceptance 2026-04-21 overdue", ...rectified);
  });

  it("nobody else finds any of it: people of another agency, and of another vendor", async () => {
    await openStrangers(steps);
    await expectNothingFound(steps, triedByStrangers(last()));
  });

  it("round 5: the agency goes on with a reason; passed in the end, the right is gone and the payment open", async () => {
    const { does, sees, reads, refused, liveTo } = steps;
    const despite = "关键缺陷已现场复核，同意再验收一次";
    rounds.push(String((await does("contractManager", midterm, { appliedOn: "2026-06-16", despite }))["id"]));
    const failed = ["failed", "failed", "failed", "failed"] as const;
    expect(await bothSee(steps, ...failed, "applied")).toMatchObject({
      items: [{ rounds: [{}, {}, {}, {}, { applied: { side: "buyer", despite } }] }, {}],
      rights: [{ arisenOn: "2026-06-15", because: { length: 4 } }],
    });
    await liveTo("2026-06-18");
    await reviewRound(steps, last());
    await does("acceptor", `POST ${roundPath(last())}/conclusion`, { outcome: "passed" });
    expect(await bothSee(steps, ...failed, "passed")).toMatchObject({
      items: [{ passedOn: "2026-06-18", failures: 4 }, {}],
      rights: [],
    });
    await expectOwed(steps, rounds, "acceptance 2026-04-21 fulfilled on 2026-06-18", ...rectified);
    expect(await reads("vendor", `${roundPath(last())}/report`)).toContain(despite);
    expect(await sees("finance", "/payments/t2")).toMatchObject({ payableToday: true, missing: [] });
    await payAll(steps, "t2", "凭证 2026-166");
    await refused(
      "contractManager",
      `POST ${roundPath(last())}/reopening`,
      { reason: "误操作" },
      {
        ...conflict,
        zh: "请先撤回或撤销该付款",
      },
    );
    await liveTo("2026-06-25");
    const overdue = (day: string, since: number) => `${day} 逾期${since}个工作日（2026-04-21）`;
    // Overdue while it was for the agency to decide, now and then a word while it was not, and none since it passed.
    expect(mailsAbout(steps, "中期验收", "2026-04-22")).toEqual([
      ...["04-25", "04-27", "04-28", "04-29"].map((day, at) => overdue(day, 3 + at)),
      ...["05-16", "05-18", "05-19", "05-20", "05-21", "05-22"].map((day, at) => overdue(day, 16 + at)),
      "05-28 尚待办理（2026-04-21）",
      ...["06-06", "06-08", "06-09", "06-10", "06-11", "06-12"].map((day, at) => overdue(day, 31 + at)),
      ...["06-15", "06-16", "06-17", "06-18"].map((day, at) => overdue(day, 37 + at)),
    ]);
    // The third round's, on the buyer's day, and no more.
    expect(mailsAbout(steps, "中期验收整改", "2026-05-16")).toEqual(
      ["05-23 还有13天", "05-29 还有7天", "06-02 还有3天", "06-04 还有1天", "06-05 今天到期"].map(
        (said) => `${said}（2026-06-05）`,
      ),
    );
  });

  it("the record has every step in its order, and its chain holds", () => expectRecordOfC(steps, rounds));
});

const rectified = [
  "rectification 1 2026-04-27 fulfilled on 2026-04-24",
  "rectification 2 2026-05-14 fulfilled on 2026-05-15",
  "rectification 3 2026-06-05 fulfilled on 2026-06-04",
];
