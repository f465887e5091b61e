import { instantAt } from "@luyue/core/civil-date";
import { describe, expect, it } from "vitest";
import { findAxeFaults, pdf } from "../browse.ts";
import { chromiumPath, keepScreen } from "../open-browser.ts";
import { useDemo } from "../use-demo.ts";
import { openWindow, type OrganisationWindow } from "./open-window.ts";
import { acceptFinally, apply, fail, invoice, judge, lead, pay, payOut, record } from "./steps.ts";

const demo = useDemo();
const timeout = 180_000;
const onDay = (day: string) => demo.stack.clock.set(instantAt(day, "10:00"));

async function open(
  agencyName: string,
  vendorName: string,
  contract: string,
): Promise<[OrganisationWindow, OrganisationWindow]> {
  const agency = await openWindow(demo, "desk", agencyName, contract);
  const vendor = await openWindow(demo, "phone", vendorName, contract);
  return [agency, vendor];
}

async function close(...windows: readonly OrganisationWindow[]): Promise<void> {
  for (const window of windows) {
    expect(window.listFaults()).toEqual([]);
    await window.close();
  }
}

const lanbo = "岚泊澈盾信息安全服务有限公司";

describe.skipIf(chromiumPath === undefined)("contracts A to D in the browser", () => {
  it("A: an objection to the papers, a plan, and the remainder once it is accepted", {
    timeout,
  }, async () => {
    onDay("2027-04-28");
    const [agency, vendor] = await open("霁川市综合执法支持中心", "霁川砺岫网络安全技术有限公司", "综合执法");
    const key = "acceptance.final";
    await vendor.go(lead, "payments");
    expect(await vendor.at("payment.t5").innerText()).toContain("“项目验收”通过\n还缺，待甲方办理");
    await apply(vendor, key);
    await agency.go("合同经办人", "deliverables");
    await agency.press(key, "提出异议");
    await agency.confirm("提出异议", { 异议理由: "缺少第5类交付物清单", 整改期限: "2027-05-20" });
    await agency.at(key).getByText("缺少第5类交付物清单").first().waitFor();
    // The vendor owes a plan within ten days, and hands it in.
    await vendor.go(lead, "work");
    await vendor.page.getByText("整改方案").first().waitFor();
    await vendor.go(lead, "deliverables");
    await vendor.press(key, "提交");
    await vendor.dialog.getByLabel("文件").setInputFiles(pdf("整改方案.pdf"));
    await vendor.confirm("提交");
    onDay("2027-05-10");
    await apply(vendor, key);
    await acceptFinally(agency, key, "2027-05-10");
    await keepScreen(agency.page, "contract-a-accepted");
    await pay(agency, vendor, {
      key: "payment.t5",
      number: "26332000000000000101",
      amount: "¥257,288.00",
      voucher: "付-2027-0105",
    });
    await close(agency, vendor);
  });

  it("B: held without an invoice, paid once it is there; accepted by a panel with an expert from outside", {
    timeout,
  }, async () => {
    onDay("2026-05-12");
    const [agency, vendor] = await open("岚泊市经济信息事务中心", lanbo, "企业服务平台");
    await agency.go("财务人员", "payments");
    expect(await agency.at("payment.t1").innerText()).not.toContain("今天可付");
    await pay(agency, vendor, {
      key: "payment.t1",
      number: "26332000000000000201",
      amount: "¥1,203,720.00",
      voucher: "付-2026-0201",
    });
    onDay("2027-03-10");
    const key = "acceptance.stage";
    await apply(vendor, key);
    await judge(agency, key);
    await agency.dialog.getByLabel("本单位签字人").click();
    await agency.page.getByTitle("验收人员", { exact: true }).click();
    await agency.dialog.getByLabel("外部专家").fill("评审专家一");
    await agency.dialog.getByLabel("外部专家").press("Enter");
    expect(await findAxeFaults(agency.page)).toEqual([]);
    await keepScreen(agency.page, "assess-with-expert");
    await agency.confirm("提交评定");
    await agency.press(key, "登记评审专家一签字");
    await agency.confirm("登记评审专家一签字", { 文件名称或文号: "专家签字页〔2027〕3号" });
    await agency.go("验收人员", "deliverables");
    await agency.press(key, "签字同意");
    await agency.press(key, "结论：通过");
    await agency.at(key).getByText("2027-03-10 通过", { exact: true }).waitFor();
    await record(agency, "“第二期付款”财政资金到位");
    await pay(agency, vendor, {
      key: "payment.t2",
      number: "26332000000000000202",
      amount: "¥515,880.00",
      voucher: "付-2027-0202",
    });
    await close(agency, vendor);
  });

  it("C: dated by its signing, held until the buyer is satisfied, rectified before its end", {
    timeout,
  }, async () => {
    onDay("2026-05-12");
    const [agency, vendor] = await open("屿宁市地方金融监督管理局", "屿宁穹岫安全科技有限公司", "");
    await record(agency, "合同签订");
    await vendor.go(lead, "payments");
    // Ten working days after 12 May.
    await vendor.at("payment.t1").getByText("2026-05-26").first().waitFor();
    await pay(agency, vendor, {
      key: "payment.t1",
      number: "26332000000000000301",
      amount: "¥523,250.00",
      voucher: "付-2026-0301",
    });
    onDay("2026-11-13");
    await apply(vendor, "acceptance.midterm");
    await fail(agency, "acceptance.midterm", "数据库审计未覆盖全部系统");
    await vendor.go(lead, "deliverables");
    await vendor.at("acceptance.midterm").getByText("整改 0/3 次").waitFor();
    onDay("2026-11-20");
    await apply(vendor, "acceptance.midterm");
    await acceptFinally(agency, "acceptance.midterm", "2026-11-20");
    await agency.go("财务人员", "payments");
    expect(await agency.at("payment.t2").innerText()).not.toContain("今天可付");
    await record(agency, "“第二期付款”");
    await pay(agency, vendor, {
      key: "payment.t2",
      number: "26332000000000000302",
      amount: "¥523,250.00",
      voucher: "付-2026-0302",
    });
    await keepScreen(agency.page, "contract-c-paid");
    await close(agency, vendor);
  });

  it("D: an invoice that comes late moves the day; accepted at the second time, the rest is paid", {
    timeout,
  }, async () => {
    onDay("2026-05-12");
    const [agency, vendor] = await open("望澜区信息化局", lanbo, "电子政务信息安全");
    await agency.go("财务人员", "payments");
    await agency.at("payment.t1").getByText("2026-04-29").first().waitFor();
    await vendor.go(lead, "payments");
    await vendor.press("payment.t1", "提交发票");
    await vendor.confirm("提交发票", { 发票号码: "26332000000000000401" });
    await agency.go("财务人员", "payments");
    await agency.press("payment.t1", "退回");
    await agency.confirm("退回", { 退回理由: "抬头有误" });
    await vendor.go(lead, "payments");
    await vendor.at("payment.t1").getByText("抬头有误").waitFor();
    const first = {
      key: "payment.t1",
      number: "26332000000000000402",
      amount: "¥223,440.00",
      voucher: "付-2026-0401",
    };
    await invoice(agency, vendor, first);
    // Thirty days after it came.
    await agency.at("payment.t1").getByText("2026-06-11").first().waitFor();
    await payOut(agency, vendor, first);
    onDay("2027-04-20");
    await apply(vendor, "acceptance.final");
    await fail(agency, "acceptance.final", "驻场人员资质未补齐");
    onDay("2027-04-28");
    await apply(vendor, "acceptance.final");
    await acceptFinally(agency, "acceptance.final", "2027-04-28");
    await pay(agency, vendor, {
      key: "payment.t2",
      number: "26332000000000000403",
      amount: "¥1,266,160.00",
      voucher: "付-2027-0402",
    });
    await close(agency, vendor);
  });
});
