import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { Stack } from "@luyue/local/stack";
import { Secret, TOTP } from "otpauth";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Agencies, openAgencies } from "../sign-in/open-agencies.ts";
import { seedVendor } from "../sign-in/seed-vendor.ts";
import { findAxeFaults } from "./browse.ts";
import { chromiumPath, keepScreen, openBrowser, openPage, sizes } from "./open-browser.ts";

let agencies: Agencies;
let stack: Stack;
let browser: Browser;
const email = "lead@vendor.example";
const vendorId = "ven_91990000MA0B26TF1M";
/** Of the vendor's lead, once they have signed in for the first time. */
let recovery: string[] = [];

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  agencies = await openAgencies();
  ({ stack } = agencies);
  await seedVendor(stack, email);
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await agencies?.stop();
});

const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) }).generate();

/** Asks for a link on the page; gives the one that was mailed. */
async function askForLink(page: Page): Promise<string> {
  await page.goto(`${stack.url}/sign-in`);
  await page.getByLabel("邮箱").fill(email);
  await page.getByRole("button", { name: "发送登录链接" }).click();
  await page.getByRole("heading", { name: "请查收邮件" }).waitFor();
  await stack.settle();
  const [mail] = stack.inbox.list();
  expect(mail).toMatchObject({ to: email, subject: "【履约】登录链接" });
  return /http:\S+\/sign-in\/link\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";
}

async function openLink(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "继续" }).click();
}

describe.skipIf(chromiumPath === undefined)("signing in with a browser", () => {
  it("takes a vendor's lead from the mailed link over the second factor to their contracts", {
    timeout: 120_000,
  }, async () => {
    const open: Page[] = [];
    for (const [at, size] of (Object.keys(sizes) as (keyof typeof sizes)[]).entries()) {
      const { context, page, faults } = await openPage(browser, size, stack.url);
      const look = async (name: string) => {
        await keepScreen(page, `${name}-${size}`);
        expect({ name, axe: await findAxeFaults(page) }).toEqual({ name, axe: [] });
        const wider = await page.evaluate<number>(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        expect({ name, wider }).toEqual({ name, wider: 0 });
      };
      await page.goto(`${stack.url}/sign-in`);
      await look("sign-in");
      const link = await askForLink(page);
      await look("link-sent");
      if (at === 0) {
        const { page: thief, context: theirs } = await openPage(browser, "desk", stack.url);
        await openLink(thief, link);
        await thief.getByRole("alert").waitFor();
        expect(await thief.getByRole("alert").textContent()).toContain("该登录链接无效");
        await theirs.close();
      }
      await openLink(page, link);
      if (at === 0) {
        await page.getByRole("heading", { name: "设置验证器" }).waitFor();
        await look("new-factor");
        await page.getByLabel("验证码").fill("000000");
        await page.getByRole("button", { name: "登录", exact: true }).click();
        await page.getByRole("alert").waitFor();
        const secret = (await page.locator("code").textContent()) ?? "";
        await page.getByLabel("验证码").fill(codeOf(secret));
        await page.getByRole("button", { name: "登录", exact: true }).click();
        await page.getByRole("heading", { name: "请保存备用码" }).waitFor();
        await look("recovery");
        recovery = ((await page.locator("pre").textContent()) ?? "").split("\n");
        await page.getByRole("button", { name: "已保存，继续" }).click();
      } else {
        await look("code");
        await page.getByLabel("验证码").fill(recovery[0] ?? "");
        await page.getByRole("button", { name: "登录", exact: true }).click();
      }
      await page.waitForURL("**/today");
      await page.getByRole("button", { name: "示例供应商 · 项目负责人" }).click();
      await page.getByRole("menuitem", { name: "我的登录" }).click();
      await page.getByRole("heading", { name: "我的登录" }).waitFor();
      await page.locator("main .list li").first().waitFor();
      expect(await page.locator("main .list li").count()).toBe(at + 1);
      await look("account");
      const cookies = await context.cookies();
      expect(cookies.map(({ name }) => name)).toEqual(["__Host-luyue-session"]);
      expect(cookies[0]).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax", path: "/" });
      expect(await page.evaluate<string>("document.cookie")).toBe("");
      // A browser writes down that the wrong code was refused.
      expect(faults.filter((fault) => !fault.includes("/v1/sign-in/code"))).toEqual([]);
      open.push(page);
    }
    const [desk, phone] = open;
    await phone?.getByRole("button", { name: "退出其他所有浏览器" }).click();
    await phone?.locator("main li").nth(1).waitFor({ state: "detached" });
    await desk?.goto(`${stack.url}/account`);
    await desk?.waitForURL("**/sign-in?next=**");
  });

  it("signs a member in at their agency's issuer, and out again", { timeout: 60_000 }, async () => {
    const { context, page } = await openPage(browser, "desk", stack.url);
    await page.goto(`${stack.url}/sign-in/ten_a`);
    expect(await findAxeFaults(page)).toEqual([]);
    await keepScreen(page, "sign-in-agency");
    await page.getByRole("link", { name: "使用单位统一登录" }).click();
    await page.locator("input[name=login]").fill("u-manager");
    await page.locator("input[name=password]").fill("any");
    await page.getByRole("button", { name: "Sign-in" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL("**/today");
    await page.getByRole("button", { name: "单位 a · 合同经办人" }).waitFor();
    await page.getByRole("button", { name: "单位 a · 合同经办人" }).click();
    await page.getByRole("menuitem", { name: "退出登录" }).click();
    await page.waitForURL("**/sign-in");
    await page.goto(`${stack.url}/today`);
    await page.waitForURL("**/sign-in?next=**");
    const cookies = await context.cookies(stack.url);
    expect(cookies.filter(({ name }) => name.includes("luyue"))).toEqual([]);
  });

  it("does nothing for a page of another origin, whatever cookies the browser has", {
    timeout: 60_000,
  }, async () => {
    const evil = await serveEvil();
    const { context, page } = await openPage(browser, "desk", stack.url);
    await openLink(page, await askForLink(page));
    await page.getByLabel("验证码").fill(recovery[1] ?? "");
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await page.waitForURL("**/today");
    const colleagues = async () => (await stack.platform.vendor(vendorId).listUsers()).length;
    const before = await colleagues();
    const mails = stack.inbox.list().length;
    await page.goto(evil.url);
    await page.waitForFunction("window.done === true");
    const [signOut] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === "POST"),
      page.getByRole("button", { name: "win" }).click(),
    ]);
    expect(signOut.status()).toBe(403);
    await stack.settle();
    expect([await colleagues(), stack.inbox.list().length]).toEqual([before, mails]);
    await page.goto(`${stack.url}/account`);
    await page.getByRole("heading", { name: "我的登录" }).waitFor();
    await context.close();
    evil.server.close();
  });
});

/** A page on this machine, the same site to a browser, that asks in the name of whoever looks at it. */
async function serveEvil(): Promise<{ readonly server: Server; readonly url: string }> {
  const body = JSON.stringify({ name: "Eve", email: "eve@evil.example" });
  const html = `<!doctype html><title>win</title>
    <form method="post" action="${stack.url}/sign-out"><button>win</button></form>
    <script>
      const ask = (path, method, more) =>
        fetch("${stack.url}" + path, { method, mode: "no-cors", credentials: "include", ...more });
      ask("/v1/partner/users", "POST", { body: ${JSON.stringify(body)}, headers: { "content-type": "text/plain" } })
        .catch(() => undefined)
        .then(() => ask("/v1/sign-in/link", "POST", { body: ${JSON.stringify(body)} }))
        .catch(() => undefined)
        .then(() => (window.done = true));
    </script>`;
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(html);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { server, url: `http://127.0.0.1:${address.port}/` };
}
