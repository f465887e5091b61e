import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openContract } from "./browse.ts";
import { chromiumPath, openPage } from "./open-browser.ts";
import { seeWhole } from "./see-whole.ts";
import { useDemo } from "./use-demo.ts";

const demo = useDemo();

const agencyD = ["望澜区信息化局", "合同经办人"] as const;

const go = (page: Page, [organisation, person]: readonly [string, string], tab: string) =>
  openContract(page, demo.stack.url, organisation, person, { at: `?tab=${tab}` });

describe.skipIf(chromiumPath === undefined)("a supplement", () => {
  it("is seen with its differences before it is signed, moves dates after, and is read later", {
    timeout: 180_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    const dialog = page.getByRole("dialog");
    await go(page, agencyD, "payments");
    const payment = page.locator("[id='payment.t1']");
    await payment.getByText("2026-04-29").first().waitFor();

    await page.getByRole("tab", { name: "补充协议" }).click();
    await page.getByText("条款版本（1）").waitFor();
    await page.getByRole("button", { name: "拟定补充协议" }).click();
    const preview = page.getByRole("complementary", { name: "签订前预览" });
    await preview.getByText("还没有改动").waitFor();
    const first = page.getByRole("group", { name: "第一期付款" });
    await first.getByLabel("天数").fill("30");
    await preview.locator("li", { hasText: "2026-04-29 → 2026-05-29" }).first().waitFor();
    const changed = preview.locator(".differences li", { hasText: "第一期付款" });
    expect(await changed.locator("del").innerText()).toContain("10个工作日");
    expect(await changed.locator("ins").innerText()).toContain("30个工作日");
    await preview.getByText("已履行的义务和已付款项保持不变。").waitFor();
    await seeWhole(page, "amendment-desk");

    // Signed for a day to come, it can be taken back.
    await page.getByLabel("生效日期").fill("2026-06-01");
    await preview.getByRole("button", { name: "签订补充协议" }).click();
    const sign = async (number: string) => {
      await dialog.getByLabel("补充协议编号").fill(number);
      await dialog.getByLabel("文件名称或文号").fill("望信采补〔2026〕1号");
      await dialog.getByLabel("变更原因").fill("财政支付进度调整");
      await seeWhole(page, "amendment-sign-desk");
      await dialog.getByRole("button", { name: "签订补充协议", exact: true }).click();
      await dialog.waitFor({ state: "detached" });
    };
    await sign("补充协议一");
    await page.getByText("条款版本（2）").waitFor();
    await page.getByText("尚未生效", { exact: true }).waitFor();
    const second = page.locator("ol.list > li").first();
    await second.getByText("补充协议一（2026-05-12签订，望信采补〔2026〕1号）：财政支付进度调整").waitFor();
    await second.locator("ins", { hasText: "30个工作日" }).waitFor();
    await seeWhole(page, "amendment-pending-desk");
    await second.getByRole("button", { name: "撤回补充协议" }).click();
    await dialog.getByLabel("理由").fill("双方尚未签字");
    await dialog.getByRole("button", { name: "撤回补充协议", exact: true }).click();
    await page.getByText("条款版本（1）").waitFor();

    // Signed from today, dates move at once and say why.
    await page.getByRole("button", { name: "拟定补充协议" }).click();
    await first.getByLabel("天数").fill("30");
    await preview.getByRole("button", { name: "签订补充协议" }).click();
    await sign("补充协议一");
    await page.getByText("现行", { exact: true }).waitFor();
    await page.getByRole("tab", { name: "付款" }).click();
    await payment.getByText("2026-05-29").first().waitFor();
    await page.getByRole("tab", { name: "补充协议" }).click();
    const original = page.locator("ol.list > li").last();
    await original.locator("summary", { hasText: "查看条款" }).click();
    await original.getByText("¥223,440.00").waitFor();
    await seeWhole(page, "amendment-original-desk");
    const coming = page.waitForEvent("download");
    await original.getByRole("button", { name: "下载条款文件" }).click();
    expect((await coming).suggestedFilename()).toBe("望澜信采-2026-0415_1.json");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("that adds more than a tenth fails its check, and wants a reason; nobody else may sign", {
    timeout: 120_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "phone", demo.stack.url);
    const dialog = page.getByRole("dialog");
    await go(page, agencyD, "amendments");
    await page.getByRole("button", { name: "拟定补充协议" }).click();
    const preview = page.getByRole("complementary", { name: "签订前预览" });
    await page.getByLabel("合同总价（元）").fill("1,700,000");
    await page.getByLabel("合同总价（元）").blur();
    await preview.getByText("新增不符").first().waitFor();
    expect(await preview.innerText()).toContain("最多可追加 148,960.00");
    await seeWhole(page, "amendment-phone");
    await preview.scrollIntoViewIfNeeded();
    await seeWhole(page, "amendment-preview-phone");
    await preview.getByRole("button", { name: "签订补充协议" }).click();
    await dialog.getByLabel("补充协议编号").fill("补充协议二");
    await dialog.getByLabel("变更原因").fill("增加系统");
    await dialog.getByRole("button", { name: "签订补充协议", exact: true }).click();
    // Without a reason for the check it is not sent.
    await dialog.getByLabel("检查不符仍要签订的理由").waitFor();
    expect(await dialog.locator("textarea:invalid").count()).toBe(1);
    await seeWhole(page, "amendment-despite-phone");
    await dialog.getByRole("button", { name: "取消" }).click();
    await page.getByRole("button", { name: "离开" }).click();
    await dialog.first().waitFor({ state: "detached" });

    page.on("dialog", (asked) => asked.accept());
    await go(page, ["望澜区信息化局", "审计人员"], "amendments");
    await page.getByText(/条款版本/).waitFor();
    expect(await page.getByRole("button", { name: "拟定补充协议" }).count()).toBe(0);
    expect(await page.getByText("合同办理").count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe.skipIf(chromiumPath === undefined)("the life of a contract", () => {
  it("ends early once its notice has run, is resumed, closed with a reason, and opened again", {
    timeout: 180_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    const dialog = page.getByRole("dialog");
    const menu = page.locator("details.life");
    const choose = async (name: string) => {
      if ((await menu.getAttribute("open")) === null) await menu.locator("summary").click();
      await menu.getByRole("button", { name, exact: true }).click();
    };
    const confirm = async (name: string) => {
      await dialog.getByRole("button", { name, exact: true }).click();
      await dialog.waitFor({ state: "detached" });
    };
    await go(page, agencyD, "overview");
    await choose("提前终止");
    const settlement = dialog.getByRole("region", { name: "结算测算" });
    await settlement.getByText("尚未登记通知").waitFor();
    await dialog.getByText(/未付款 1,/).waitFor();
    await seeWhole(page, "end-desk");
    await dialog.getByLabel("理由").fill("预算调整");
    await dialog.getByRole("button", { name: "提前终止", exact: true }).click();
    await dialog.getByRole("alert").getByText("请先记录提前终止的书面通知").waitFor();
    expect(faults.splice(0)).toEqual([expect.stringContaining("409")]);
    await dialog.getByLabel("终止依据").click();
    await page.locator(".ant-select-item-option", { hasText: "双方协商一致" }).click();
    await dialog.getByLabel("已完成工作的结算总价（元）").fill("110,000");
    await confirm("提前终止");
    await page.getByText("已提前终止").first().waitFor();
    await choose("恢复履行");
    await dialog.getByText("各项义务和付款恢复原状").waitFor();
    await dialog.getByLabel("理由").fill("登记有误");
    await confirm("恢复履行");
    await page.getByText("履行中").first().waitFor();

    await choose("关闭合同");
    await dialog
      .getByRole("region", { name: "未了事项" })
      .getByText(/项义务未履行/)
      .waitFor();
    await seeWhole(page, "close-desk");
    await dialog.getByLabel("仍有未了事项，说明为何关闭").fill("转入新合同");
    await confirm("关闭合同");
    await page.getByText("已办结").first().waitFor();
    await choose("重新打开");
    await dialog.getByLabel("理由").fill("误操作");
    await confirm("重新打开");
    await page.getByText("履行中").first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
