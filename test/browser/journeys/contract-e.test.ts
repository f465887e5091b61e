import { instantAt } from "@luyue/core/civil-date";
import { describe, expect, it } from "vitest";
import { findAxeFaults, pdf } from "../browse.ts";
import { chromiumPath, keepScreen } from "../open-browser.ts";
import { useDemo } from "../use-demo.ts";
import { openWindow } from "./open-window.ts";
import { acceptFinally, apply, lead, pay } from "./steps.ts";

const demo = useDemo();

describe.skipIf(chromiumPath === undefined)("contract E in the browser", () => {
  it("goes from its signing over thirteen reports to its last payment", { timeout: 240_000 }, async () => {
    const agency = await openWindow(demo, "desk", "汀衡市公安局", "等级保护测评");
    const vendor = await openWindow(demo, "phone", "汀衡泓砚测评技术有限公司", "等级保护测评");

    // Nothing has a day before the signing.
    await vendor.go(lead, "payments");
    await vendor.at("payment.t1").getByText("日期未定").first().waitFor();
    await agency.go("合同经办人", "events");
    const signing = agency.page.getByRole("listitem").filter({ hasText: "合同签订" });
    await signing.getByRole("button", { name: "登记", exact: true }).click();
    await agency.confirm("登记");

    await pay(agency, vendor, {
      key: "payment.t1",
      number: "26332000000000000011",
      amount: "¥97,000.00",
      voucher: "付-2026-0601",
    });

    // A day before sixteen o'clock: the resident's report, returned once.
    demo.stack.clock.set(instantAt("2026-05-13", "10:00"));
    const daily = "report.resident-daily";
    await vendor.go(lead, "deliverables");
    await vendor.press(daily, "提交");
    await vendor.dialog.getByLabel("文件").setInputFiles(pdf("驻场日报0513.pdf"));
    expect(await findAxeFaults(vendor.page)).toEqual([]);
    await vendor.confirm("提交");
    await agency.go("验收人员", "deliverables");
    await agency.press(daily, "退回");
    await agency.confirm("退回", { 退回理由: "缺少下午的巡检结果" });
    await vendor.go(lead, "deliverables");
    await vendor.at(daily).getByText("缺少下午的巡检结果").waitFor();
    await vendor.press(daily, "提交新版");
    await vendor.dialog.getByLabel("文件").setInputFiles(pdf("驻场日报0513（补充）.pdf"));
    await vendor.confirm("提交新版");
    await agency.go("验收人员", "deliverables");
    await agency.press(daily, "通过");
    await agency.at(daily).getByText("已完成 1").waitFor();

    // The second payment waits for the thirteenth report.
    const reports = "deliverable.assessment-reports";
    await vendor.go(lead, "deliverables");
    for (let count = 1; count <= 13; count += 1) {
      await vendor.press(reports, "提交");
      await vendor.dialog.getByLabel("文件").setInputFiles(pdf(`测评报告${count}.pdf`));
      await vendor.confirm("提交");
    }
    await agency.go("验收人员", "deliverables");
    for (let count = 1; count <= 13; count += 1) {
      await agency.at(reports).getByRole("button", { name: "通过", exact: true }).first().click();
      await agency.at(reports).getByText(`已完成 ${count} / 13`).waitFor();
      if (count === 12) {
        await vendor.go(lead, "payments");
        expect(await vendor.at("payment.t2").innerText()).toContain(
          "“正式测评报告”验收通过\n还缺，待甲方办理",
        );
      }
    }
    await keepScreen(agency.page, "contract-e-reports");
    await pay(agency, vendor, {
      key: "payment.t2",
      number: "26332000000000000012",
      amount: "¥582,000.00",
      voucher: "付-2026-0602",
    });

    // A year on: accepted by everybody who signs, then the last third of a million.
    demo.stack.clock.set(instantAt("2027-05-13", "10:00"));
    await agency.go("合同经办人", "payments");
    expect(await agency.at("payment.t3").innerText()).not.toContain("今天可付");
    await apply(vendor, "acceptance.final");
    await acceptFinally(agency, "acceptance.final", "2027-05-13");
    await pay(agency, vendor, {
      key: "payment.t3",
      number: "26332000000000000013",
      amount: "¥291,000.00",
      voucher: "付-2027-0701",
    });
    await keepScreen(agency.page, "contract-e-paid");
    await keepScreen(vendor.page, "contract-e-paid-phone");
    expect([agency.listFaults(), vendor.listFaults()]).toEqual([[], []]);
    await agency.close();
    await vendor.close();
  });
});
