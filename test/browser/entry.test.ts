import { demoContracts } from "@luyue/testing/contracts";
import { describe, expect, it } from "vitest";
import { findAxeFaults, signIn } from "./browse.ts";
import { chromiumPath, keepScreen, openPage } from "./open-browser.ts";
import { goTo } from "./settle.ts";
import { useDemo } from "./use-demo.ts";

const demo = useDemo();

const agency = "霁川市综合执法支持中心";

describe.skipIf(chromiumPath === undefined)("entering a contract", () => {
  it("works out amounts, capitals, days and checks while one types, and ends in an active contract", {
    timeout: 120_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    await signIn(page, demo.stack.url, agency, "合同经办人");
    await goTo(page, `${demo.stack.url}/contracts`);
    await page.getByRole("link", { name: "录入合同" }).click();
    await page.getByRole("button", { name: "开始填写" }).click();
    await page.getByText("还需填写或更正").waitFor();
    await page.getByLabel("编号").fill("例-2026-009");
    await page.getByLabel("名称", { exact: true }).fill("驻场运维服务合同");
    await page.getByLabel("供应商").click();
    await page.locator(".ant-select-item-option").first().click();
    await page.getByLabel("合同总价（元）").fill("2,180,000");
    await page.getByText("贰佰壹拾捌万元整").first().waitFor();
    const tranches = page.getByRole("region", { name: "付款" });
    await tranches.getByLabel("金额方式").click();
    await page.locator(".ant-select-item-option", { hasText: "按比例" }).click();
    await tranches.getByLabel("比例").fill("40");
    await tranches.getByText("比总价少 ¥1,308,000.00").waitFor();
    await tranches.getByRole("button", { name: "增加一期付款" }).click();
    await tranches.getByText("各期付款合计等于合同总价").waitFor();
    await tranches.locator(".comes-to button", { hasText: "1,308,000.00" }).click();
    await page.getByText("壹佰叁拾万捌仟元整").waitFor();
    await page.keyboard.press("Escape");
    await tranches.getByLabel("起算事件").first().click();
    await page.locator(".ant-select-item-option", { hasText: "合同签订后" }).last().click();
    await page.getByLabel("假定签订日期").fill("2026-04-28");
    const preview = page.getByRole("complementary", { name: "预览" });
    await preview.locator("li", { hasText: "第1期付款 ¥872,000.00" }).getByText("2026-05-14").waitFor();
    await preview.getByRole("heading", { name: "合规检查" }).waitFor();
    await keepScreen(page, "entry");
    expect(await findAxeFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "保存草稿" }).click();
    await page.getByText("这是草稿").waitFor();
    await page.getByRole("link", { name: "修改条款" }).click();
    await page.getByLabel("名称", { exact: true }).fill("驻场运维服务合同（修改）");
    await page.getByRole("button", { name: "保存草稿" }).click();
    await page.getByRole("heading", { name: "驻场运维服务合同（修改）" }).waitFor();
    await keepScreen(page, "draft");
    await page.getByRole("button", { name: "启用合同" }).click();
    await page.getByLabel("合规检查有不符项时").fill("演示数据");
    await page.getByRole("dialog").getByRole("button", { name: "启用合同" }).click();
    await page.getByText("这是草稿").waitFor({ state: "detached" });
    await page.getByText("履行中").first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it("begins with a file, which is refused where it is wrong, or as a copy", {
    timeout: 90_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "phone", demo.stack.url);
    await signIn(page, demo.stack.url, agency, "合同经办人");
    await goTo(page, `${demo.stack.url}/contracts/new`);
    const file = (terms: unknown) => ({
      name: "terms.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(terms)),
    });
    const terms = demoContracts[1]?.terms;
    await page.getByLabel("选择文件").setInputFiles(file({ ...terms, price: { total: "12" } }));
    expect(await page.getByRole("alert").innerText()).toContain("/price/total");
    await page.getByLabel("选择文件").setInputFiles(file(terms));
    await page.getByText("各期付款合计等于合同总价").waitFor();
    expect(await page.getByLabel("编号").inputValue()).toBe(terms?.number);
    await keepScreen(page, "entry-from-file-phone");
    page.on("dialog", (dialog) => dialog.accept());
    await page.getByRole("link", { name: "合同", exact: true }).click();
    await page.waitForURL("**/contracts");
    await goTo(page, `${demo.stack.url}/contracts/new`);
    await page.getByLabel("选择合同").click();
    await page.locator(".ant-select-item-option").first().click();
    await page.getByLabel("编号").waitFor();
    expect(await page.getByLabel("编号").inputValue()).toBe("");
    expect(await page.getByLabel("名称", { exact: true }).inputValue()).toContain("（副本）");
    expect(faults).toEqual([]);
    await context.close();
  });
});
