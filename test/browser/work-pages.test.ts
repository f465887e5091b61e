import { instantAt } from "@luyue/core/civil-date";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findAxeFaults, openContract, pdf } from "./browse.ts";
import { useDemo } from "./use-demo.ts";
import { chromiumPath, keepScreen, openPage } from "./open-browser.ts";

const demo = useDemo();

const vendor = ["岚泊澈盾信息安全服务有限公司", "项目负责人"] as const;
/** The part of a contract's page that its work stands on. */
const work = "?tab=deliverables";
const b = "企业服务平台";
const d = "电子政务信息安全";

type Whose = readonly [organisation: string, person: string];
const atA = (person: string): Whose => ["霁川市综合执法支持中心", person];
const atB = (person: string): Whose => ["岚泊市经济信息事务中心", person];
const atD = (person: string): Whose => ["望澜区信息化局", person];

async function go(page: Page, [organisation, person]: Whose, at: string, name = ""): Promise<void> {
  await openContract(page, demo.stack.url, organisation, person, { name, at });
}

describe.skipIf(chromiumPath === undefined)("the pages of a contract's work", () => {
  it("take a record from its first file over its return to its acceptance", {
    timeout: 120_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "phone", demo.stack.url);
    const row = page.locator("[id='service.configuration-check']");
    const press = (name: string) => row.getByRole("button", { name, exact: true }).click();
    const dialog = page.getByRole("dialog");
    const confirm = (name: string) => dialog.getByRole("button", { name, exact: true }).click();
    const vendorOfA: Whose = ["霁川砺岫网络安全技术有限公司", "项目负责人"];

    await go(page, vendorOfA, work);
    await press("提交");
    await dialog.getByLabel("文件").setInputFiles({
      name: "核查.exe",
      mimeType: "application/octet-stream",
      buffer: Buffer.from("MZ"),
    });
    await dialog.getByLabel("说明").fill("第一次配置核查");
    await confirm("提交");
    expect(await dialog.getByRole("alert").innerText()).toContain("格式不受支持");
    expect(await dialog.getByLabel("说明").inputValue()).toBe("第一次配置核查");
    expect(await findAxeFaults(page)).toEqual([]);
    await keepScreen(page, "hand-in-phone");
    await dialog.getByLabel("文件").setInputFiles(pdf("核查记录.pdf"));
    await confirm("提交");
    await row.getByText("待核验").first().waitFor();
    expect(await row.getByRole("button", { name: "通过", exact: true }).count()).toBe(0);

    await go(page, atA("审计人员"), work);
    await row.getByText("待核验").first().waitFor();
    expect(await page.locator("main form, main .papers button").count()).toBe(0);
    await go(page, atA("验收人员"), work);
    await page.locator(".waits").getByText("配置核查 1").waitFor();
    await press("退回");
    await dialog.getByLabel("退回理由").fill("缺少数据库配置");
    await confirm("退回");
    await row.getByText("理由：缺少数据库配置").waitFor();

    await go(page, vendorOfA, work);
    await press("提交新版");
    await dialog.getByLabel("文件").setInputFiles(pdf("核查记录（补充）.pdf"));
    await confirm("提交新版");
    await row.getByText("第2版").waitFor();

    await go(page, atA("验收人员"), work);
    await press("通过");
    await row.getByText("已完成 1 / 2").waitFor();
    await row.locator("summary", { hasText: "已通过（1）" }).click();
    await keepScreen(page, "work-accepted");
    const coming = page.waitForEvent("download");
    await row.getByRole("link", { name: "核查记录（补充）.pdf" }).click();
    expect((await coming).suggestedFilename()).toBe("核查记录（补充）.pdf");
    // Files come from an origin of their own.
    expect(faults.filter((fault) => !fault.startsWith("outside: http://127.0.0.1:"))).toEqual([]);
    await context.close();
  });

  it("take an acceptance from the application to its report", { timeout: 120_000 }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    const row = page.locator("[id='acceptance.final']");
    const press = (name: string) => row.getByRole("button", { name, exact: true }).click();
    const dialog = page.getByRole("dialog");
    const confirm = (name: string) => dialog.getByRole("button", { name, exact: true }).click();
    await go(page, vendor, work, d);
    await press("申请验收");
    await confirm("申请验收");
    await row.getByText("逐项评定，资料不合格时提出异议").waitFor();
    await go(page, atD("合同经办人"), work);
    await press("逐项评定");
    expect(await findAxeFaults(page)).toEqual([]);
    await confirm("提交评定");
    await row.getByText("待签字：验收人员").waitFor();
    expect(await row.getByRole("button", { name: "签字同意" }).count()).toBe(0);
    await go(page, atD("验收人员"), work);
    await press("签字同意");
    await press("结论：不通过");
    await dialog.getByLabel("理由").fill("驻场人员资质未补齐");
    await confirm("结论：不通过");
    await row.getByText("待乙方整改后再次申请").waitFor();
    expect(await row.innerText()).toContain("驻场人员资质未补齐");
    await keepScreen(page, "acceptance-failed");
    await row.getByRole("link", { name: "打印验收报告" }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.locator("body").innerText()).toContain("驻场人员资质未补齐");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("take a score from its proposal over the vendor's answer to its settling", {
    timeout: 120_000,
  }, async () => {
    demo.stack.clock.set(instantAt("2026-06-01", "10:00"));
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    const sheet = page.locator("[id='2026-05']");
    const press = (name: string) => sheet.getByRole("button", { name, exact: true }).click();
    const scores = "?tab=scores";
    await go(page, atB("验收人员"), scores);
    const mark = sheet.getByLabel("安全巡检 完成时效");
    await mark.fill("101");
    await sheet.getByText("得分 —").waitFor();
    await press("提出评分");
    expect(await sheet.getByRole("alert").innerText()).toContain("0 至 100");
    expect(await mark.inputValue()).toBe("101");
    expect(faults.splice(0)).toEqual([expect.stringContaining("422")]);
    await mark.fill("50");
    const shown = /得分 (\d+\.\d\d)/.exec(await sheet.innerText())?.[1] ?? "";
    expect(shown).toMatch(/^\d+\.\d\d$/);
    // From mark to mark as in a spreadsheet.
    await mark.press("Enter");
    expect(await page.evaluate<string>("document.activeElement.dataset.row")).toBe(
      String(Number(await mark.getAttribute("data-row")) + 1),
    );
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate<string>("document.activeElement.dataset.column")).toBe("1");
    await keepScreen(page, "score-sheet");
    await press("提出评分");
    await sheet.getByText("待确定").waitFor();
    await sheet.locator(".sum", { hasText: shown }).waitFor();
    expect(await sheet.getByRole("button", { name: "确定评分" }).count()).toBe(0);

    await go(page, vendor, scores, b);
    await press("同意");
    await sheet.getByText("乙方 2026-06-01 同意").waitFor();
    await go(page, atB("验收人员"), scores);
    await sheet.getByText("评分由您提出，须由他人确定").waitFor();
    await go(page, atB("合同经办人"), scores);
    await press("确定评分");
    const row = page.locator("tr", { hasText: "2026-05-01" });
    await row.getByText("已确定").waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    await keepScreen(page, "score-final");
    await row.getByRole("link", { name: "打印 2026-05" }).click();
    await page.getByText("安全巡检").first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
