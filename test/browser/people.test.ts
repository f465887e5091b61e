import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findAxeFaults, openContract } from "./browse.ts";
import { chromiumPath, keepScreen, openPage } from "./open-browser.ts";
import { useDemo } from "./use-demo.ts";

const demo = useDemo();

const b = "企业服务平台";
const agency = ["岚泊市经济信息事务中心", "合同经办人"] as const;
const vendor = ["岚泊澈盾信息安全服务有限公司", "项目负责人"] as const;
const at = "?tab=people";

const go = (page: Page, [organisation, person]: readonly [string, string], name: string) =>
  openContract(page, demo.stack.url, organisation, person, { name, at });
const wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/** What may be done with somebody stands behind one word. */
async function act(row: Locator, name: string): Promise<void> {
  const more = row.locator("details.more");
  if ((await more.getAttribute("open")) === null) await more.locator("summary").click();
  await more.getByRole("button", { name, exact: true }).click();
}

describe.skipIf(chromiumPath === undefined)("the people of a contract", () => {
  it("are entered with their qualifications, replaced with consent, and counted when absent", {
    timeout: 240_000,
  }, async () => {
    const phone = await openPage(demo.browser, "phone", demo.stack.url);
    const desk = await openPage(demo.browser, "desk", demo.stack.url);
    const dialogOf = (page: Page) => page.getByRole("dialog");
    const confirm = (page: Page, name: string) =>
      dialogOf(page).getByRole("button", { name, exact: true }).click();

    await go(phone.page, vendor, b);
    await phone.page.getByText("在岗 0 人，合同约定 8 人").waitFor();
    await phone.page.getByText("比合同约定少 8 人").waitFor();
    await keepScreen(phone.page, "people-empty-phone");
    for (const [name, role] of [
      ["甲某", "驻场工程师"],
      ["乙某", "渗透测试工程师"],
    ] as const) {
      await phone.page.getByRole("button", { name: "登记人员", exact: true }).click();
      const dialog = dialogOf(phone.page);
      await dialog.getByLabel("姓名").fill(name);
      await dialog.getByLabel("岗位").fill(role);
      await dialog.getByRole("button", { name: "添加证书" }).click();
      await dialog.getByLabel("证书编号").fill("CISP-0001");
      await dialog.getByLabel("有效期至").fill("2026-06-30");
      await dialog.getByLabel("到岗日期").fill("2026-03-03");
      await confirm(phone.page, "登记人员");
      // A certificate without a title is not sent.
      const title = dialog.getByLabel("证书1名称");
      expect(await dialog.locator("input:invalid").count()).toBe(1);
      await title.fill("注册信息安全专业人员");
      if (name === "甲某") {
        expect(await findAxeFaults(phone.page)).toEqual([]);
        await keepScreen(phone.page, "people-enter-phone");
      }
      await confirm(phone.page, "登记人员");
      await dialog.waitFor({ state: "detached" });
    }
    await phone.page.getByText("在岗 2 人，合同约定 8 人").waitFor();
    await phone.page.getByText("甲某：注册信息安全专业人员 将于 2026-06-30 到期").waitFor();

    const rowOf = (page: Page, name: string) =>
      page.getByRole("region", { name: "人员名册" }).locator("li", { hasText: name });
    const ask = async (comes: string) => {
      await act(rowOf(phone.page, "甲某"), "申请更换");
      const dialog = dialogOf(phone.page);
      await dialog.getByText("最早 2026-05-22 可以更换").waitFor();
      expect(await dialog.getByLabel("更换日期").inputValue()).toBe("2026-05-22");
      await dialog.getByLabel("理由").fill("离职");
      await dialog.getByLabel("姓名").fill(comes);
      await dialog.getByLabel("岗位").fill("驻场工程师");
      await keepScreen(phone.page, "people-ask-phone");
      expect(await findAxeFaults(phone.page)).toEqual([]);
      await confirm(phone.page, "申请更换");
      await dialog.waitFor({ state: "detached" });
    };
    await ask("丙某");
    await phone.page.getByText("待甲方答复").waitFor();
    expect(await phone.page.getByRole("button", { name: "同意更换" }).count()).toBe(0);
    expect(await phone.page.evaluate<number>(wider)).toBe(0);

    await go(desk.page, agency, b);
    const changes = desk.page.getByRole("region", { name: "人员更换" });
    await changes.getByText("甲某 → 丙某（驻场工程师）").waitFor();
    await changes.getByRole("button", { name: "不同意" }).click();
    await dialogOf(desk.page).getByLabel("不同意的理由").fill("交接方案不完整");
    expect(await findAxeFaults(desk.page)).toEqual([]);
    await confirm(desk.page, "不同意");
    await changes.getByText("合同经办人 答复：交接方案不完整").waitFor();

    await go(phone.page, vendor, b);
    await phone.page.getByText("合同经办人 答复：交接方案不完整").waitFor();
    await ask("丁某");
    await go(desk.page, agency, b);
    await changes.getByRole("button", { name: "同意更换" }).click();
    await changes.getByText("已同意").waitFor();
    await rowOf(desk.page, "丁某").getByText("尚未到岗").waitFor();
    await rowOf(desk.page, "甲某").getByText("2026-05-21 离岗").waitFor();

    await act(rowOf(desk.page, "乙某"), "记缺勤");
    await dialogOf(desk.page).getByLabel("事实经过").fill("14:00 现场检查未在岗");
    expect(await findAxeFaults(desk.page)).toEqual([]);
    await confirm(desk.page, "记缺勤");
    const absences = desk.page.getByRole("region", { name: /缺勤记录/ });
    await absences.getByText("缺勤记录（计 1 人次）").waitFor();
    expect(await findAxeFaults(desk.page)).toEqual([]);
    await keepScreen(desk.page, "people-desk");
    await desk.page.evaluate("scrollTo(0, 9999)");
    await keepScreen(desk.page, "people-desk-below");

    await act(rowOf(desk.page, "乙某"), "要求更换");
    await dialogOf(desk.page).getByLabel("最迟更换日期").fill("2026-05-20");
    await dialogOf(desk.page).getByLabel("理由").fill("不能胜任");
    await confirm(desk.page, "要求更换");
    await changes.getByText("待乙方落实").waitFor();
    await absences.getByRole("button", { name: "撤销" }).click();
    await dialogOf(desk.page).getByLabel("理由").fill("当日已请假");
    await confirm(desk.page, "撤销");
    await absences.getByText("缺勤记录（计 0 人次）").waitFor();

    await go(phone.page, vendor, b);
    await phone.page.getByRole("button", { name: "落实接替人员" }).click();
    await dialogOf(phone.page).getByLabel("姓名").fill("戊某");
    await dialogOf(phone.page).getByLabel("岗位").fill("渗透测试工程师");
    await confirm(phone.page, "落实接替人员");
    await phone.page.getByText("已更换").waitFor();
    await rowOf(phone.page, "乙某").getByText("已离岗").waitFor();
    await phone.page.getByText("在岗 2 人，合同约定 8 人").waitFor();
    expect(phone.faults).toEqual([]);
    expect(desk.faults).toEqual([]);
    await phone.context.close();
    await desk.context.close();
  });

  it("have their secrecy agreements filed, which the contract wants for two years", {
    timeout: 120_000,
  }, async () => {
    const { context, page, faults } = await openPage(demo.browser, "phone", demo.stack.url);
    const dialog = page.getByRole("dialog");
    const d = "电子政务信息安全";
    await go(page, vendor, d);
    await page.getByRole("button", { name: "登记人员", exact: true }).click();
    await dialog.getByLabel("姓名").fill("己某");
    await dialog.getByLabel("岗位").fill("驻场工程师");
    await dialog.getByRole("button", { name: "登记人员", exact: true }).click();
    const row = page.getByRole("region", { name: "人员名册" }).locator("li", { hasText: "己某" });
    await row.getByText("保密协议未备案").waitFor();
    const file = async (until: string) => {
      await act(row, "备案保密协议");
      await dialog.getByLabel("签署日期").fill("2026-05-12");
      await dialog.getByLabel("保密期至").fill(until);
      await dialog.getByLabel("协议复印件或扫描件").setInputFiles({
        name: "保密协议.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.from("%PDF-1.7 a"),
      });
      expect(await findAxeFaults(page)).toEqual([]);
      await keepScreen(page, "people-agreement-phone");
      await dialog.getByRole("button", { name: "备案保密协议", exact: true }).click();
      await dialog.waitFor({ state: "detached" });
    };
    await file("2027-05-11");
    await row.getByText("应不少于2年").waitFor();
    await file("2028-05-12");
    await row.getByText("应不少于2年").waitFor({ state: "detached" });
    await row.getByRole("link", { name: "保密协议.pdf" }).waitFor();
    await page.getByText("人数、保密协议和资质均符合约定。").waitFor();
    await act(row, "更正");
    await dialog.getByLabel("岗位").fill("安全运维工程师");
    await dialog.getByLabel("更正理由").fill("岗位有误");
    await dialog.getByRole("button", { name: "更正", exact: true }).click();
    await row.getByText("安全运维工程师").waitFor();
    await keepScreen(page, "people-filed-phone");

    await go(page, ["望澜区信息化局", "审计人员"], d);
    await row.getByText("安全运维工程师").waitFor();
    expect(await page.locator("main details.more, main [role=tabpanel] button").count()).toBe(0);
    await go(page, ["望澜区信息化局", "验收人员"], d);
    await act(row, "登记离岗");
    await dialog.getByLabel("理由").fill("项目收尾");
    await dialog.getByRole("button", { name: "登记离岗", exact: true }).click();
    await row.getByText("2026-05-12 离岗").waitFor();
    expect(faults.filter((fault) => !fault.startsWith("outside: http://127.0.0.1:"))).toEqual([]);
    await context.close();
  });
});
