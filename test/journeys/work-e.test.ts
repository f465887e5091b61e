import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conflict, forbidden, invalid, notFound, type Steps } from "./steps.ts";
import { pngOf } from "./transfer.ts";
import { owedOf, recipientsOf, signE, told } from "./work-e-agency.ts";
import { enterUnits, expectTallies, importSheet, readTemplate, refuseFaults } from "./work-e-hand-out.ts";
import { expectExports, expectFilters, type Finding } from "./work-e-lists.ts";
import { expectFindingsRecord } from "./work-e-record.ts";
import { contactOf, firstDay, thirdDay, type UnitName, units } from "./work-e-sheet.ts";
import { createStory, type FindingStory } from "./work-e-story.ts";

let steps: Steps;
let story: FindingStory;
let files: FindingStory["files"];
/** The columns of the template. */
let header: readonly string[] = [];

beforeAll(async () => {
  steps = await signE("2026-01-15");
  story = createStory(steps);
  ({ files } = story);
}, 60_000);
afterAll(() => steps.stack.stop());

describe("contract E, from a spreadsheet of findings to their closing", { timeout: 60_000 }, () => {
  it("has units of the agency and of the vendor, each with its contacts", () => enterUnits(story));

  it("has a template that names its columns and the units", async () => {
    header = await readTemplate(story);
  });

  it("is refused a sheet with faults by row and column, and nothing of it is there", () =>
    refuseFaults(story, header));

  it("shows sixty findings before they are handed out, and hands them out once", () =>
    importSheet(story, header));

  it("owes one thing for each unit and day, whatever the number of findings", () => expectTallies(story));

  it("reminds the people of the roles, the vendor's and each unit's own contact, one mail an obligation", async () => {
    await steps.liveTo("2026-01-21");
    const due = ["网络安全支队", "科技信息化处", "测评项目组"] as const;
    for (const unit of due) {
      const words = `还有14天：隐患整改反馈：${unit}`;
      expect(recipientsOf(steps, "2026-01-21", words)).toEqual(toldOf(unit));
    }
    expect(recipientsOf(steps, "2026-01-21", "隐患整改反馈")).toHaveLength(due.length * 4);
    expect(recipientsOf(steps, "2026-01-20", "隐患整改反馈")).toEqual([]);
  });

  it("a unit of the vendor answers with text and with a picture that is one", async () => {
    const { does, refused, sees, goTo } = steps;
    goTo("2026-01-22");
    const answer = `POST /findings/${story.idOf(49)}/answer`;
    await refused("vendor", answer, {}, { ...invalid, zh: "反馈须有文字说明或图片等附件", paths: ["/note"] });
    const fake = { bytes: new TextEncoder().encode("<html>不是图片</html>"), type: "image/png" };
    await files.refusesUpload("vendor", "POST /files", fake, { ...invalid, zh: "文件内容与其类型不符" });
    const svg = { bytes: fake.bytes, type: "image/svg+xml" };
    await files.refusesUpload("vendor", "POST /files", svg, { status: 415, code: "unsupportedMediaType" });
    const unknown = { note: "整改后", file: `sha256-${"0".repeat(64)}` };
    await refused(
      "vendor",
      answer,
      { evidence: [unknown] },
      {
        ...invalid,
        zh: "该文件尚未上传",
        paths: ["/evidence/0/file"],
      },
    );
    const theirs = { findingIds: [story.idOf(49), story.idOf(1)], note: "已整改" };
    await refused("vendor", "POST /findings/answers", theirs, {
      ...forbidden,
      zh: "第1号隐患的责任单位属于甲方，由甲方人员反馈",
    });
    const file = await files.uploads("vendor", pngOf("整改前"));
    await does("vendor", answer, { note: "已升级补丁", evidence: [{ note: "整改后截图", file }] });
    await does("vendor", "POST /findings/answers", { findingIds: story.several(50, 53), note: "已整改" });
    expect(await sees("vendor", `/findings/${story.idOf(49)}`)).toMatchObject({
      state: "answered",
      steps: [{ step: "handedOut" }, { step: "answered", side: "vendor", evidence: [{ file }] }],
    });
    const { bytes } = await files.fetches("acceptor", `/v1/files/${file}`);
    expect(bytes.equals(pngOf("整改前").bytes)).toBe(true);
    await refused("vendor", answer, { note: "再答" }, { ...conflict, zh: "须为“待反馈”才能反馈" });
    expect(await story.obligation("测评项目组", firstDay)).toMatchObject({
      state: "open",
      findings: { open: 0, answered: 5 },
    });
  });

  it("an answer is returned with a reason, given again, and approved by another person", async () => {
    const { does, refused, sees, goTo } = steps;
    goTo("2026-01-23");
    const path = `/findings/${story.idOf(49)}`;
    await refused("acceptor", `POST ${path}/return`, {}, { ...invalid, paths: ["/reason"] });
    await does("acceptor", `POST ${path}/return`, { reason: "截图看不出版本号" });
    expect(await sees("vendor", path)).toMatchObject({
      state: "open",
      steps: [{}, {}, { step: "returned", side: "buyer", note: "截图看不出版本号" }],
    });
    const file = await files.uploads("vendor", pngOf("整改后"));
    await does("vendor", `POST ${path}/answer`, { evidence: [{ note: "含版本号", file }] });
    await refused("vendor", `POST ${path}/approval`, undefined, notFound);
    await does("acceptor", "POST /findings/approvals", { findingIds: story.several(49, 53) });
    await refused("contractManager", `POST ${path}/approval`, undefined, {
      ...conflict,
      zh: "第49号隐患为“待复测”状态，须为“待审核”才能审核通过",
    });
  });

  it("who answers for a unit of the agency does not approve that answer", async () => {
    const { does, refused } = steps;
    await does("acceptor", "POST /findings/answers", {
      findingIds: story.several(1, 4),
      note: "支队书面反馈",
    });
    await refused(
      "acceptor",
      "POST /findings/approvals",
      { findingIds: story.several(1, 4) },
      {
        ...forbidden,
        zh: "第1、2、3、4号隐患由您本人反馈，须由他人审核和复测",
      },
    );
    await does("contractManager", "POST /findings/approvals", { findingIds: story.several(1, 4) });
    await refused("acceptor", `POST /findings/${story.idOf(1)}/retest`, { passed: true }, forbidden);
    await does("vendor", "POST /findings/retests", { findingIds: story.several(1, 4), passed: true });
    expect(await story.obligation("网络安全支队", firstDay)).toMatchObject({
      findings: { open: 8, answered: 0, approved: 0, closed: 4 },
      quota: { count: 12, done: 4 },
    });
  });

  it("a failed re-test opens a finding again; passed in the end, it is closed", async () => {
    const { does, refused, goTo } = steps;
    goTo("2026-01-26");
    const path = `POST /findings/${story.idOf(49)}`;
    await refused("vendor", `${path}/retest`, { passed: true }, { ...forbidden, zh: "须由他人审核和复测" });
    await refused(
      "contractManager",
      `${path}/retest`,
      { passed: false },
      {
        ...invalid,
        zh: "复测不通过须说明仍存在的问题",
        paths: ["/note"],
      },
    );
    await does("contractManager", `${path}/retest`, { passed: false, note: "仍可绕过" });
    expect((await story.read(49)).state).toBe("open");
    await does("vendor", `${path}/answer`, { note: "已加访问控制" });
    await does("acceptor", `${path}/approval`);
    await does("contractManager", `${path}/retest`, { passed: true });
    expect(await story.read(49)).toMatchObject({
      state: "closed",
      steps: [
        { step: "handedOut", name: "contractManager" },
        { step: "answered", name: "负责人" },
        { step: "returned", name: "acceptor" },
        { step: "answered", name: "负责人" },
        { step: "approved", name: "acceptor" },
        { step: "failedRetest", name: "contractManager", note: "仍可绕过" },
        { step: "answered", name: "负责人" },
        { step: "approved", name: "acceptor" },
        { step: "passedRetest", name: "contractManager" },
      ],
    });
  });

  it("a unit is given more time, and what was handed out in error is taken back", async () => {
    const { does, refused, goTo } = steps;
    goTo("2026-01-27");
    const extension = (number: number) => `POST /findings/${story.idOf(number)}/deadline`;
    const why = { reason: "系统割接期间不能停机" };
    await refused(
      "contractManager",
      extension(27),
      { ...why, dueOn: "2026-02-03" },
      {
        ...invalid,
        zh: "延期须晚于现要求反馈日期 2026-02-04，2026-02-03 不是",
        paths: ["/dueOn"],
      },
    );
    await refused("vendor", extension(27), { ...why, dueOn: "2026-02-12" }, notFound);
    for (const number of [27, 28])
      await does("contractManager", extension(number), { ...why, dueOn: "2026-02-12" });
    await does("acceptor", `POST /findings/${story.idOf(12)}/withdrawal`, { reason: "扫描误报" });
    expect(await story.read(12)).toMatchObject({ state: "withdrawn" });
    const title = async (unit: UnitName, day: string) => (await story.obligation(unit, day))?.title.zh;
    expect(await title("科技信息化处", firstDay)).toBe("隐患整改反馈：科技信息化处（8项）");
    expect(await title("科技信息化处", "2026-02-12")).toBe("隐患整改反馈：科技信息化处（2项）");
    expect(await title("网络安全支队", firstDay)).toBe("隐患整改反馈：网络安全支队（11项）");
    await does("acceptor", "POST /findings/answers", {
      findingIds: story.several(29, 36),
      note: "处内已整改",
    });
  });

  it("what is answered is nobody's delay; what is not is overdue, by one mail a person every working day", async () => {
    await steps.liveTo("2026-02-05");
    expect(await story.overviewOf("auditor")).toMatchObject({
      total: { total: 59, open: 42, answered: 8, approved: 4, closed: 5, overdue: 7 },
    });
    expect(await story.obligation("网络安全支队", firstDay)).toMatchObject({
      state: "overdue",
      findings: { open: 7 },
    });
    expect(await story.obligation("科技信息化处", firstDay)).toMatchObject({
      state: "held",
      findings: { answered: 8 },
    });
    expect(await story.obligation("测评项目组", firstDay)).toMatchObject({
      state: "held",
      findings: { approved: 4 },
    });
    expect(recipientsOf(steps, "2026-02-05", "逾期1个工作日：隐患整改反馈")).toEqual(toldOf("网络安全支队"));
    expect(recipientsOf(steps, "2026-02-05", "还有7天：隐患整改反馈")).toEqual(toldOf("科技信息化处"));
    expect(recipientsOf(steps, "2026-02-05", "隐患整改反馈")).toHaveLength(8);
  });

  it("lists, counts and exports them by state, unit, severity and delay, on both sides alike", async () => {
    await expectFilters(steps, String(story.unitIds.get("测评项目组")));
    await expectExports(files);
    expect(await story.overviewOf("vendor")).toEqual(await story.overviewOf("auditor"));
  });

  it("closing the last of a day fulfils what was owed", async () => {
    const { does } = steps;
    await does("contractManager", "POST /findings/approvals", { findingIds: story.several(29, 36) });
    await does("vendor", "POST /findings/retests", { findingIds: story.several(29, 36), passed: true });
    await does("contractManager", "POST /findings/retests", {
      findingIds: story.several(50, 53),
      passed: true,
    });
    const done = { state: "fulfilled", fulfilment: { on: "2026-02-05" } };
    expect(await story.obligation("科技信息化处", firstDay)).toMatchObject(done);
    expect(await story.obligation("测评项目组", firstDay)).toMatchObject(done);
    await steps.liveTo("2026-02-09");
    const [u1, u2] = [story.several(13, 20), story.several(37, 48)];
    await does("acceptor", "POST /findings/answers", { findingIds: [...u1, ...u2], note: "各单位已整改" });
    await does("vendor", "POST /findings/answers", { findingIds: story.several(57, 60), note: "已整改" });
    const all = [...u1, ...u2, ...story.several(57, 60)];
    await does("contractManager", "POST /findings/approvals", { findingIds: all });
    await does("contractManager", "POST /findings/retests", { findingIds: all, passed: true });
    const owed = await owedOf(steps, "finding.");
    expect(owed).toHaveLength(10);
    const open = owed.filter(({ state }) => state !== "fulfilled");
    expect(open.map(({ dueOn, state }) => [dueOn, state])).toEqual([
      [firstDay, "overdue"],
      ["2026-02-12", "open"],
      [thirdDay, "open"],
      [thirdDay, "open"],
    ]);
  });

  it("reminds through the make-up Saturday, not in the Spring Festival, and no more once it is closed", async () => {
    const { does, liveTo, sees } = steps;
    await does("acceptor", "POST /findings/answers", { findingIds: story.several(27, 28), note: "已割接" });
    await does("contractManager", "POST /findings/approvals", { findingIds: story.several(27, 28) });
    await does("vendor", "POST /findings/retests", { findingIds: story.several(27, 28), passed: true });
    await liveTo("2026-02-24");
    const overdue = steps.stack.inbox.list().filter(({ subject }) => /逾期.*隐患整改反馈/.test(subject));
    const days = [5, 6, 9, 10, 11, 12, 13, 14, 24].map((day) => `2026-02-${String(day).padStart(2, "0")}`);
    expect([...new Set(overdue.map(({ at }) => at.slice(0, 10)))].toSorted()).toEqual(days);
    for (const day of days) {
      expect(recipientsOf(steps, day, "隐患整改反馈：网络安全支队")).toEqual(
        expect.arrayContaining(toldOf("网络安全支队")),
      );
    }
    // On the seventh working day the administrator is told as well.
    expect(overdue).toHaveLength(days.length * 4 + 1);
    expect(overdue[0]?.text).toMatch(/待反馈 7 项，待审核 0 项，待复测 0 项，已销号 4 项，共 11 项/);
    const ofContacts = steps.stack.inbox
      .list()
      .filter(({ to }) => units.some(({ contact }) => contact === to));
    const perDay = new Map<string, number>();
    for (const { to, at } of ofContacts) {
      const day = `${to} ${at.slice(0, 10)}`;
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
    }
    expect(Math.max(...perDay.values())).toBe(2);
    await does("acceptor", "POST /findings/answers", {
      findingIds: story.several(5, 11),
      note: "支队书面反馈",
    });
    await does("contractManager", "POST /findings/approvals", { findingIds: story.several(5, 11) });
    await does("contractManager", "POST /findings/retests", {
      findingIds: story.several(5, 11),
      passed: true,
    });
    const sent = steps.stack.inbox.list().length;
    await liveTo("2026-02-26");
    const later = steps.stack.inbox.list().slice(0, -sent);
    expect(later.filter(({ subject }) => subject.includes("隐患整改反馈"))).toEqual([]);
    expect(await sees("auditor", "/findings?overdue=true")).toMatchObject({ items: [] });
  });

  it("what was closed in error is open again, late at once, and closed anew", async () => {
    const { does } = steps;
    const path = `POST /findings/${story.idOf(53)}`;
    await does("contractManager", `${path}/reopening`, { reason: "复测记录张冠李戴" });
    expect(await story.obligation("测评项目组", firstDay)).toMatchObject({
      state: "overdue",
      fulfilment: null,
    });
    expect(await story.overviewOf("auditor")).toMatchObject({ total: { open: 10, overdue: 1, closed: 49 } });
    await does("vendor", `${path}/answer`, { note: "已重新整改" });
    await does("acceptor", `${path}/approval`);
    await does("contractManager", `${path}/retest`, { passed: true });
    expect(await story.obligation("测评项目组", firstDay)).toMatchObject({ state: "fulfilled" });
  });

  it("the auditor reads everything and changes nothing", async () => {
    const { sees, refused, changesNothing } = steps;
    const { items } = await sees<{ items: Finding[] }>("auditor", "/findings?limit=200");
    expect(items.map(({ id, steps: taken }) => [id, taken.length > 0])).toEqual(
      story.ids.map((id) => [id, true]),
    );
    for (const path of ["/units", "/findings/summary", "/progress", "/submissions"])
      await sees("auditor", path);
    for (const path of ["/findings.xlsx", "/findings/template.xlsx"]) await files.fetches("auditor", path);
    const path = `/findings/${story.idOf(21)}`;
    const named = { findingIds: [story.idOf(21)] };
    const tries: readonly (readonly [string, object?])[] = [
      [`POST ${path}/answer`, { note: "代答" }],
      ["POST /findings/answers", { ...named, note: "代答" }],
      [`POST ${path}/approval`],
      ["POST /findings/approvals", named],
      [`POST ${path}/return`, { reason: "不符" }],
      [`POST ${path}/retest`, { passed: true }],
      ["POST /findings/retests", { ...named, passed: true }],
      [`POST ${path}/deadline`, { dueOn: "2026-04-01", reason: "延期" }],
      [`POST ${path}/withdrawal`, { reason: "误发" }],
      [`POST /findings/${story.idOf(1)}/reopening`, { reason: "重开" }],
      ["PUT /units", { name: "审计处", side: "buyer", contacts: [] }],
    ];
    await changesNothing(async () => {
      for (const [request, body] of tries) await steps.refuses("auditor", request, body, forbidden);
      const upload = pngOf("审计");
      await files.refusesUpload("auditor", "POST /v1/files", upload, forbidden);
    });
    await refused("vendor", "GET /units", undefined, notFound);
  });

  it("every step stands on the record in its order, with whoever took it, in an unbroken chain", () =>
    expectFindingsRecord(steps, story.ids));
});

const toldOf = (unit: UnitName) => [told.acceptor, told.manager, contactOf(unit), told.lead].toSorted();
