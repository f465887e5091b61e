import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const candidates = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** The system's Chromium, or none; in CI its absence is a failure, not a skip. */
export const chromiumPath = candidates.find((path) => path !== undefined && existsSync(path));
if (chromiumPath === undefined && process.env["CI"] === "true") throw new Error("CI has to have Chromium");

export const sizes = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface Watched {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Console errors, failed requests, and requests to anywhere but the stack. */
  readonly faults: string[];
}

/** A page in a window of its own that writes down whatever goes wrong on it. */
export async function openPage(browser: Browser, size: keyof typeof sizes, base: string): Promise<Watched> {
  const context = await browser.newContext({ viewport: sizes[size], locale: "zh-CN" });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    const { url } = message.location();
    // A browser looks for an icon beside a picture that it is shown.
    if (message.type() === "error" && !url.endsWith("/favicon.ico"))
      faults.push(`console: ${message.text()} ${url}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith("data:") && !url.startsWith("blob:"))
      faults.push(`outside: ${url}`);
  });
  page.on("requestfailed", (request) => {
    // What was still on its way when the page was left has not failed.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") faults.push(`failed: ${request.url()}`);
  });
  return { context, page, faults };
}

const artifacts = fileURLToPath(new URL("../../artifacts/screens/", import.meta.url));

export async function keepScreen(page: Page, name: string): Promise<void> {
  await mkdir(artifacts, { recursive: true });
  await page.screenshot({ path: `${artifacts}${name}.png`, fullPage: false });
}
