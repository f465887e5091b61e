import { describe, expect, it } from "vitest";
import type { View } from "./frame.tsx";
import { MoneySection } from "./money-section.tsx";
import type { ContractMoney, MoneyLine, RequestView } from "./money-views.ts";
import { listDemoSeats } from "./person.ts";

const text = (zh: string, en: string) => ({ zh, en });
const today = "2026-06-10";

const line: MoneyLine = {
  of: "t1",
  title: text("第一期付款", "First payment"),
  clause: "三、付款",
  state: "overdue",
  dueOn: "2026-05-29",
  why: text("签订后一个月内", "within a month of signing"),
  provisional: false,
  statutory: { dueOn: "2026-06-26", why: text("三十日", "30 days"), waitingFor: [] },
  amountWhy: text("总价的十分之一", "a tenth of the total"),
  balance: {
    amount: "100.00",
    paid: "50.00",
    refunded: "10.00",
    deducted: "20.00",
    released: "0.00",
    rest: "40.00",
    overpaid: "0.00",
    invoiced: "60.00",
  },
  payableToday: true,
  payable: "35.00",
  setOffs: [{ deductionId: "ded_1", title: "迟延违约金", amount: "5.00" }],
  missing: [],
  notBefore: null,
  interest: { days: 12, amount: "8970.00", why: text("每日万分之五", "0.05 % a day") },
  movements: [],
  underWay: undefined,
  invoices: [],
  takesInvoice: true,
};

const totals: ContractMoney["totals"] = {
  planned: "100.00",
  paid: "50.00",
  refunded: "10.00",
  deducted: "20.00",
  released: "0.00",
  rest: "40.00",
  overpaid: "0.00",
  refundOwed: "0.00",
};
const money: ContractMoney = { items: [line], totals, overrun: null, deductions: [] };
const request: RequestView = {
  id: "pay_1",
  state: "requested",
  amount: "35.00",
  setOffs: [],
  requested: { name: "合同经办人", note: null },
  approved: null,
  paid: null,
};

function viewAs(role: string, language: "zh" | "en" = "zh"): View {
  const person = listDemoSeats().find(({ roles }) => (roles[0] ?? "vendor") === role);
  return { language, today, person, path: "/contracts/ctr_1" };
}

function render(view: View, part: Partial<MoneyLine>, whole: Partial<ContractMoney> = {}, running = true) {
  const shown = { ...money, items: [{ ...line, ...part }], ...whole };
  return String(
    <MoneySection view={view} money={shown} base="/contracts/ctr_1" running={running} refused={undefined} />,
  );
}

describe("the money of a contract on its page", () => {
  it("says what can be paid today, what is set off first, and what has become of the rest", () => {
    const zh = render(viewAs("finance"), {});
    expect(zh).toContain("今天可付 ¥35.00，先抵扣“迟延违约金” ¥5.00");
    expect(zh).toContain("已逾期 12 天，应付利息 ¥8,970.00");
    expect(zh).toContain("2026-06-26");
    for (const legend of ["已付 40.00", "已抵扣 20.00", "待付 40.00"]) expect(zh).toContain(legend);
    expect(render(viewAs("finance", "en"), {})).toContain("12 days late, interest ¥8,970.00");
  });

  it("says what is missing, who has it, and whether its day has passed", () => {
    const label = text("收到发票", "invoice received");
    const part = (by: string | null) => ({
      payableToday: false,
      missing: [{ label, holder: "vendor" as const, by }],
    });
    const plain = (by: string | null, language: "zh" | "en") =>
      render(viewAs("finance", language), part(by)).replaceAll(/<[^>]+>/g, "");
    expect(plain(today, "zh")).toContain("收到发票（乙方，最迟 2026-06-10）");
    expect(plain("2026-06-09", "zh")).toContain("收到发票（乙方，最迟 2026-06-09，已过期）");
    expect(plain("2026-06-09", "en")).toContain("invoice received – the vendor, was due by 2026-06-09");
    expect(plain(null, "zh")).toContain("收到发票（乙方）");
    expect(plain(null, "zh")).not.toContain("今天可付");
  });

  it("names who holds a payment past its date, to whichever side reads it", () => {
    const missing = [{ label: text("收到发票", "invoice received"), holder: "vendor" as const, by: null }];
    const part = { state: "held" as const, payableToday: false, missing };
    for (const role of ["vendor", "finance"])
      expect(render(viewAs(role), part)).toContain("已到期，待乙方办理");
    expect(render(viewAs("vendor", "en"), part)).toContain("past its date, waits for the vendor");
  });

  it("offers each form to those alone whom the API lets do it", () => {
    const asks = (role: string) => render(viewAs(role), {}).includes("/payments/t1/requests");
    const roles = ["administrator", "contractManager", "finance", "acceptor", "auditor", "vendor"];
    expect(roles.filter(asks)).toEqual(["contractManager", "finance"]);
    const approves = (role: string) => render(viewAs(role), { underWay: request }).includes("/approval");
    expect(roles.filter(approves)).toEqual(["finance"]);
    const approved: RequestView = { ...request, state: "approved", approved: { name: "财务人员" } };
    const pays = (role: string) => render(viewAs(role), { underWay: approved }).includes("pay_1/payment");
    expect(roles.filter(pays)).toEqual(["finance"]);
    expect(render(viewAs("contractManager"), { underWay: request })).toContain("须由他人审批");
  });

  it("offers no form once the contract is closed", () => {
    expect(render(viewAs("finance"), {}, {}, false)).not.toContain("<form");
    expect(render(viewAs("finance"), { underWay: request }, {}, false)).not.toContain("<form");
    expect(render(viewAs("vendor"), {}, {}, false)).not.toContain("<form");
  });

  it("prefills an invoice with what none covers yet, those to be checked included", () => {
    const invoice = {
      id: "inv_1",
      of: "t1",
      number: "12345678",
      issuedOn: today,
      receivedOn: today,
      amount: "15.00",
      state: "submitted" as const,
      reason: null,
      dueOn: "2026-06-01",
      late: true,
      submittedBy: "vendor" as const,
    };
    expect(render(viewAs("vendor"), {})).toContain('value="40.00"');
    const some = render(viewAs("vendor"), { invoices: [invoice] });
    expect(some).toContain('value="25.00"');
    expect(some).toContain("迟交，应于 2026-06-01 前");
    expect(some).not.toContain("/acceptance");
    expect(render(viewAs("finance"), { invoices: [invoice] })).toContain("/invoices/inv_1/acceptance");
    const all = render(viewAs("vendor"), { invoices: [{ ...invoice, amount: "40.00" }] });
    expect(all).not.toContain("提交发票");
  });

  it("names vouchers and what was set off", () => {
    const paid: RequestView = {
      ...request,
      state: "paid",
      setOffs: line.setOffs,
      paid: { on: today, voucher: "付-7" },
    };
    const movements: MoneyLine["movements"] = [
      { kind: "deducted", eventId: "pay_1_ded_1", on: today, amount: "5.00", payment: paid },
      { kind: "paid", eventId: "pay_1", on: today, amount: "35.00", payment: paid },
      { kind: "refunded", eventId: "ref_1", on: today, amount: "10.00" },
    ];
    const plain = render(viewAs("finance"), { movements }).replaceAll(/<[^>]+>/g, "");
    expect(plain).toContain("2026-06-10 抵扣 ¥5.00（迟延违约金）");
    expect(plain).toContain("2026-06-10 已付 ¥35.00（凭证 付-7）");
    expect(plain).toContain("2026-06-10 退回 ¥10.00");
  });

  it("shows what was released, the overrun, deductions that wait, and what comes next where nothing is agreed", () => {
    const balance = { ...line.balance, paid: "0.00", refunded: "0.00", deducted: "0.00" };
    const released = { ...balance, released: "100.00", rest: "0.00" };
    const gone = render(viewAs("vendor"), { state: null, payableToday: false, balance: released });
    expect(gone).toContain("不再支付 100.00");
    expect(gone).not.toContain("提交发票");
    const more = render(
      viewAs("auditor"),
      {},
      {
        overrun: {
          from: "2026-06-01",
          through: today,
          days: 10,
          amount: "47112.33",
          why: text("总价除以365", "the total over 365"),
          over: false,
        },
        deductions: [
          { id: "ded_1", title: "迟延违约金", clause: "九、违约责任", open: "5.00" },
          { id: "ded_2", title: "已抵完", clause: null, open: "0.00" },
        ],
      },
    );
    expect(more).toContain("超期服务（进行中）");
    expect(more).toContain("迟延违约金（九、违约责任） ¥5.00");
    expect(more).not.toContain("已抵完");
    expect(render(viewAs("auditor"), {}, { items: [] })).toContain("合同没有约定付款");
  });
});
