import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { roleNames, roleSchema } from "@luyue/core/party";
import type { Browser } from "playwright-core";
import { signIn } from "../browse.ts";
import { openPage, type sizes } from "../open-browser.ts";
import { goTo } from "../settle.ts";
import { listPages, openPages } from "../shown-pages.ts";
import { startDemo } from "../use-demo.ts";

const [given] = process.argv.slice(2);
if (given === undefined) {
  console.error("用法 Usage: npm run -s screenshots -- OUTDIR");
  process.exit(2);
}
const folder = resolve(given);

const people = [
  ...roleSchema.options.map((role) => ({
    name: role,
    side: "agency" as const,
    organisation: "霁川市综合执法支持中心",
    person: roleNames[role].zh,
  })),
  {
    name: "vendor",
    side: "partner" as const,
    organisation: "岚泊澈盾信息安全服务有限公司",
    person: "项目负责人",
  },
];

/** A picture of every page of one size in one language, for everybody; answers how many. */
async function take(browser: Browser, base: string, size: keyof typeof sizes, language: "zh" | "en") {
  const { context, page } = await openPage(browser, size, base);
  if (language === "en") await context.addCookies([{ name: "language", value: "en", url: base }]);
  const into = `${folder}/${size}-${language}`;
  let taken = 0;
  const keep = async (name: string, url: string) => {
    await goTo(page, url);
    await page.screenshot({ path: `${into}/${name}.png`, fullPage: true });
    taken += 1;
  };
  for (const { name, path } of openPages) await keep(`open/${name}`, `${base}${path}`);
  await page.evaluate("localStorage.setItem('luyue-tour', 'yes')");
  for (const { name: who, side, organisation, person } of people) {
    await signIn(page, base, organisation, person);
    for (const { name, path } of await listPages(page, base, side)) {
      await keep(`${who}/${name}`, `${base}${path}`);
    }
  }
  await context.close();
  return taken;
}

await mkdir(folder, { recursive: true });
console.error("正在生成演示数据… Making the demo…");
const { stack, browser, stop } = await startDemo();
try {
  for (const size of ["desk", "phone"] as const) {
    for (const language of ["zh", "en"] as const) {
      const taken = await take(browser, stack.url, size, language);
      console.log(`${size} ${language}: ${taken} → ${folder}/${size}-${language}`);
    }
  }
} finally {
  await stop();
}
