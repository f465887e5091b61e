import { instantAt } from "@luyue/core/civil-date";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openContract } from "./browse.ts";
import { chromiumPath, openPage } from "./open-browser.ts";
import { seeWhole } from "./see-whole.ts";
import { useDemo } from "./use-demo.ts";

const demo = useDemo();

const police = ["汀衡市公安局", "合同经办人"] as const;
const agencyA = ["霁川市综合执法支持中心", "合同经办人"] as const;
const vendorA = ["霁川砺岫网络安全技术有限公司", "项目负责人"] as const;

const go = (page: Page, [organisation, person]: readonly [string, string], tab: string) =>
  openContract(page, demo.stack.url, organisation, person, { at: `?tab=${tab}` });

/** What else can be recorded stands open where nothing is waited for. */
async function openOthers(page: Page): Promise<void> {
  const others = page.locator("section[aria-labelledby=record] details");
  await others.waitFor();
  if ((await others.getAttribute("open")) === null) await others.locator("summary").click();
}

describe.skipIf(chromiumPath === undefined)("notices", () => {
  it("E: force majeure leaves dates open, then moves them by as long as it lasted, and says why", {
    timeout: 180_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    const dialog = page.getByRole("dialog");
    const follows = dialog.getByRole("region", { name: "登记后将发生的变化" });
    const log = page.locator("ol.list > li");
    const record = async (what: string, on: string) => {
      const row = page.locator("section[aria-labelledby=record] li", { hasText: what }).first();
      await row.getByRole("button", { name: "登记", exact: true }).click();
      await dialog.getByLabel("发生日期").fill(on);
    };
    const confirm = async (name: string) => {
      await dialog.getByRole("button", { name, exact: true }).click();
      await dialog.waitFor({ state: "detached" });
    };
    await go(page, police, "events");
    await record("合同签订", "2026-05-04");
    await follows.getByText("新增", { exact: true }).first().waitFor();
    await confirm("登记");
    await log.filter({ hasText: "合同签订" }).waitFor();

    await openOthers(page);
    await record("发生不可抗力", "2026-05-08");
    await dialog.getByLabel("受影响方").waitFor();
    await dialog.getByLabel("文件名称或文号").fill("不可抗力告知函");
    await dialog.getByText("受影响方须按合同期限通知").waitFor();
    await follows.locator("li", { hasText: "→ 等待不可抗力消除" }).first().waitFor();
    await seeWhole(page, "force-majeure-desk");
    await confirm("登记");
    const row = log.filter({ hasText: "发生不可抗力" });
    await row.getByText("不可抗力告知函").waitFor();
    await row.getByText("乙方").waitFor();

    await row.getByRole("button", { name: "登记消除" }).click();
    await dialog.getByLabel("发生日期").fill("2026-05-11");
    const first = "驻场日报（2026-05-08）";
    await follows.locator("li", { hasText: first }).getByText("2026-05-08 → 2026-05-12").waitFor();
    await confirm("登记消除");
    await log.filter({ hasText: "2026-05-08 发生的不可抗力" }).waitFor();
    expect(await row.getByRole("button", { name: "登记消除" }).count()).toBe(0);
    await seeWhole(page, "events-desk");

    await page.getByRole("tab", { name: "义务" }).click();
    const owed = page.locator("[role=tabpanel] li", { hasText: first }).first();
    await owed.getByText("2026-05-12").first().click();
    const why = page.getByRole("tooltip");
    await why
      .getByText(/不可抗力/)
      .first()
      .waitFor();
    expect(await why.innerText()).toContain("2026-05-08");
    await page.keyboard.press("Escape");

    // What was recorded wrongly is corrected with a reason; what it does is said before.
    await page.getByRole("tab", { name: "大事记" }).click();
    const signing = log.filter({ hasText: "合同签订" });
    await signing.getByRole("button", { name: "更正" }).click();
    await dialog.getByLabel("发生日期").fill("2026-05-06");
    await dialog.getByLabel("更正理由").fill("签订日登记有误");
    await follows.locator("li", { hasText: "变动" }).first().waitFor();
    await seeWhole(page, "event-correct-desk");
    await confirm("更正");
    await signing.getByText("2026-05-06").first().waitFor();
    await signing.getByText("登记经过").click();
    await signing.getByText("合同经办人 更正 2026-05-04 → 2026-05-06 · 理由：签订日登记有误").waitFor();

    const ended = log.filter({ hasText: "不可抗力消除" });
    await ended.getByRole("button", { name: "撤销登记" }).click();
    await follows
      .locator("li", { hasText: /变动.*2026-.* → 2026-/ })
      .first()
      .waitFor();
    await dialog.getByLabel("理由").fill("尚未消除");
    await seeWhole(page, "event-withdraw-desk");
    await confirm("撤销登记");
    await ended.waitFor({ state: "detached" });
    await row.getByRole("button", { name: "登记消除" }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it("A: a breach is noticed with proof that it was served, a service is requested by the minute", {
    timeout: 120_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "phone", demo.stack.url);
    const dialog = page.getByRole("dialog");
    await go(page, agencyA, "events");
    const doIt = (what: string) =>
      page
        .locator("section[aria-labelledby=record] li", { hasText: what })
        .first()
        .getByRole("button", { name: "登记", exact: true })
        .click();
    await openOthers(page);
    await doIt("书面通知违约");
    await dialog.getByRole("button", { name: "登记", exact: true }).click();
    await dialog.getByRole("alert").getByText("书面通知须附送达证明").waitFor();
    expect(faults.splice(0)).toEqual([expect.stringContaining("422")]);
    await dialog.getByLabel("文件名称或文号").fill("催告函〔2026〕1号，EMS 签收");
    await dialog.getByText("新增", { exact: true }).first().waitFor();
    await seeWhole(page, "breach-phone");
    await dialog.getByRole("button", { name: "登记", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    const breach = page.locator("ol.list > li", { hasText: "书面通知违约" });
    await breach.getByText("催告函〔2026〕1号").waitFor();
    await seeWhole(page, "events-phone");

    await doIt("应急响应");
    await dialog.getByLabel("发生时刻").fill("2026-05-12T08:30");
    await dialog.getByRole("button", { name: "登记", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await page.locator("ol.list > li", { hasText: "2026-05-12 08:30" }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it("A: another account is refused within the time before a payment, with the day from which it will do", {
    timeout: 120_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "phone", demo.stack.url);
    const dialog = page.getByRole("dialog");
    const account = page.getByRole("region", { name: "收款账户" });
    const change = async (label: string, number: string) => {
      await account.getByRole("button", { name: label }).click();
      await dialog.getByLabel("开户银行").fill("霁川银行营业部");
      await dialog.getByLabel("账号").fill(number);
      await dialog.getByLabel("变更理由").fill("开户行撤并");
      await dialog.getByLabel("盖章函件名称或文号").fill("账户变更函");
      await dialog.getByRole("button", { name: label, exact: true }).click();
    };
    await go(page, vendorA, "payments");
    await account.getByText("还没有登记收款账户").waitFor();
    await change("登记收款账户", "6222 0000 1111 2222");
    await account.getByText("****2222").waitFor();
    demo.stack.clock.set(instantAt("2026-05-25", "10:00"));
    await go(page, vendorA, "payments");
    await change("变更收款账户", "6222000011113333");
    const refusal = dialog.getByRole("alert");
    await refusal.getByText("2026-05-28 起的通知方可受理").waitFor();
    expect(await refusal.innerText()).toContain("变更须不晚于 2026-05-20 书面通知");
    await seeWhole(page, "account-refused-phone");
    expect(faults.splice(0)).toEqual([expect.stringContaining("409")]);
    await dialog.getByRole("button", { name: "取消" }).click();
    await page.getByRole("button", { name: "离开" }).click();
    await dialog.first().waitFor({ state: "detached" });

    demo.stack.clock.set(instantAt("2026-05-28", "10:00"));
    await go(page, vendorA, "payments");
    await change("变更收款账户", "6222000011113333");
    await account.getByText("****3333").waitFor();
    await seeWhole(page, "account-phone");
    // The agency's officer who pays reads the whole number.
    await go(page, ["霁川市综合执法支持中心", "财务人员"], "payments");
    await account.getByText("6222000011113333").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
