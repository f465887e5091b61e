import type { OrganisationWindow } from "./open-window.ts";

/** Who a vendor's people are in the demo. */
export const lead = "项目负责人";

interface Payment {
  readonly key: string;
  readonly number: string;
  readonly amount: string;
  readonly voucher: string;
}

/** From the vendor's invoice to the voucher, by everybody whose step it is. */
export async function pay(
  agency: OrganisationWindow,
  vendor: OrganisationWindow,
  payment: Payment,
): Promise<void> {
  await invoice(agency, vendor, payment);
  await payOut(agency, vendor, payment);
}

/** The vendor's invoice, checked by finance: the payment is open with it. */
export async function invoice(
  agency: OrganisationWindow,
  vendor: OrganisationWindow,
  { key, number, amount }: Payment,
): Promise<void> {
  await vendor.go(lead, "payments");
  await vendor.press(key, "提交发票");
  await vendor.confirm("提交发票", { 发票号码: number });
  await vendor.at(key).getByText("待查验").waitFor();
  await agency.go("财务人员", "payments");
  await agency.press(key, "查验通过");
  await agency.at(key).getByText(`今天可付 ${amount}`).waitFor();
}

/** Asked for by the manager, approved and paid by finance, seen by the vendor. */
export async function payOut(
  agency: OrganisationWindow,
  vendor: OrganisationWindow,
  { key, voucher }: Payment,
): Promise<void> {
  await agency.go("合同经办人", "payments");
  await agency.press(key, "申请付款");
  await agency.confirm("申请付款");
  await agency.go("财务人员", "payments");
  await agency.press(key, "批准");
  await agency.press(key, "登记付款");
  await agency.confirm("登记付款", { 凭证号: voucher });
  await agency.at(key).getByText("已付清").waitFor();
  await vendor.go(lead, "payments");
  await vendor.at(key).getByText("已付清").waitFor();
}

/** The vendor applies for an acceptance. */
export async function apply(vendor: OrganisationWindow, key: string): Promise<void> {
  await vendor.go(lead, "deliverables");
  await vendor.press(key, "申请验收");
  await vendor.confirm("申请验收");
}

/** Assessed by the manager with every criterion met, signed and concluded by the acceptor. */
export async function acceptFinally(agency: OrganisationWindow, key: string, day: string): Promise<void> {
  await assess(agency, key);
  await agency.go("验收人员", "deliverables");
  await agency.press(key, "签字同意");
  await agency.press(key, "结论：通过");
  await agency.at(key).getByText(`${day} 通过`, { exact: true }).waitFor();
}

/** Assessed by the manager, signed by the acceptor, who finds that it has failed. */
export async function fail(agency: OrganisationWindow, key: string, reason: string): Promise<void> {
  await assess(agency, key);
  await agency.go("验收人员", "deliverables");
  await agency.press(key, "签字同意");
  await agency.press(key, "结论：不通过");
  await agency.confirm("结论：不通过", { 理由: reason });
  await agency.at(key).getByText(reason).first().waitFor();
}

async function assess(agency: OrganisationWindow, key: string): Promise<void> {
  await judge(agency, key);
  await agency.confirm("提交评定");
}

/** The manager judges every criterion to be met, with a note; the dialog is left open. */
export async function judge(agency: OrganisationWindow, key: string): Promise<void> {
  await agency.go("合同经办人", "deliverables");
  await agency.press(key, "逐项评定");
  for (const criterion of await agency.dialog.locator(".criterion").all()) {
    await criterion.getByRole("combobox").click();
    await agency.page
      .locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option")
      .filter({ hasText: /^达标$/ })
      .click();
    await criterion.getByRole("textbox", { name: /说明/ }).fill("见验收资料");
  }
}

/** The manager records that something has happened, today. */
export async function record(agency: OrganisationWindow, event: string): Promise<void> {
  await agency.go("合同经办人", "events");
  const row = agency.page.getByRole("listitem").filter({ hasText: event });
  await row.getByRole("button", { name: "登记", exact: true }).first().click();
  await agency.confirm("登记");
}
