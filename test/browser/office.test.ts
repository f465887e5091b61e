import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findAxeFaults, signIn } from "./browse.ts";
import { chromiumPath, keepScreen, openPage } from "./open-browser.ts";
import { goTo } from "./settle.ts";
import { useDemo } from "./use-demo.ts";

const demo = useDemo();
const agency = "霁川市综合执法支持中心";
const vendor = "岚泊澈盾信息安全服务有限公司";

const dialogOf = (page: Page) => page.getByRole("dialog");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const confirm = (page: Page, name: string) =>
  dialogOf(page).getByRole("button", { name, exact: true }).click();

/** Chooses of a list that opens under its field; one of several stays open for more. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  const field = page.getByRole("combobox", { name: label, exact: true });
  await field.click();
  await page
    .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option", {
      hasText: option,
    })
    .first()
    .click();
  if ((await field.getAttribute("aria-expanded")) === "true") await field.press("Escape");
}

async function seeAccessible(page: Page): Promise<void> {
  expect(await findAxeFaults(page)).toEqual([]);
}

describe.skipIf(chromiumPath === undefined)("the office of an agency", () => {
  it("shows what would go out by other rules before they hold, and keeps what somebody else has set", {
    timeout: 120_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    await signIn(page, demo.stack.url, agency, "财务人员");
    await goTo(page, `${demo.stack.url}/reminders?part=rules`);
    await page.getByText("提醒规则由本单位管理员设置").waitFor();
    expect(await page.getByRole("button", { name: "保存规则" }).count()).toBe(0);

    await signIn(page, demo.stack.url, agency, "管理员");
    await goTo(page, `${demo.stack.url}/reminders?part=rules`);
    await page.getByText("本单位尚未设置").waitFor();
    expect(await page.getByRole("button", { name: "保存规则" }).isDisabled()).toBe(true);
    const lead = page.getByLabel("提前几天提醒");
    for (let each = 0; each < 5; each += 1) await lead.press("Backspace");
    await lead.fill("10");
    await lead.press("Enter");
    await lead.press("Escape");
    await choose(page, "为某类义务单独设置…", "付款");
    const payment = page.getByRole("group", { name: "付款" });
    await payment.getByLabel("提前几天提醒").fill("21");
    await payment.getByLabel("提前几天提醒").press("Enter");
    await payment.getByLabel("提前几天提醒").press("Escape");
    await press(page, "预览修改后的提醒");
    await page.getByText(/现在 \d+\+? 条，修改后 \d+\+? 条/).waitFor();
    await keepScreen(page, "reminder-rules");
    await seeAccessible(page);
    await page.getByRole("tab", { name: "将发出" }).click();
    // What was written is not left behind unasked: the way back was refused above, so it is still there.
    await page.getByRole("tab", { name: "提醒规则" }).waitFor();

    await goTo(page, `${demo.stack.url}/reminders?part=rules`);
    await page.getByLabel("每天发送时刻").fill("08:15");
    const other = await openPage(demo.browser, "desk", demo.stack.url);
    await signIn(other.page, demo.stack.url, agency, "管理员");
    await goTo(other.page, `${demo.stack.url}/settings`);
    await press(other.page, "增加放假");
    await seeAccessible(other.page);
    await dialogOf(other.page).getByLabel("名称", { exact: true }).fill("防汛值守调休");
    await dialogOf(other.page).getByLabel("第一天").fill("2026-06-12");
    await dialogOf(other.page).getByLabel("最后一天").fill("2026-06-11");
    await confirm(other.page, "增加放假");
    await dialogOf(other.page).getByRole("alert").waitFor();
    await dialogOf(other.page).getByLabel("最后一天").fill("2026-06-12");
    await confirm(other.page, "增加放假");
    await other.page.getByText("2026-06-12 — 2026-06-12").waitFor();
    await keepScreen(other.page, "settings-agency");
    await press(page, "保存规则");
    await page.getByText("单位设置已被他人修改").waitFor();
    expect(await page.getByLabel("每天发送时刻").inputValue()).toBe("08:15");
    await keepScreen(page, "rules-overtaken");
    await press(page, "保留我的修改，继续填写");
    await press(page, "保存规则");
    await page.getByText("本单位尚未设置").waitFor({ state: "detached" });
    await goTo(page, `${demo.stack.url}/reminders`);
    await page.getByText("08:15").first().waitFor();

    await goTo(other.page, `${demo.stack.url}/settings`);
    await other.page.getByRole("button", { name: "删除" }).first().click();
    await dialogOf(other.page).getByText("删除“防汛值守调休”").last().waitFor();
    await confirm(other.page, "删除");
    await other.page.getByText("没有另行放假的日子").waitFor();
    expect(faults.filter((fault) => !fault.includes("412"))).toEqual([]);
    await context.close();
    await other.context.close();
  });

  it("has a message posted to a system of its own, which can check it, and shows what came of it", {
    timeout: 120_000,
  }, async () => {
    const received: { id: string; body: string; signatures: string; at: string }[] = [];
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        const header = (name: string) => String(request.headers[name]);
        received.push({
          id: header("webhook-id"),
          at: header("webhook-timestamp"),
          signatures: header("webhook-signature"),
          body,
        });
        response.end("收到");
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
    const { port } = server.address() as AddressInfo;
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    await signIn(page, demo.stack.url, agency, "管理员");
    await goTo(page, `${demo.stack.url}/settings?part=machines`);
    await press(page, "增加推送地址");
    await dialogOf(page).getByLabel("地址", { exact: true }).fill(`http://127.0.0.1:${port}/hook`);
    await seeAccessible(page);
    await confirm(page, "增加推送地址");
    const secret = await page.getByRole("textbox", { name: "签名密钥" }).inputValue();
    expect(secret).toMatch(/^whsec_/);
    await keepScreen(page, "endpoint-secret");
    await page.getByText("关闭", { exact: true }).click();
    const row = page.locator("li.line", { hasText: `127.0.0.1:${port}` });
    await row.getByRole("button", { name: "发送测试消息" }).click();
    await page.getByText("发送测试消息：已办理").waitFor();
    await demo.stack.work();
    const [message] = received;
    if (message === undefined) throw new Error("nothing was received");
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    const signed = createHmac("sha256", key)
      .update(`${message.id}.${message.at}.${message.body}`)
      .digest("base64");
    expect(message.signatures.split(" ")).toContain(`v1,${signed}`);

    await row.locator("summary", { hasText: "推送记录" }).click();
    await row.getByText("已送达").first().waitFor();
    await row.locator("summary", { hasText: "发送 1 次" }).click();
    expect(await row.innerText()).toContain("收到");
    await seeAccessible(page);
    await keepScreen(page, "endpoint-deliveries");
    await row.getByRole("button", { name: "更换密钥" }).click();
    await confirm(page, "更换密钥");
    expect(await page.getByRole("textbox", { name: "签名密钥" }).inputValue()).not.toBe(secret);
    await page.getByText("关闭", { exact: true }).click();
    await row.getByText("旧密钥在").waitFor();
    await row.getByRole("button", { name: "删除" }).click();
    await confirm(page, "删除");
    await row.waitFor({ state: "detached" });
    expect(faults).toEqual([]);
    await context.close();
    server.close();
  });

  it("makes a key that may do what it is for, shows it once, and takes it away", {
    timeout: 120_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    await signIn(page, demo.stack.url, agency, "管理员");
    await goTo(page, `${demo.stack.url}/settings?part=keys`);
    await press(page, "新建密钥");
    await dialogOf(page).getByLabel("用途").fill("财务系统读取付款计划");
    await choose(page, "允许", "查看合同");
    await dialogOf(page).getByLabel("有效期至").fill("2028-01-01");
    await seeAccessible(page);
    await confirm(page, "新建密钥");
    await dialogOf(page).getByRole("alert").waitFor();
    expect(faults.splice(0)).toEqual([expect.stringContaining("422")]);
    await dialogOf(page).getByLabel("有效期至").fill("2026-12-31");
    await confirm(page, "新建密钥");
    const key = await page.getByRole("textbox", { name: "新建密钥" }).inputValue();
    await keepScreen(page, "api-key");
    const ask = (path: string) =>
      fetch(`${demo.stack.url}${path}`, { headers: { authorization: `Bearer ${key}` } });
    expect((await ask("/v1/contracts")).status).toBe(200);
    expect((await ask("/v1/record")).status).toBe(403);
    await page.getByText("关闭", { exact: true }).click();
    await page.getByText("2026-12-31 前有效").waitFor();
    await press(page, "撤销");
    await confirm(page, "撤销");
    await page.getByText("没有密钥").waitFor();
    expect((await ask("/v1/contracts")).status).toBe(401);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("changes what somebody may do, and puts a vendor on file", { timeout: 120_000 }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    await signIn(page, demo.stack.url, agency, "管理员");
    await goTo(page, `${demo.stack.url}/members`);
    const row = page.locator("li.line", { hasText: "验收人员" });
    await row.getByRole("button", { name: "修改", exact: true }).click();
    await seeAccessible(page);
    await choose(page, "角色", "财务人员");
    await choose(page, "上级", "合同经办人");
    await confirm(page, "修改");
    await row.getByText("上级：合同经办人").waitFor();
    expect(await row.innerText()).toContain("财务");
    await row.locator("summary").click();
    await row.getByText("目前没有登录").waitFor();
    await keepScreen(page, "members");

    await goTo(page, `${demo.stack.url}/vendors`);
    expect(await page.getByRole("button", { name: "供应商建档" }).count()).toBe(1);
    await press(page, "供应商建档");
    await dialogOf(page).getByLabel("统一社会信用代码").fill("91350100M000100Y43");
    await dialogOf(page).getByLabel("供应商名称").fill("沅陵测绘技术有限公司");
    await dialogOf(page).getByLabel("联系人").fill("联络员 contact@yuan.example");
    await seeAccessible(page);
    await confirm(page, "供应商建档");
    await page.getByRole("button", { name: "沅陵测绘技术有限公司" }).waitFor();
    expect(await page.locator("main").innerText()).toContain("联络员 contact@yuan.example");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("lets a person choose their mails and subscribe to their days; a vendor lets a colleague in", {
    timeout: 120_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "phone", demo.stack.url);
    await signIn(page, demo.stack.url, agency, "合同经办人");
    await goTo(page, `${demo.stack.url}/account`);
    await choose(page, "邮件合并", "每周一封");
    await choose(page, "不再接收邮件的种类", "报告");
    await page.getByRole("button", { name: "新增订阅" }).click();
    await seeAccessible(page);
    await confirm(page, "新增订阅");
    await page.getByText("与我有关的全部义务").waitFor();
    await page.reload();
    await page.getByTitle("报告").waitFor();
    await seeAccessible(page);
    await keepScreen(page, "account-phone");
    const feed = await page.evaluate<{ items: { url: string }[] }>(
      "fetch('/v1/calendar-feeds').then((answer) => answer.json())",
    );
    const calendar = await fetch(feed.items[0]?.url ?? "");
    expect(await calendar.text()).toContain("BEGIN:VEVENT");
    await press(page, "停用");
    await confirm(page, "停用");
    await page.getByText("与我有关的全部义务").waitFor({ state: "detached" });
    expect((await fetch(feed.items[0]?.url ?? "")).status).toBe(404);

    await signIn(page, demo.stack.url, vendor, "项目负责人");
    await goTo(page, `${demo.stack.url}/colleagues`);
    await press(page, "邀请同事");
    await dialogOf(page).getByLabel("姓名").fill("驻场组长");
    await dialogOf(page).getByLabel("邮箱").fill("onsite@landun.example");
    await confirm(page, "邀请同事");
    const row = page.locator("li.line", { hasText: "驻场组长" });
    await row.waitFor();
    await keepScreen(page, "colleagues-phone");
    await row.getByRole("button", { name: "移除并删除个人信息" }).click();
    await dialogOf(page).getByLabel("理由").fill("调离项目");
    await confirm(page, "移除并删除个人信息");
    await row.waitFor({ state: "detached" });
    expect(faults).toEqual([]);
    await context.close();
  });
});
