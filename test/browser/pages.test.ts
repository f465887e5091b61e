import type { Stack } from "@luyue/local/stack";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAxeFaults, openContract as openContractAt, signIn as signInAt } from "./browse.ts";
import { startDemo } from "./start-demo.ts";
import { chromiumPath, keepScreen, openPage, sizes } from "./open-browser.ts";

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  ({ stack, browser } = await startDemo());
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const signIn = (page: Page, organisation: string, person: string) =>
  signInAt(page, stack.url, organisation, person);
const openContract = (page: Page, organisation: string, person: string) =>
  openContractAt(page, stack.url, organisation, person);

describe.skipIf(chromiumPath === undefined)("the pages of the local stack", () => {
  for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) {
    for (const language of ["zh", "en"] as const) {
      it(`are whole on a ${size} in ${language}: no error, nothing from outside, accessible, nothing cut off`, {
        timeout: 120_000,
      }, async () => {
        const { context, page, faults } = await openPage(browser, size, stack.url);
        if (language === "en") await context.addCookies([{ name: "language", value: "en", url: stack.url }]);
        const look = async (name: string) => {
          await keepScreen(page, `${name}-${size}-${language}`);
          expect({ name, axe: await findAxeFaults(page) }).toEqual({ name, axe: [] });
          const wider = await page.evaluate<number>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth",
          );
          expect({ name, wider }).toEqual({ name, wider: 0 });
        };
        await page.goto(stack.url);
        await look("home");
        await signIn(page, "望澜区信息化局", "合同经办人");
        await look("today");
        await page.locator("main .lead a").first().click();
        await page.waitForURL("**/contracts/**");
        for (const summary of await page.locator("#checks ~ * summary, .money summary").all())
          await summary.click();
        await look("contract");
        await page.locator("#money").scrollIntoViewIfNeeded();
        await keepScreen(page, `payments-${size}-${language}`);
        await page.locator("#checks").scrollIntoViewIfNeeded();
        await keepScreen(page, `checks-${size}-${language}`);
        await page.getByRole("link", { name: language === "zh" ? "预算" : "Budget" }).click();
        await page.getByRole("heading", { level: 1 }).waitFor();
        await look("budget");
        await page.goto(`${stack.url}/inbox`);
        await look("inbox");
        await page.goto(`${stack.url}/inbox?channel=email`);
        await page.locator("td a").first().click();
        await page.frameLocator("iframe").getByRole("heading").first().waitFor();
        await look("mail");
        await page.goto(`${stack.url}/samples`);
        await look("samples");
        await page.goto(`${stack.url}/samples/digest/${language}`);
        await look("sample-digest");
        await openContract(page, "岚泊澈盾信息安全服务有限公司", "项目负责人");
        await look("vendor-contract");
        expect(faults).toEqual([]);
        await context.close();
      });
    }
  }

  it("shows the API's documentation from its own origin alone", { timeout: 60_000 }, async () => {
    const { context, page, faults } = await openPage(browser, "desk", stack.url);
    await page.goto(`${stack.url}/docs`);
    // What is far below the window is drawn once somebody scrolls there.
    const events = page.getByText("/v1/contracts/{contractId}/events", { exact: true }).first();
    await page.getByText("/v1/tenants", { exact: true }).first().waitFor();
    for (let turn = 0; turn < 20 && (await events.count()) === 0; turn += 1) {
      await page.mouse.wheel(0, 1000);
      await page.waitForTimeout(250);
    }
    await events.waitFor();
    await keepScreen(page, "docs-desk");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("dates contract C once somebody records its signing, and withholds the form from others", {
    timeout: 60_000,
  }, async () => {
    const { context, page, faults } = await openPage(browser, "desk", stack.url);
    await signIn(page, "屿宁市地方金融监督管理局", "审计人员");
    await page.locator("main .lead a").first().click();
    expect(await page.getByRole("button", { name: "登记" }).count()).toBe(0);
    await signIn(page, "屿宁市地方金融监督管理局", "合同经办人");
    await page.locator("main .lead a").first().click();
    const form = page.locator("form", { has: page.getByLabel("合同签订") });
    await form.getByLabel("合同签订").fill("2025-09-30");
    await form.getByRole("button", { name: "登记" }).click();
    await page.locator("[id='payment.t1']", { hasText: "2025-10-21" }).waitFor();
    expect(await page.locator("[id='payment.t3']").innerText()).toContain("2026-10-20");
    await keepScreen(page, "contract-c-signed");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("lets one vendor see both agencies, and neither agency the other", { timeout: 60_000 }, async () => {
    const { context, page } = await openPage(browser, "phone", stack.url);
    await signIn(page, "岚泊澈盾信息安全服务有限公司", "项目负责人");
    const both = await page.locator("main").innerText();
    expect(both).toContain("望澜区信息化局");
    expect(both).toContain("岚泊市经济信息事务中心");
    await keepScreen(page, "vendor-today-phone");
    await page.locator("main .lead a").first().click();
    await page.waitForURL("**/contracts/**");
    const other = page.url();
    await signIn(page, "霁川市综合执法支持中心", "合同经办人");
    expect(await page.locator("main").innerText()).not.toContain("望澜区");
    expect((await page.goto(other))?.status()).toBe(404);
    await context.close();
  });

  it("takes a payment from the vendor's invoice to its voucher, each step by whose it is", {
    timeout: 120_000,
  }, async () => {
    const { context, page, faults } = await openPage(browser, "desk", stack.url);
    const [agency, vendor] = ["霁川市综合执法支持中心", "霁川砺岫网络安全技术有限公司"];
    const first = page.locator("[id='payment.t1']");
    const press = (name: string) => first.getByRole("button", { name, exact: true }).click();

    await openContract(page, vendor, "项目负责人");
    await first.getByLabel("发票号码").fill("123");
    await press("提交发票");
    expect(await first.getByRole("alert").innerText()).toContain("发票号码须为20位数字");
    expect(await first.getByLabel("发票号码").inputValue()).toBe("123");
    expect(await findAxeFaults(page)).toEqual([]);
    expect(faults.splice(0)).toEqual([expect.stringContaining("422")]);
    await first.getByLabel("发票号码").fill("26332000000000000001");
    await first.getByLabel("金额（元）").fill("¥1,075,746");
    await press("提交发票");
    await first.getByText("待查验").waitFor();
    expect(await first.getByRole("button").count()).toBe(0);

    await openContract(page, agency, "财务人员");
    await press("查验通过");
    await first.getByText("今天可付 ¥1,075,746.00").waitFor();
    await openContract(page, agency, "审计人员");
    expect(await page.locator("main form").count()).toBe(0);
    await openContract(page, agency, "合同经办人");
    expect(await first.getByLabel("付款金额").inputValue()).toBe("1075746.00");
    await press("申请付款");
    await first.getByText("须由他人审批").waitFor();

    await openContract(page, agency, "财务人员");
    await press("批准");
    await first.getByLabel("凭证号").fill("付-2026-0512");
    await press("登记付款 ¥1,075,746.00");
    await first.getByText("已付清").waitFor();
    expect(await first.innerText()).toContain("2026-05-12 已付 ¥1,075,746.00（凭证 付-2026-0512）");
    expect(await page.locator(".sums").innerText()).toContain("¥1,104,254.00");
    await keepScreen(page, "payment-made");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("hands the budget on as files to whoever may see it", { timeout: 60_000 }, async () => {
    const { context, page, faults } = await openPage(browser, "desk", stack.url);
    await signIn(page, "屿宁市地方金融监督管理局", "财务人员");
    await page.goto(`${stack.url}/budget`);
    for (const [name, file] of [
      ["下载 Excel", "xlsx"],
      ["下载 CSV", "csv"],
    ] as const) {
      const coming = page.waitForEvent("download");
      await page.getByRole("link", { name }).click();
      expect((await coming).suggestedFilename()).toBe(`预算执行_2026-05-12.${file}`);
    }
    const answer = await context.request.get(`${stack.url}/budget.csv`);
    expect(answer.headers()["content-type"]).toBe("text/csv; charset=utf-8");
    expect(await answer.text()).toContain("财政年度");
    await context.addCookies([{ name: "language", value: "en", url: stack.url }]);
    expect(await (await context.request.get(`${stack.url}/budget.csv`)).text()).toContain("Fiscal year");
    await signIn(page, "岚泊澈盾信息安全服务有限公司", "项目负责人");
    expect(await page.locator("nav").innerText()).not.toContain("Budget");
    await page.goto(`${stack.url}/budget.csv`);
    expect(page.url()).toBe(`${stack.url}/`);
    expect(faults.filter((fault) => !fault.includes("/budget."))).toEqual([]);
    await context.close();
  });

  it("sends what falls due when the date is moved forward", { timeout: 60_000 }, async () => {
    const { context, page, faults } = await openPage(browser, "desk", stack.url);
    const before = stack.inbox.list().length;
    await page.goto(`${stack.url}/inbox`);
    await page.getByLabel("系统日期").fill("2026-05-13");
    await page.getByRole("button", { name: "前进到此日" }).click();
    await page.waitForURL("**/inbox");
    expect(stack.inbox.list().length).toBeGreaterThan(before);
    expect(await page.locator("tbody").innerText()).toContain("2026-05-13");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("refuses a form that another site sends", async () => {
    const response = await fetch(`${stack.url}/clock`, {
      method: "POST",
      headers: { origin: "https://elsewhere.example" },
      body: new URLSearchParams({ date: "2027-01-01" }),
    });
    expect(response.status).toBe(403);
  });
});
