import { instantAt } from "@luyue/core/civil-date";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findAxeFaults, openContract, pdf } from "./browse.ts";
import { chromiumPath, keepScreen, openPage } from "./open-browser.ts";
import { useDemo } from "./use-demo.ts";

const demo = useDemo();

type Whose = readonly [organisation: string, person: string];
const atA = (person: string): Whose => ["霁川市综合执法支持中心", person];
const atD = (person: string): Whose => ["望澜区信息化局", person];
const vendor: Whose = ["岚泊澈盾信息安全服务有限公司", "项目负责人"];
/** The vendor serves another agency as well. */
const d = "电子政务信息安全";

async function go(page: Page, [organisation, person]: Whose, query = ""): Promise<void> {
  const name = person === "项目负责人" ? d : "";
  await openContract(page, demo.stack.url, organisation, person, { name, at: `?tab=findings${query}` });
}

const header = "隐患标题,严重程度,所属系统,隐患详情,整改要求,责任单位,要求反馈日期";
const sheetOf = (...lines: readonly string[]) => ({
  name: "隐患.csv",
  mimeType: "text/csv",
  buffer: Buffer.from([header, ...lines].join("\r\n")),
});
const dialogOf = (page: Page) => page.getByRole("dialog");
const confirm = (page: Page, name: string) =>
  dialogOf(page).getByRole("button", { name, exact: true }).click();

describe.skipIf(chromiumPath === undefined)("a contract's findings", () => {
  it("are handed out from a spreadsheet, and one is taken to its close by either side", {
    timeout: 180_000,
  }, async () => {
    const agency = await openPage(demo.browser, "desk", demo.stack.url);
    const phone = await openPage(demo.browser, "phone", demo.stack.url);
    const { page, faults } = agency;
    const row = (at: Page) => at.locator("#finding-7");
    const press = (at: Page, name: string) => row(at).getByRole("button", { name, exact: true }).click();

    await go(page, atD("验收人员"));
    await page.getByText("隐患清单（6）").waitFor();
    await page.getByRole("button", { name: "用表格下发" }).click();
    const coming = page.waitForEvent("download");
    await dialogOf(page).getByRole("button", { name: "下载导入模板" }).click();
    expect((await coming).suggestedFilename()).toBe("隐患导入模板_2026-05-12.xlsx");
    const sheet = dialogOf(page).getByLabel(/Excel 或 CSV 文件/);
    await sheet.setInputFiles(
      sheetOf(
        "堡垒机未启用双因素认证,很高,,,启用双因素认证,没有的单位,2026-05-20",
        "日志未集中,高,,,集中日志,安全驻场服务团队,2026-05-01",
      ),
    );
    await confirm(page, "核对");
    await dialogOf(page).getByText("一项也没有下发").waitFor();
    const wrong = dialogOf(page).getByRole("region", { name: "需要改正的内容" });
    expect(await wrong.locator("tbody tr").allInnerTexts()).toEqual([
      expect.stringMatching(/^2\t严重程度\t.*很高.*\t改为“严重”“高”“中”“低”之一/),
      expect.stringMatching(/^2\t责任单位\t.*没有的单位.*\t改为已登记的责任单位/),
      expect.stringMatching(/^3\t要求反馈日期\t.*已过.*\t填今天或以后的日期/),
    ]);
    expect(faults.splice(0)).toEqual([expect.stringContaining("422")]);
    expect(await findAxeFaults(page)).toEqual([]);
    await keepScreen(page, "findings-faults");
    await sheet.setInputFiles(
      sheetOf("堡垒机未启用双因素认证,高,堡垒机,,启用双因素认证,安全驻场服务团队,2026-05-20"),
    );
    await confirm(page, "核对");
    await dialogOf(page).getByText("核对无误，共 1 项，尚未下发").waitFor();
    expect(await wrong.count()).toBe(0);
    expect(await page.getByText("隐患清单（6）").count()).toBe(1);
    expect(await findAxeFaults(page)).toEqual([]);
    await keepScreen(page, "findings-checked");
    await confirm(page, "下发 1 项");
    await page.getByText("隐患清单（7）").waitFor();
    await row(page).getByRole("button", { name: "登记书面反馈" }).waitFor();

    await go(phone.page, vendor);
    await press(phone.page, "反馈");
    await confirm(phone.page, "反馈");
    expect(await dialogOf(phone.page).getByRole("alert").innerText()).toContain("至少一项");
    expect(phone.faults.splice(0)).toEqual([expect.stringContaining("422")]);
    await dialogOf(phone.page).getByLabel("整改情况").fill("已启用双因素认证");
    await dialogOf(phone.page).getByLabel("截图等附件").setInputFiles(pdf("截图.pdf"));
    expect(await findAxeFaults(phone.page)).toEqual([]);
    await keepScreen(phone.page, "finding-answer-phone");
    await confirm(phone.page, "反馈");
    await row(phone.page).getByText("待审核").waitFor();
    expect(await row(phone.page).getByRole("button", { name: "审核通过" }).count()).toBe(0);

    await go(page, atD("合同经办人"));
    await press(page, "退回");
    await dialogOf(page).getByLabel("退回理由").fill("截图看不清");
    await confirm(page, "退回");
    await row(page).getByText("退回：截图看不清").first().waitFor();
    await phone.page.reload();
    await press(phone.page, "反馈");
    await dialogOf(phone.page).getByLabel("整改情况").fill("已补充截图");
    await confirm(phone.page, "反馈");
    await row(phone.page).getByText("待审核").waitFor();

    await go(page, atD("合同经办人"), "&state=answered");
    await row(page).waitFor();
    expect(await page.locator(".finding").count()).toBe(2);
    await press(page, "审核通过");
    await row(page).waitFor({ state: "detached" });
    await go(page, atD("验收人员"));
    await press(page, "复测通过，销号");
    await confirm(page, "复测通过，销号");
    await row(page).getByText("已销号").waitFor();
    await row(page).locator("summary").click();
    const story = row(page).locator(".story > li");
    expect((await story.allInnerTexts()).map((text) => text.split(/\s/)[0])).toEqual([
      "下发",
      "反馈",
      "退回",
      "反馈",
      "审核通过",
      "复测通过",
    ]);
    await keepScreen(page, "finding-closed");
    const file = page.waitForEvent("download");
    await story.getByRole("link", { name: "截图.pdf" }).click();
    expect((await file).suggestedFilename()).toBe("截图.pdf");
    // Files are put in and come from an origin of their own.
    const own = (fault: string) => !fault.startsWith("outside: http://127.0.0.1:");
    expect([faults.filter(own), phone.faults.filter(own)]).toEqual([[], []]);
    await agency.context.close();
    await phone.context.close();
  });

  it("are handed out one by one, to units with their people; get more time, are taken back", {
    timeout: 120_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    const dialog = dialogOf(page);
    const chooseIn = async (label: string, option: string) => {
      await dialog.getByLabel(label).click();
      await page.locator(".ant-select-item-option", { hasText: option }).click();
    };
    await go(page, atA("审计人员"));
    await page.getByText("还没有责任单位和隐患").waitFor();
    expect(await page.getByRole("button", { name: "登记责任单位" }).count()).toBe(0);
    await go(page, atA("合同经办人"));
    await page.getByRole("button", { name: "登记责任单位" }).click();
    await dialog.getByLabel("单位名称").fill("信息中心");
    await chooseIn("所属", "甲方");
    await dialog.getByLabel("联系人1（可不填）").fill("周工");
    await dialog.getByLabel("联系人1的邮箱").fill("不是邮箱");
    expect(await findAxeFaults(page)).toEqual([]);
    await confirm(page, "登记责任单位");
    await dialog.getByRole("alert").waitFor();
    faults.splice(0);
    await dialog.getByLabel("联系人1的邮箱").fill("zhou@example.test");
    await dialog.getByLabel("联系人2（可不填）").waitFor();
    await confirm(page, "登记责任单位");
    await page.getByText("责任单位与联系人").click();
    await page.getByText("周工 zhou@example.test").waitFor();

    await page.getByText("还没有下发隐患").waitFor();
    await page.getByRole("button", { name: "下发隐患" }).click();
    await dialog.getByLabel("隐患标题").fill("门户网站存在弱口令");
    await chooseIn("严重程度", "严重");
    await dialog.getByLabel("整改要求").fill("更换为强口令");
    await dialog.getByLabel("要求反馈日期").fill("2026-05-20");
    expect(await findAxeFaults(page)).toEqual([]);
    await keepScreen(page, "finding-hand-out");
    await confirm(page, "下发隐患");
    const row = page.locator("#finding-1");
    await row.getByText("待反馈").waitFor();
    await row.locator("summary").click();
    await row.getByRole("button", { name: "延期" }).click();
    await dialog.getByLabel("延至").fill("2026-06-10");
    await dialog.getByLabel("理由").fill("设备采购中");
    await confirm(page, "延期");
    await row.getByRole("button", { name: /2026-06-10/ }).click();
    await page.getByText("由 2026-05-20 延至 2026-06-10：设备采购中").waitFor();
    await page.keyboard.press("Escape");
    await row.getByRole("button", { name: "反馈", exact: true }).click();
    await dialog.getByLabel("整改情况").fill("已更换");
    await confirm(page, "反馈");
    await row.getByText("由您反馈，须由他人审核和复测").waitFor();
    expect(await row.getByRole("button", { name: "审核通过" }).count()).toBe(0);
    await row.getByRole("button", { name: "撤回隐患" }).click();
    await dialog.getByLabel("理由").fill("下发有误");
    await confirm(page, "撤回隐患");
    await row.getByText("已撤回").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it("are found by their filters, page by page, taken further together, and handed on as a file", {
    timeout: 180_000,
  }, async () => {
    // Findings are listed as they came: those of before, and these.
    demo.stack.clock.set(instantAt("2026-05-12", "09:05"));
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    const lines = Array.from(
      { length: 60 },
      (_, at) =>
        `批量隐患${at + 1},${at % 2 === 0 ? "低" : "中"},系统${at + 1},,限期整改,安全驻场服务团队,2026-06-20`,
    );
    await go(page, atD("合同经办人"));
    await page.getByRole("button", { name: "用表格下发" }).click();
    await dialogOf(page)
      .getByLabel(/Excel 或 CSV 文件/)
      .setInputFiles(sheetOf(...lines));
    await confirm(page, "核对");
    await confirm(page, "下发 60 项");
    await page.getByText(/隐患清单（6[67]）/).waitFor();

    await go(page, vendor, "&state=open&severity=low");
    await page.locator(".finding").first().waitFor();
    expect(new Set(await page.locator(".finding .tag:nth-of-type(2)").allInnerTexts())).toEqual(
      new Set(["程度：低"]),
    );
    const head = page.locator(".together");
    await page.getByRole("checkbox", { name: "全选本页可办理的" }).check();
    const count = /已选 (\d+) 项/.exec(await head.innerText())?.[1] ?? "";
    const listed = await page.locator(".finding").count();
    expect(Number(count)).toBeGreaterThan(25);
    await head.getByRole("button", { name: `反馈 (${count})` }).click();
    await dialogOf(page).getByLabel("整改情况").fill("已统一整改");
    await dialogOf(page)
      .getByRole("button", { name: `反馈 (${count})` })
      .click();
    // What is of a unit of the agency is answered there.
    await head.waitFor({ state: "detached" });
    expect(await page.locator(".finding").count()).toBe(listed - Number(count));

    await go(page, atD("合同经办人"));
    await page.getByRole("button", { name: /安全驻场服务团队 待审核 \d+/ }).click();
    await page.waitForURL(/state=answered/);
    await page.getByText("已统一整改").first().waitFor();
    await page
      .getByRole("checkbox", { name: /选择第\d+号隐患/ })
      .nth(1)
      .check();
    await page
      .getByRole("checkbox", { name: /选择第\d+号隐患/ })
      .nth(2)
      .check();
    await head.getByText("已选 2 项").waitFor();
    await keepScreen(page, "findings-together");
    expect(await findAxeFaults(page)).toEqual([]);
    const before = await page.locator(".finding").count();
    await head.getByRole("button", { name: "审核通过 (2)" }).click();
    await expect.poll(() => page.locator(".finding").count()).toBe(before - 2);

    await head.getByText("全选本页可办理的").waitFor();
    await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
    await page.getByRole("button", { name: "清除筛选" }).click();
    await page.getByText("第 1 至 40 号").waitFor();
    await page.getByRole("button", { name: "下一页" }).click();
    await page.locator("#finding-41").waitFor();
    expect(await page.locator("#finding-40").count()).toBe(0);
    const second = page.url();
    await page.getByRole("button", { name: "上一页" }).click();
    await page.getByText("第 1 至 40 号").waitFor();
    await page.goto(second);
    await page.getByRole("button", { name: "第一页" }).click();
    await page.locator("#finding-1").waitFor();

    await page.getByRole("checkbox", { name: "只看逾期未反馈" }).check();
    await page.waitForURL(/late=true/);
    await page.locator("#finding-2").waitFor({ state: "detached" });
    const late = await page.locator(".finding").count();
    expect(late).toBeGreaterThan(0);
    expect(await page.locator(".finding", { hasText: "逾期未反馈" }).count()).toBe(late);
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出 Excel" }).click();
    expect((await coming).suggestedFilename()).toBe("隐患清单_2026-05-12.xlsx");
    // A mail names what a unit owes by a day.
    await page.goto(`${demo.stack.url}/today`);
    await page
      .getByRole("link", { name: /隐患整改反馈/ })
      .first()
      .click();
    await page.waitForURL(/tab=findings#finding\.unt_/);
    await page.locator("section.meant").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
