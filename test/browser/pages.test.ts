import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findAxeFaults, signIn } from "./browse.ts";
import { chromiumPath, keepScreen, openPage, sizes } from "./open-browser.ts";
import { goTo, goWithin } from "./settle.ts";
import { listPages, openPages } from "./shown-pages.ts";
import { useDemo } from "./use-demo.ts";

const demo = useDemo();

const kiB = 1024;
const people = [
  { side: "agency", organisation: "望澜区信息化局", person: "合同经办人" },
  { side: "partner", organisation: "岚泊澈盾信息安全服务有限公司", person: "项目负责人" },
] as const;

/** The contract that most is going on with. */
const contract = "电子政务";

/** Whether nothing of a page is cut off, with all that it folds away, and it is accessible: that is looked into in both languages. */
async function look(page: Page, name: string): Promise<void> {
  await keepScreen(page, name);
  await page.evaluate("document.querySelectorAll('main details').forEach((each) => (each.open = true))");
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
  const wider = await page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  const axe = name.endsWith("-phone-en") ? [] : await findAxeFaults(page);
  expect({ name, wider, axe }).toEqual({ name, wider: 0, axe: [] });
}

describe.skipIf(chromiumPath === undefined)("every page", () => {
  for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) {
    for (const language of ["zh", "en"] as const) {
      it(`is whole on a ${size} in ${language}: no error, nothing from outside, accessible, nothing cut off`, {
        timeout: 240_000,
      }, async () => {
        const { context, page, faults } = await openPage(demo.browser, size, demo.stack.url);
        if (language === "en")
          await context.addCookies([{ name: "language", value: "en", url: demo.stack.url }]);
        for (const { name, path } of openPages) {
          await goTo(page, `${demo.stack.url}${path}`);
          await look(page, `${name}-${size}-${language}`);
        }
        await page.evaluate("localStorage.setItem('luyue-tour', 'yes')");
        for (const { side, organisation, person } of people) {
          await signIn(page, demo.stack.url, organisation, person);
          for (const { name, path } of await listPages(page, demo.stack.url, side, contract)) {
            await goWithin(page, path);
            expect(await page.getByRole("alert").count()).toBe(0);
            await look(page, `${name}-${side}-${size}-${language}`);
          }
        }
        expect(faults).toEqual([]);
        await context.close();
      });
    }
  }

  it("weighs no more than it should: the first screen 450 KiB, the chart that comes after it 180 KiB", {
    timeout: 60_000,
  }, async () => {
    const { context, page } = await openPage(demo.browser, "desk", demo.stack.url);
    const loaded = new Set<string>();
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.startsWith("/assets/")) loaded.add(pathname.slice(1));
    });
    const weigh = () => {
      const dist = fileURLToPath(new URL("../../packages/web/dist/", import.meta.url));
      return [...loaded, "index.html"].reduce(
        (sum, file) => sum + gzipSync(readFileSync(dist + file)).length,
        0,
      );
    };
    await goTo(page, `${demo.stack.url}/sign-in`);
    const first = weigh();
    const signInFiles = [...loaded].join(" ");
    await signIn(page, demo.stack.url, "霁川市综合执法支持中心", "合同经办人");
    await goTo(page, `${demo.stack.url}/today`);
    await page.locator(".chart svg").waitFor();
    const all = weigh();
    const isChart = (file: string) => file.includes("needs-chart");
    for (const file of [...loaded].filter(isChart)) loaded.delete(file);
    const today = weigh();
    expect(first, signInFiles).toBeLessThanOrEqual(330 * kiB);
    expect(today).toBeLessThanOrEqual(375 * kiB);
    expect(all - today).toBeLessThanOrEqual(180 * kiB);
    await context.close();
  });

  it("of the documentation comes from its own origin alone", { timeout: 60_000 }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    await page.goto(`${demo.stack.url}/docs`);
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

  it("that is mailed is whole", { timeout: 60_000 }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    await page.goto(`${demo.stack.url}/inbox?channel=email`);
    await page.locator("td a").first().click();
    await page.frameLocator("iframe").getByRole("heading").first().waitFor();
    await look(page, "mail");
    await page.goto(`${demo.stack.url}/samples/digest/zh`);
    await look(page, "sample-digest");
    expect(faults).toEqual([]);
    await context.close();
  });
});
