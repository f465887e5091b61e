import { instantAt } from "@luyue/core/civil-date";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { ask, become } from "./browse.ts";
import { chromiumPath, openPage } from "./open-browser.ts";
import { workIn } from "./risk-steps.ts";
import { useDemo } from "./use-demo.ts";

const demo = useDemo();

const agencyB = "岚泊市经济信息事务中心";
const agencyC = "屿宁市地方金融监督管理局";
const agencyD = "望澜区信息化局";
const vendor = ["岚泊澈盾信息安全服务有限公司", "项目负责人"] as const;
const vendorC = ["屿宁穹岫安全科技有限公司", "项目负责人"] as const;
const d = "电子政务信息安全";

/** So many major accidents of contract D, each with its penalty; all but the last are imposed at 10 000.00. Gives the penalties' ids. */
async function repeatAccident(page: Page, base: string, count: number): Promise<string[]> {
  await become(page, base, ...vendor);
  const { items } = await ask<{ items: readonly { id: string; name: string; agencyId: string }[] }>(
    page,
    "/v1/partner/contracts?limit=200",
  );
  const contract = items.find(({ name }) => name.includes(d));
  if (contract === undefined) throw new Error("no contract D");
  const own = `/v1/partner/agencies/${contract.agencyId}/contracts/${contract.id}`;
  const agency = `/v1/contracts/${contract.id}`;
  const each = async <T>(list: readonly T[], does: (item: T, at: number) => Promise<{ id: string }>) => {
    const ids: string[] = [];
    for (const [at, item] of list.entries()) ids.push((await does(item, at)).id);
    return ids;
  };
  const day = "2026-05-11T";
  const incidents = await each(Array.from({ length: count }), (_, at) =>
    ask(page, `${own}/incidents`, {
      title: `认证服务中断${at + 2}`,
      happenedAt: `${day}0${at}:00:00+08:00`,
      reportedAt: `${day}0${at}:10:00+08:00`,
      recoveredAt: `${day}0${at}:50:00+08:00`,
      facts: { departments: "12" },
    }),
  );
  await become(page, base, agencyD, "验收人员");
  await each(incidents, (id) =>
    ask(page, `${agency}/incidents/${id}/classification`, { class: "c", fault: "vendor" }),
  );
  const penalties = await each(incidents, (id) =>
    ask(page, `${agency}/penalties/by-rule`, {
      rule: "accident-c",
      occasion: `incident.${id}`,
      reason: "专题会讨论通过",
    }),
  );
  await become(page, base, ...vendor);
  await each(penalties, (id) => ask(page, `${own}/penalties/${id}/answer`, { agrees: true }));
  await become(page, base, agencyD, "合同经办人");
  await each(penalties.slice(0, -1), (id) =>
    ask(page, `${agency}/penalties/${id}/imposition`, { amount: "10000.00" }),
  );
  return penalties;
}

describe.skipIf(chromiumPath === undefined)("penalties and the bond", () => {
  it("C: twelve days late come to 8 970.00, with their grounds; the vendor pays", {
    timeout: 180_000,
  }, async () => {
    demo.stack.clock.set(instantAt("2026-05-12", "10:00"));
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    const { go, press, fill, choose, send, look } = workIn(page, demo.stack.url);
    const dialog = page.getByRole("dialog");
    const card = page.locator("section.panel", { hasText: "逾期提供服务" });
    const sum = "合同总价 1,495,000.00 × 0.5‰ × 12日 = 8,970.00";

    await go(agencyC, "合同经办人", "penalties");
    await page.getByText("没有违约金").waitFor();
    await press("按条款提出");
    await choose("适用条款", "逾期提供服务");
    await fill("逾期天数", "12");
    await dialog.getByText(sum).waitFor();
    await fill("违约事实", "漏洞扫描逾期12日提供");
    await fill("文件名称或文号", "催办函〔2026〕12号");
    await look("risk-c-propose");
    await send("按条款提出");
    await card.getByText("已提出，待决定").waitFor();
    await card.getByRole("button", { name: /¥8,970\.00/ }).click();
    const why = page.getByRole("tooltip");
    await why.getByText(sum).waitFor();
    expect(await why.innerText()).toContain("违约条款");
    expect(await why.innerText()).toContain("逾期提供服务");
    await look("risk-c-why");

    // Nobody answers: once the time is over, somebody else decides.
    await go(agencyC, "财务人员", "penalties");
    await card.getByText("此前不能决定").waitFor();
    demo.stack.clock.set(instantAt("2026-06-01", "10:00"));
    await go(...vendorC, "penalties");
    await card.getByText("¥8,970.00").waitFor();
    expect(await card.getByRole("button", { name: "提出异议" }).count()).toBe(0);
    await go(agencyC, "财务人员", "penalties");
    await press("决定违约金");
    await send("决定违约金");
    await press("登记乙方支付");
    await fill("凭证号", "进账单7");
    await send("登记乙方支付");
    await card.getByText("已全部执行").waitFor();
    await press("撤销");
    await fill("理由", "款项退回");
    await send("撤销");
    await card.getByText("尚未执行 ¥8,970.00").waitFor();
    await look("risk-c-revoked");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("D: what goes beyond 5 % of the total is cut, and that is said", { timeout: 300_000 }, async () => {
    demo.stack.clock.set(instantAt("2026-05-12", "10:00"));
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    const { go, press, fill, choose, send, refused, look } = workIn(page, demo.stack.url);
    const dialog = page.getByRole("dialog");
    await go(...vendor, "incidents", d);
    await press("报告安全事件");
    await fill("事件名称", "统一身份认证中断");
    await fill("发生时间", "2026-05-12T01:00");
    await fill("报告时间", "2026-05-12T01:10");
    await fill("影响部门数（个）", "12");
    await choose("直接影响区级领导", "否");
    await send("报告安全事件");
    await go(agencyD, "验收人员", "incidents");
    await press("定级");
    await choose("责任方", "乙方");
    await send("定级");

    await go(agencyD, "验收人员", "penalties");
    await page.getByText("可提出违约金的事项（1）").waitFor();
    await page.getByText("已用 ¥0.00 / ¥74,480.00").waitFor();
    await look("risk-d-occasions");
    await press("提出违约金");
    await dialog.getByText("¥5,000.00 – ¥10,000.00").waitFor();
    await look("risk-d-take-up");
    await send("提出违约金");
    const occasion = page.locator("section.panel", { hasText: "统一身份认证中断" }).last();
    await occasion.getByText("已提出，待决定").waitFor();
    await go(...vendor, "penalties", d);
    await press("同意违约金");
    await send("同意违约金");
    await go(agencyD, "合同经办人", "penalties");
    await press("决定违约金");
    await fill("金额（元）", "10000.01");
    expect(await refused("决定违约金")).toContain("不超过 10,000.00");
    faults.splice(0);
    await fill("金额（元）", "10000");
    await send("决定违约金");
    await page.getByText("已用 ¥10,000.00 / ¥74,480.00").waitFor();

    // Seven more times of the same, by the API; the last one is decided in the page.
    const ids = await repeatAccident(page, demo.stack.url, 7);
    expect(ids).toHaveLength(7);
    await go(agencyD, "合同经办人", "penalties");
    await page.getByText("已用 ¥70,000.00 / ¥74,480.00").waitFor();
    await press("决定违约金");
    await dialog.getByText("超出部分在决定时自动减去并列明").waitFor();
    await look("risk-d-impose");
    await fill("金额（元）", "10000");
    await send("决定违约金");
    const cut = page.locator(`[id='penalty.${ids.at(-1)}']`);
    await cut.getByText("¥4,480.00", { exact: true }).waitFor();
    await cut.getByText("上限 ¥74,480.00，此前已用 ¥70,000.00，本次减去 ¥5,520.00").waitFor();
    await page.getByText("已达上限").waitFor();
    await look("risk-d-cut");

    // More than five accidents, and the cap: the right to a full rectification.
    await go(agencyD, "合同经办人", "rights");
    await press("要求全面整改");
    await fill("整改期限", "2026-06-12");
    await fill("理由", "事故过多");
    await look("risk-d-rectify");
    await send("要求全面整改");
    await page.getByText("整改期限 2026-06-12").first().waitFor();
    await look("risk-d-rights");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("B: a bond is entered, claimed on, paid by its issuer, and its day has a reason", {
    timeout: 180_000,
  }, async () => {
    demo.stack.clock.set(instantAt("2026-05-12", "10:00"));
    const { context, page, faults } = await openPage(demo.browser, "desk", demo.stack.url);
    const { go, press, fill, send, refused, look } = workIn(page, demo.stack.url);
    const card = page.locator("section.panel", { hasText: "BH-2026-018" }).last();
    await go(agencyB, "财务人员", "bonds");
    await page.getByText("没有有效的履约保函").waitFor();
    await look("risk-bonds-none");
    await press("登记保函");
    await fill("出函机构", "蓝泊某银行");
    await fill("保函编号", "BH-2026-018");
    await fill("保函金额（元）", "171959.99");
    await fill("收到日期", "2026-05-11");
    await fill("生效日期", "2026-05-08");
    await fill("有效期至", "2027-01-31");
    await look("risk-bond-enter");
    expect(await refused("登记保函")).toContain("低于约定的 171,960.00");
    faults.splice(0);
    await fill("保函金额（元）", "171960");
    await send("登记保函");
    await card.getByText("在手").waitFor();
    await page.getByText("保函至 2027-01-31，须覆盖至 2027-03-03").waitFor();
    await page.getByRole("button", { name: /2027-03-03/ }).click();
    await page.getByRole("tooltip").getByText("须覆盖整个服务期，服务期至 2027-03-03").waitFor();
    await look("risk-bond-why");
    await press("凭保函索赔");
    await fill("金额（元）", "10000");
    await fill("理由", "数据恢复费用");
    await look("risk-bond-claim");
    await send("凭保函索赔");
    await card.getByText("由您索赔，赔付须由他人登记").waitFor();
    await go(agencyB, "合同经办人", "bonds");
    expect(await card.getByRole("button", { name: "退还保函" }).count()).toBe(0);
    await press("登记赔付");
    await fill("凭证号", "进账单3");
    await send("登记赔付");
    await card.getByText("已赔付").waitFor();
    await page.getByText("可索赔余额 161,960.00，约定 171,960.00").waitFor();
    await press("凭保函索赔");
    await fill("金额（元）", "1");
    await fill("理由", "误录");
    await send("凭保函索赔");
    await press("撤回索赔");
    await fill("理由", "误录");
    await send("撤回索赔");
    await press("退还保函");
    await fill("理由", "乙方已另交保函");
    await send("退还保函");
    await card.getByText("已退还").first().waitFor();
    await go(...vendor, "bonds", "企业服务平台");
    await card.getByText("2026-05-12 退还").waitFor();
    await look("risk-bond-released");
    expect(faults).toEqual([]);
    await context.close();
  });
});
