import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findAxeFaults, openContract as openContractAt, signIn as signInAt } from "./browse.ts";
import { chromiumPath, keepScreen, openPage } from "./open-browser.ts";
import { goTo } from "./settle.ts";
import { useDemo } from "./use-demo.ts";

const demo = useDemo();

const agencyA = "霁川市综合执法支持中心";
const vendorA = "霁川砺岫网络安全技术有限公司";
const agencyC = "屿宁市地方金融监督管理局";
const signIn = (page: Page, organisation: string, person: string) =>
  signInAt(page, demo.stack.url, organisation, person);
const openContract = (page: Page, organisation: string, person: string, at = "") =>
  openContractAt(page, demo.stack.url, organisation, person, { at });

describe.skipIf(chromiumPath === undefined)("console and portal", () => {
  it("sign somebody in by one click, show the way once, and lead back where they came from", {
    timeout: 60_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    await page.goto(demo.stack.url);
    await page.waitForURL("**/sign-in");
    const card = page.getByRole("region", { name: agencyA });
    await card.getByRole("button", { name: "财务人员" }).click();
    await page.waitForURL("**/today");
    await page.getByText("今天该办什么").waitFor();
    // The look comes by constructed sheets: without them a button has the browser's own.
    const colour = "getComputedStyle(document.querySelector('.ant-btn-primary')).backgroundColor";
    expect(await page.evaluate<string>(colour)).toBe("rgb(11, 74, 158)");
    for (const name of ["下一步", "下一步", "开始使用"]) await page.getByRole("button", { name }).click();
    await page.getByText("今天该办什么").waitFor({ state: "detached" });
    await page.reload();
    await page.getByRole("heading", { name: "待办", exact: true }).waitFor();
    expect(await page.getByText("今天该办什么").count()).toBe(0);
    await page.getByRole("button", { name: "换人" }).click();
    await page.getByRole("menuitem", { name: "项目负责人" }).first().click();
    await page.getByRole("heading", { name: "应收款项" }).waitFor();
    await page.getByRole("button", { name: /项目负责人/ }).click();
    await page.getByRole("menuitem", { name: "退出登录" }).click();
    await page.waitForURL("**/sign-in");
    expect(faults).toEqual([]);
    await page.goto(`${demo.stack.url}/contracts?q=%E5%AE%89%E5%85%A8`);
    await page.waitForURL("**/sign-in?next=**");
    await card.getByRole("button", { name: "审计人员" }).click();
    await page.waitForURL("**/contracts?q=**");
    expect(await page.getByRole("searchbox").inputValue()).toBe("安全");
    await context.close();
  });

  it("say why: of a date and of an amount, by mouse and by keyboard", { timeout: 60_000 }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    await openContract(page, agencyA, "审计人员", "?tab=payments");
    const first = page.locator("[id='payment.t1']");
    await first.getByRole("button", { name: /合同到期/ }).click();
    const why = page.getByRole("tooltip");
    await why.getByText("条款").first().waitFor();
    expect(await why.innerText()).toContain("2026-04-27");
    expect(await findAxeFaults(page)).toEqual([]);
    await keepScreen(page, "why-date");
    await page.keyboard.press("Escape");
    await first.getByRole("button", { name: /金额/ }).focus();
    await page.keyboard.press("Enter");
    await page
      .getByText(/2,180,000/)
      .last()
      .waitFor();
    expect(await page.getByRole("button", { name: /登记|申请|查验/ }).count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("keep what is searched and filtered in the address, as a view, and as a file", {
    timeout: 60_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    await signIn(page, "岚泊澈盾信息安全服务有限公司", "项目负责人");
    await goTo(page, `${demo.stack.url}/contracts`);
    expect(await page.locator("tbody tr").count()).toBe(2);
    await page.getByRole("searchbox").fill("电子政务");
    await page.waitForURL(/q=/);
    expect(await page.locator("tbody tr").count()).toBe(1);
    await page.getByRole("button", { name: "常用视图" }).click();
    await page.getByLabel("视图名称").fill("电子政务的");
    await page.getByRole("button", { name: "保存当前筛选" }).click();
    await page.getByRole("searchbox").fill("没有这样的合同");
    await page.getByText("没有符合筛选条件的合同。").waitFor();
    await page.getByRole("button", { name: "清除筛选" }).click();
    expect(await page.locator("tbody tr").count()).toBe(2);
    await page.reload();
    await page.getByRole("button", { name: "常用视图" }).click();
    await page.getByRole("button", { name: "电子政务的", exact: true }).click();
    await page.waitForURL(/q=/);
    await page
      .getByRole("columnheader", { name: /合同总价/ })
      .getByRole("button")
      .click();
    await page.waitForURL(/sort=total/);
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出 CSV" }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe("合同_2026-05-12.csv");
    const text = await readFile(await file.path(), "utf8");
    expect(text.split("\r\n")[0]).toBe("\uFEFF编号,名称,采购单位,合同总价（元）,逾期,30天内");
    expect(text).toContain("望澜信采-2026-0415,电子政务信息安全运维服务合同,望澜区信息化局,1489600.00");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("date contract C once somebody records its signing, and withhold the form from others", {
    timeout: 60_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    await openContract(page, agencyC, "审计人员", "?tab=events");
    await page.getByText("还没有登记过事项").waitFor();
    expect(await page.getByRole("button", { name: "登记", exact: true }).count()).toBe(0);
    await openContract(page, agencyC, "合同经办人", "?tab=events");
    const row = page.locator("li", { hasText: "合同签订" });
    await row.getByRole("button", { name: "登记", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("发生日期").fill("2025-09-30");
    expect(await findAxeFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: "登记", exact: true }).click();
    await page.getByRole("listitem").filter({ hasText: "2025-09-30" }).first().waitFor();
    await page.getByRole("tab", { name: "大事记" }).focus();
    const payments = page.getByRole("tab", { name: "付款", selected: true });
    for (let press = 0; press < 9 && (await payments.count()) === 0; press += 1) {
      await page.keyboard.press("ArrowLeft");
    }
    await page.locator("[id='payment.t1']", { hasText: "2025-10-21" }).waitFor();
    expect(await page.locator("[id='payment.t3']").innerText()).toContain("2026-10-20");
    await keepScreen(page, "contract-c-signed");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("let one vendor see both agencies, and neither agency the other", { timeout: 60_000 }, async () => {
    const { context, page } = await openPage(demo.browser, "phone", demo.stack.url);
    await openContract(page, "岚泊澈盾信息安全服务有限公司", "项目负责人");
    const other = page.url();
    await goTo(page, `${demo.stack.url}/contracts`);
    const both = await page.locator("main").innerText();
    expect(both).toContain("望澜区信息化局");
    expect(both).toContain("岚泊市经济信息事务中心");
    await signIn(page, agencyA, "合同经办人");
    await goTo(page, `${demo.stack.url}/contracts`);
    expect(await page.locator("main").innerText()).not.toContain("望澜区");
    await page.goto(other);
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").innerText()).toContain("没有加载成功");
    await context.close();
  });

  it("take a payment from the vendor's invoice to its voucher, each in their own window", {
    timeout: 120_000,
  }, async () => {
    const vendor = await openPage(demo.browser, "phone", demo.stack.url);
    const agency = await openPage(demo.browser, "desk", demo.stack.url);
    const paymentOf = (page: Page) => page.locator("[id='payment.t1']");
    const press = (page: Page, name: string) =>
      paymentOf(page).getByRole("button", { name, exact: true }).click();
    const confirm = (page: Page, name: string) =>
      page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

    await openContract(vendor.page, vendorA, "项目负责人", "?tab=payments");
    await press(vendor.page, "提交发票");
    const dialog = vendor.page.getByRole("dialog");
    await dialog.getByLabel("发票号码").fill("123");
    await confirm(vendor.page, "提交发票");
    expect(await dialog.getByRole("alert").innerText()).toContain("发票号码须为20位数字");
    expect(await dialog.getByLabel("发票号码").inputValue()).toBe("123");
    expect(await findAxeFaults(vendor.page)).toEqual([]);
    expect(vendor.faults.splice(0)).toEqual([expect.stringContaining("422")]);
    await dialog.getByRole("button", { name: "取消" }).click();
    await vendor.page.getByText("填写的内容尚未提交").last().waitFor();
    await vendor.page.getByRole("button", { name: "继续填写" }).click();
    await dialog.getByLabel("发票号码").fill("26332000000000000001");
    await dialog.getByLabel("金额（元）").fill("¥1,075,746");
    await dialog.getByText("壹佰零柒万伍仟柒佰肆拾陆元整").waitFor();
    const file = { name: "发票.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 发票") };
    await dialog.getByLabel("发票文件").setInputFiles(file);
    await keepScreen(vendor.page, "invoice-on-phone");
    await confirm(vendor.page, "提交发票");
    await paymentOf(vendor.page).getByText("待查验").waitFor();

    await openContract(agency.page, agencyA, "财务人员", "?tab=payments");
    const coming = agency.page.waitForEvent("download");
    await paymentOf(agency.page).getByRole("link", { name: "发票.pdf" }).click();
    expect((await coming).suggestedFilename()).toBe("发票.pdf");
    // An acceptance that is refused is shown as accepted only until the answer is there.
    await agency.page.route("**/acceptance", (route) => route.abort());
    await press(agency.page, "查验通过");
    await agency.page.getByText("无法连接服务器").waitFor();
    await paymentOf(agency.page).getByText("待查验").waitFor();
    await agency.page.unroute("**/acceptance");
    agency.faults.splice(0);
    await press(agency.page, "查验通过");
    await paymentOf(agency.page).getByText("今天可付 ¥1,075,746.00").waitFor();
    await openContract(agency.page, agencyA, "合同经办人", "?tab=payments");
    await press(agency.page, "申请付款");
    expect(await agency.page.getByLabel("付款金额").inputValue()).toBe("1075746.00");
    await confirm(agency.page, "申请付款");
    await paymentOf(agency.page).getByText("须由他人审批").waitFor();
    await openContract(agency.page, agencyA, "财务人员", "?tab=payments");
    // A request that got lost on the way is sent once more, under the same key.
    const keys: (string | undefined)[] = [];
    await agency.page.route("**/approval", (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      return keys.length === 1 ? route.abort() : route.continue();
    });
    await press(agency.page, "批准");
    await paymentOf(agency.page).getByText("已批准").waitFor();
    expect([keys.length, keys[0] === keys[1], keys[0]?.length]).toEqual([2, true, 36]);
    expect(agency.faults.splice(0)).toEqual([
      expect.stringContaining("/approval"),
      expect.stringContaining("/approval"),
    ]);
    await press(agency.page, "登记付款");
    await agency.page.getByLabel("凭证号").fill("付-2026-0512");
    await confirm(agency.page, "登记付款");
    await paymentOf(agency.page).getByText("已付清").waitFor();
    expect(await paymentOf(agency.page).innerText()).toContain(
      "2026-05-12 已付 ¥1,075,746.00（凭证 付-2026-0512）",
    );
    await keepScreen(agency.page, "payment-made");
    await vendor.page.reload();
    await paymentOf(vendor.page).getByText("已付清").waitFor();
    expect(await vendor.page.locator("main").innerText()).not.toContain("付-2026-0512");
    // Files are put and fetched at an origin of their own.
    const isFault = (fault: string) => !fault.startsWith("outside: http://127.0.0.1:");
    expect([...vendor.faults, ...agency.faults].filter(isFault)).toEqual([]);
    await vendor.context.close();
    await agency.context.close();
  });

  it("show what was sent once the date is moved forward, and what is read as read", {
    timeout: 90_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    const before = demo.stack.inbox.list().length;
    await signIn(page, agencyA, "合同经办人");
    await page.getByLabel("系统日期").fill("2026-05-13");
    await page.getByRole("button", { name: "前进到此日" }).click();
    await page.locator(".lead", { hasText: "2026-05-13" }).waitFor();
    expect(demo.stack.inbox.list().length).toBeGreaterThan(before);
    await goTo(page, `${demo.stack.url}/notifications`);
    const unread = await page.locator("li.unread").count();
    expect(unread).toBeGreaterThan(1);
    await page.getByRole("button", { name: "标为已读", exact: true }).first().click();
    await page.locator("li:not(.unread) .what").first().waitFor();
    await page.reload();
    await page.locator("li.unread").first().waitFor();
    expect(await page.locator("li.unread").count()).toBe(unread - 1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("let an administrator invite, a manager see what will go out, and an auditor what was done", {
    timeout: 90_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    await signIn(page, agencyA, "管理员");
    await goTo(page, `${demo.stack.url}/members`);
    await page.getByRole("button", { name: "邀请人员" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("姓名").fill("新来的");
    await dialog.getByLabel("邮箱").fill("new@example.test");
    await dialog.getByLabel("角色").click();
    await page.locator(".ant-select-item-option", { hasText: "财务人员" }).click();
    await page.keyboard.press("Escape");
    await dialog.getByRole("button", { name: "邀请人员" }).click();
    await page.getByRole("listitem").filter({ hasText: "new@example.test" }).getByText("已邀请").waitFor();
    await signIn(page, agencyA, "合同经办人");
    await goTo(page, `${demo.stack.url}/members`);
    expect(await page.getByRole("button", { name: "邀请人员" }).count()).toBe(0);
    await goTo(page, `${demo.stack.url}/reminders`);
    const planned = page.getByRole("listitem").filter({ hasText: "邮件" });
    expect(await planned.count()).toBeGreaterThan(3);
    expect(await planned.first().innerText()).toMatch(/按角色|供应商联系人/);
    await goTo(page, `${demo.stack.url}/vendors`);
    await page.getByRole("button", { name: vendorA }).click();
    await page
      .getByText(/按时 \d+ \/ \d+ 项/)
      .first()
      .waitFor();
    await openContract(page, agencyA, "审计人员", "?tab=record");
    await page.getByText("contract.activate").waitFor();
    await page.getByText("变更内容").first().click();
    await page.getByText("校验值").first().waitFor();
    await openContract(page, agencyA, "财务人员");
    expect(await page.getByRole("tab", { name: "留痕" }).count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("refuse a form that another site sends, and a file outside the built pages", async () => {
    const response = await fetch(`${demo.stack.url}/clock`, {
      method: "POST",
      headers: { origin: "https://elsewhere.example" },
      body: new URLSearchParams({ date: "2027-01-01" }),
    });
    expect(response.status).toBe(403);
    for (const path of ["/%2e%2e/package.json", "/..%2fpackage.json", "/assets/%2e%2e/%2e%2e/package.json"]) {
      expect([path, (await fetch(`${demo.stack.url}${path}`)).status]).toEqual([path, 404]);
    }
    const page = await fetch(`${demo.stack.url}/today`);
    const policy = page.headers.get("content-security-policy") ?? "";
    expect([policy.includes("unsafe"), policy.includes("script-src 'self'")]).toEqual([false, true]);
  });
});
