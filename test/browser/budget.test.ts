import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findAxeFaults, signIn as signInAt } from "./browse.ts";
import { chromiumPath, keepScreen, openPage } from "./open-browser.ts";
import { goTo } from "./settle.ts";
import { useDemo } from "./use-demo.ts";

const demo = useDemo();

const agencyA = "霁川市综合执法支持中心";
const signIn = (page: Page, organisation: string, person: string) =>
  signInAt(page, demo.stack.url, organisation, person);

describe.skipIf(chromiumPath === undefined)("the budget", () => {
  it("shows each fiscal year and contract, and opens into the grounds of its figures", {
    timeout: 90_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    await signIn(page, agencyA, "财务人员");
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "预算" }).click();
    await page.getByRole("heading", { name: "预算执行" }).waitFor();
    const year = (name: string) => page.locator("tr.sum", { hasText: name });
    await year("2026年度").getByText("1,536,780.00").first().waitFor();
    expect(await year("2027年度").innerText()).toContain("643,220.00");
    expect(await year("合计").innerText()).toContain("2,180,000.00");
    await page
      .getByRole("columnheader", { name: /到期未付/ })
      .getByRole("button")
      .click();
    await page.getByText("到截止日已到付款日期").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("tbody button[aria-expanded]").first().click();
    const payments = page.locator("tr.opened .papers li");
    await payments.first().waitFor();
    expect(await payments.count()).toBe(5);
    await payments
      .first()
      .getByRole("button", { name: /1,075,746.00/ })
      .click();
    await page.getByRole("tooltip").getByText(/70/).first().waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    await keepScreen(page, "budget-opened");
    await page.keyboard.press("Escape");
    await page.getByLabel("财政年度", { exact: true }).click();
    await page.locator(".ant-select-item-option", { hasText: "2027年度" }).click();
    await page.waitForURL(/year=2027/);
    expect(await page.locator("tr.sum").count()).toBe(1);
    expect(await year("2027年度").count()).toBe(1);
    await page.emulateMedia({ media: "print" });
    await keepScreen(page, "budget-print");
    expect(await page.getByRole("button", { name: "打印" }).isVisible()).toBe(false);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("is handed on as files in the reader's language, of the year that is shown, to agencies alone", {
    timeout: 60_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    const download = async (name: string) => {
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name }).click();
      return coming;
    };
    await signIn(page, agencyA, "财务人员");
    await goTo(page, `${demo.stack.url}/budget?year=2027`);
    expect((await download("下载 Excel")).suggestedFilename()).toBe("预算执行_2026-05-12.xlsx");
    const csv = await download("下载 CSV");
    expect(csv.suggestedFilename()).toBe("预算执行_2026-05-12.csv");
    const lines = (await readFile(await csv.path(), "utf8")).trimEnd().split("\r\n");
    expect(lines.map((line) => line.split(",")[0])).toEqual(["\uFEFF财政年度", "2027"]);
    await context.addCookies([{ name: "language", value: "en", url: demo.stack.url }]);
    await goTo(page, `${demo.stack.url}/budget`);
    const english = await download("Download CSV");
    expect(await readFile(await english.path(), "utf8")).toContain("Fiscal year");
    expect(faults).toEqual([]);
    await signIn(page, "岚泊澈盾信息安全服务有限公司", "项目负责人");
    expect(await page.locator("header nav").innerText()).not.toContain("Budget");
    await page.goto(`${demo.stack.url}/budget`);
    await page.getByRole("alert").waitFor();
    expect((await context.request.get(`${demo.stack.url}/v1/budget.csv`)).status()).toBe(403);
    await context.close();
  });
});
