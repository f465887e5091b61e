import { instantAt } from "@luyue/core/civil-date";
import { describe, expect, it } from "vitest";
import { chromiumPath, openPage } from "./open-browser.ts";
import { workIn } from "./risk-steps.ts";
import { useDemo } from "./use-demo.ts";

const demo = useDemo();

const agency = "岚泊市经济信息事务中心";
const vendor = ["岚泊澈盾信息安全服务有限公司", "项目负责人"] as const;
const b = "企业服务平台";
const evidence = { name: "监控截图.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 监控") };

describe.skipIf(chromiumPath === undefined)("an incident of contract B", () => {
  it("is reported by the vendor, followed while its clock runs, classed against the facts, and closed", {
    timeout: 180_000,
  }, async () => {
    demo.stack.clock.set(instantAt("2026-05-12", "10:00"));
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    const { go, press, fill, choose, send, refused, look } = workIn(page, demo.stack.url);
    const dialog = page.getByRole("dialog");
    const card = page.locator("section.panel", { hasText: "#1 门户网站中断" });

    await go(...vendor, "incidents", b);
    await page.getByText("没有安全事件").waitFor();
    await look("risk-incidents-none");
    await press("报告安全事件");
    await fill("事件名称", "门户网站中断");
    await fill("发生时间", "2026-05-12T04:10");
    await fill("报告时间", "2026-05-12T08:40");
    // What is asked depends on the kind, each by its name and unit.
    expect(await dialog.getByLabel("影响人数（人）").count()).toBe(0);
    await choose("事件种类", "服务中断");
    await fill("影响人数（人）", "很多");
    await look("risk-report");
    expect(await refused("报告安全事件")).toContain("请填数值");
    expect(faults.splice(0)).toEqual([expect.stringContaining("422")]);
    await fill("影响人数（人）", "150");
    await send("报告安全事件");
    await card.getByText("还剩 39 分").waitFor();
    const before = await card.getByRole("timer").innerText();
    await card.getByRole("timer").filter({ hasNotText: before }).waitFor();
    await look("risk-incident-running");

    // It goes on by the agency's clock, and breaks with it.
    demo.stack.clock.set(instantAt("2026-05-12", "11:00"));
    await go(agency, "审计人员", "incidents");
    await card.getByText("超时 20 分").waitFor();
    expect(await page.locator("#part .actions button").count()).toBe(0);

    await go(...vendor, "incidents", b);
    await press("补充进展");
    await fill("响应时间", "2026-05-12T08:50");
    await fill("恢复时间", "2026-05-12T09:20");
    await dialog.getByLabel("证明文件").setInputFiles(evidence);
    await send("补充进展");
    await card.getByText("按时", { exact: true }).waitFor();
    await card.getByRole("link", { name: "监控截图.pdf" }).waitFor();

    await go(agency, "验收人员", "incidents");
    await card.getByText("关闭前还须登记：级别").waitFor();
    await press("定级");
    await dialog.getByText("按现有事实为：B级").waitFor();
    expect(await dialog.innerText()).toContain("影响人数：150 人（要求≥ 100 人）");
    await look("risk-judge");
    await choose("级别", "A级");
    await choose("责任方", "乙方");
    await fill("与事实得出的级别不同的理由", "同日另有媒体报道，按A级认定");
    await look("risk-judge-other");
    await send("定级");
    await card.getByText("定级：A级").waitFor();
    await card.getByText("同日另有媒体报道").waitFor();
    await press("关闭事件");
    await send("关闭事件");
    await card.getByText("已关闭").waitFor();
    await press("重新打开");
    await fill("理由", "补充恢复记录");
    await send("重新打开");
    await press("更正");
    await fill("恢复时间", "2026-05-12T09:30");
    await fill("理由", "以监控日志为准");
    await look("risk-correct");
    await send("更正");
    await card.getByText("2026-05-12 09:30").waitFor();
    expect(await card.getByText("定级：A级").count()).toBe(0);
    await press("定级");
    await choose("级别", "A级");
    await choose("责任方", "乙方");
    await fill("与事实得出的级别不同的理由", "同日另有媒体报道，按A级认定");
    await send("定级");
    await press("关闭事件");
    await send("关闭事件");
    await card.getByText("已关闭").waitFor();
    await look("risk-incident-closed");
    // Files come from an origin of their own.
    expect(faults.filter((fault) => !fault.startsWith("outside: http://127.0.0.1:"))).toEqual([]);
    await context.close();
  });

  it("gives the right to terminate: what that comes to is said before, and it is let go", {
    timeout: 120_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    const { go, press, fill, send, look } = workIn(page, demo.stack.url);
    const dialog = page.getByRole("dialog");
    const card = page.locator("[id='right.terms.incident-terminate']");
    await go(agency, "审计人员", "rights");
    await card.getByText("待决定").waitFor();
    expect(await card.getByRole("button", { name: "解除合同" }).count()).toBe(0);
    await go(agency, "合同经办人", "rights");
    await press("解除合同");
    // 70 of 365 days, from the day after signing.
    await dialog.getByText("已完成的工作结算为 ¥329,786.30").waitFor();
    expect(await dialog.innerText()).toContain("按工作时间结算 1,719,600.00 × 70 ÷ 365 = 329,786.30");
    expect(await dialog.innerText()).toContain("同时要求乙方交还数据资料");
    await look("risk-terminate");
    await fill("解除日期", "2026-05-11");
    await dialog.getByText("早于权利发生日").waitFor();
    expect(faults.splice(0)).toContainEqual(expect.stringContaining("422"));
    await dialog.getByRole("button", { name: "取消" }).click();
    await page.getByRole("button", { name: "离开" }).click();
    await dialog.waitFor({ state: "detached" });
    await press("放弃权利");
    await fill("理由", "乙方已书面承诺整改");
    await send("放弃权利");
    await card.getByText("已放弃").waitFor();
    await press("撤回决定");
    await fill("理由", "须报会议研究");
    await send("撤回决定");
    await card.getByText("待决定").waitFor();
    await page.getByText("须报会议研究").waitFor();
    await look("risk-rights");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("is followed by a penalty: proposed with its arithmetic, answered, imposed by another, set off, printed", {
    timeout: 180_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    const own = await openPage(demo.browser, "phone", demo.stack.url);
    const { go, press, fill, choose, send, refused, look } = workIn(page, demo.stack.url);
    const theirs = workIn(own.page, demo.stack.url);
    const dialog = page.getByRole("dialog");
    const card = page.locator("section.panel", { hasText: "平均恢复过慢且影响严重" }).last();

    await go(agency, "验收人员", "penalties");
    await press("按条款提出");
    await choose("适用条款", "平均恢复过慢且影响严重");
    await dialog.getByText("填写数量后").waitFor();
    await fill("实测值（分钟）", "45");
    await dialog.getByText("违约金取费基数 171,960.00 × 10% = 17,196.00").waitFor();
    await fill("违约事实", "5月12日门户网站中断，平均恢复45分钟");
    await look("risk-propose");
    expect(await refused("按条款提出")).toContain("须附证明材料");
    faults.splice(0);
    await fill("文件名称或文号", "恢复记录〔2026〕5号");
    await send("按条款提出");
    await card.getByText("已提出，待决定").waitFor();
    await card.getByText("由您提出或登记，须由他人决定").count();
    expect(await card.getByRole("button", { name: "决定违约金" }).count()).toBe(0);
    await go(agency, "合同经办人", "penalties");
    await card.getByText("乙方可答复至").waitFor();
    expect(await card.getByRole("button", { name: "决定违约金" }).count()).toBe(0);

    // The vendor has its own window.
    await theirs.go(...vendor, "penalties", b);
    await theirs.press("提出异议");
    await theirs.look("risk-answer-phone");
    await theirs.fill("说明", "其中一次为甲方机房断电");
    await own.page.getByRole("dialog").getByLabel("证明文件").setInputFiles(evidence);
    await theirs.send("提出异议");
    await own.page.getByText("其中一次为甲方机房断电").waitFor();
    await theirs.look("risk-answered-phone");

    await go(agency, "合同经办人", "penalties");
    await card.getByText("其中一次为甲方机房断电").waitFor();
    await press("决定违约金");
    await look("risk-impose");
    await fill("金额（元）", "17000");
    expect(await refused("决定违约金")).toContain("低于约定金额须说明理由");
    faults.splice(0);
    await fill("金额（元）", "17196");
    await send("决定违约金");
    await card.getByText("尚未执行 ¥17,196.00").waitFor();

    await go(agency, "财务人员", "penalties");
    await press("从付款中抵扣");
    await look("risk-set-off");
    await fill("金额（元）", "17000");
    await send("从付款中抵扣");
    await card.getByText("尚未执行 ¥196.00").waitFor();
    await press("免除");
    await fill("理由", "零头");
    await send("免除");
    await card.getByText("已全部执行").waitFor();
    await card.getByRole("button", { name: /金额/ }).first().click();
    const why = page.getByRole("tooltip");
    expect(await why.innerText()).toContain("附件5 第8、9项");
    await look("risk-penalty-taken");

    const coming = context.waitForEvent("page");
    await card.getByRole("link", { name: "打印通知书" }).click();
    const notice = await coming;
    await notice.getByRole("heading", { level: 1, name: "违约金（扣款）通知书" }).waitFor();
    const text = await notice.locator("body").innerText();
    expect(text).toContain("17,196.00 元（大写：壹万柒仟壹佰玖拾陆元整）");
    expect(text).toContain("其中一次为甲方机房断电");
    expect(text).toContain("在下一笔付款中抵扣");
    expect(text).toContain("岚泊澈盾信息安全服务有限公司");
    await workIn(notice, demo.stack.url).look("risk-notice");

    // The vendor is told of it in the same words.
    await theirs.go(...vendor, "penalties", b);
    const theirNotice = own.context.waitForEvent("page");
    await own.page.getByRole("link", { name: "打印通知书" }).click();
    expect(await (await theirNotice).locator("body").innerText()).toBe(text);
    expect(faults).toEqual([]);
    expect(own.faults.filter((fault) => !fault.startsWith("outside: http://127.0.0.1:"))).toEqual([]);
    await own.context.close();
    await context.close();
  });
});
