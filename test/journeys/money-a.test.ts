import type { Text } from "@luyue/core/text";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { despite, findAgency, openAgencyOfA, terms } from "./money-agency.ts";
import { type Balances, expectBalances, untouched } from "./money-balances.ts";
import { expectBudgetAtEnd, expectBudgetFiles, expectBudgetOfJune } from "./money-budget.ts";
import { invoiceFor, invoiceNumber, payAll } from "./money-payments.ts";
import { expectRecord } from "./money-record.ts";
import { agency, conflict, forbidden, invalid, type Steps } from "./steps.ts";

interface Owed {
  readonly key: string;
  readonly state: string;
}

let steps: Steps;
const ids = { rejected: "", part: "", deduction: "" };
/** The balances after the steps so far. */
let balances: Balances = untouched;
/** What a step changes of them, and the sums after it: paid, set off, still owed. */
async function balance(change: Partial<Balances>, sums: Balances["t1"]): Promise<void> {
  balances = { ...balances, ...change };
  await expectBalances(steps, balances, sums);
}

beforeAll(async () => {
  steps = await openAgencyOfA("2026-04-24");
}, 60_000);
afterAll(() => steps.stack.stop());

describe("contract A, from signing to its last payment", { timeout: 60_000 }, () => {
  it("is activated in spite of two faults of its text, with a reason", async () => {
    const { does, sees, refused, about } = steps;
    const draft = await does("contractManager", "POST /v1/contracts", { terms });
    about.contractId = String(draft["id"]);
    const { items } = await sees<{ items: Check[] }>("auditor", "/checks");
    expect(failedOf(items)).toEqual([
      ["crossReferences", ["/references/0", "/articles/6"]],
      ["numberedLists", ["/deliverables"]],
    ]);
    await refused(
      "contractManager",
      "POST /activate",
      {},
      {
        ...conflict,
        zh: "交付物 1 至 19，缺 5",
        en: "say in `despite` why to go on",
        paths: ["/references/0", "/deliverables"],
      },
    );
    await refused("finance", "POST /activate", { despite }, forbidden);
    expect(await does("contractManager", "POST /activate", { despite })).toMatchObject({ status: "active" });
    about.agencyId = await findAgency(steps);
  });

  it("is signed: the first payment is due in a month, its invoice ten working days before", async () => {
    const { does, sees, goTo } = steps;
    goTo("2026-04-27");
    await does("contractManager", "POST /events", { event: { kind: "signed", on: "2026-04-27" } });
    await does("vendor", "PUT /account", account(1));
    await balance({}, ["0.00", "0.00", "2180000.00"]);
    const { items } = await sees<{ items: { dueOn: string | null }[] }>("auditor", "/payments");
    expect(items.map(({ dueOn }) => dueOn)).toEqual([
      "2026-05-27",
      "2026-09-30",
      "2026-12-31",
      "2027-03-31",
      null,
    ]);
    expect(await sees("finance", "/payments/t1")).toMatchObject({
      statutory: null,
      payableToday: false,
      payable: "1075746.00",
      missing: [{ label: { en: "invoice received (First payment)" }, holder: "vendor", by: "2026-05-13" }],
      invoice: { dueOn: "2026-05-13", receivedOn: null, late: false },
    });
  });

  it("t1: one invoice is refused, one rejected, and the right one comes late", async () => {
    const { does, sees, refused, goTo } = steps;
    goTo("2026-05-08");
    const invoice = { of: "t1", number: invoiceNumber(1), issuedOn: "2026-05-08", amount: "1075746.00" };
    await refused(
      "vendor",
      "POST /invoices",
      { ...invoice, amount: "1075746.01" },
      {
        ...invalid,
        en: "at most what is still to be invoiced for this payment, 1,075,746.00",
        paths: ["/amount"],
      },
    );
    const first = await does("vendor", "POST /invoices", invoice);
    expect(first).toMatchObject({ state: "submitted", missing: "0.00", late: false, dueOn: "2026-05-13" });
    ids.rejected = String(first["id"]);
    const gate = async () => (await sees("finance", "/payments/t1"))["missing"];
    expect(await gate()).toMatchObject([{ holder: "buyer", by: "2026-05-13" }]);

    goTo("2026-05-11");
    const reason = "购买方名称有误";
    await does("finance", `POST /invoices/${ids.rejected}/rejection`, { reason });
    expect(await gate()).toMatchObject([{ holder: "vendor", by: "2026-05-13" }]);
    expect(await sees("vendor", "/invoices")).toMatchObject({ items: [{ state: "rejected", reason }] });
    await refused(
      "contractManager",
      "POST /payments/t1/requests",
      {},
      {
        ...conflict,
        en: "invoice received (First payment) (the vendor, by 2026-05-13)",
      },
    );

    goTo("2026-05-18");
    const late = await does("vendor", "POST /invoices", { ...invoice, issuedOn: "2026-05-18" });
    expect(late).toMatchObject({ late: true, dueOn: "2026-05-13", consequence: "noBlame" });
    const acceptance = `POST /invoices/${String(late["id"])}/acceptance`;
    await refused("contractManager", acceptance, undefined, forbidden);
    await does("finance", acceptance);
    expect(await sees("finance", "/payments/t1")).toMatchObject({
      payableToday: true,
      payable: "1075746.00",
      missing: [],
      invoice: { receivedOn: "2026-05-18", late: true, consequence: "noBlame" },
      balance: { invoiced: "1075746.00" },
    });
    await balance({}, ["0.00", "0.00", "2180000.00"]);
  });

  it("t1 is paid in part: asked for by one, approved by another", async () => {
    const { does, sees, refused, goTo } = steps;
    goTo("2026-05-20");
    const asked = await does("contractManager", "POST /payments/t1/requests", { amount: "500000.00" });
    expect(asked).toMatchObject({ state: "requested", amount: "500000.00", setOffs: [] });
    ids.part = String(asked["id"]);
    const request = `/payment-requests/${ids.part}`;
    await refused("contractManager", `POST ${request}/approval`, undefined, {
      ...forbidden,
      zh: "不能审批本人提出的申请",
    });
    await refused(
      "contractManager",
      "POST /payments/t1/requests",
      {},
      { ...conflict, en: "under way already" },
    );
    await balance({}, ["0.00", "0.00", "2180000.00"]);
    expect(await sees("auditor", "/payments")).toMatchObject({
      items: [{ underWay: { id: ids.part } }, {}, {}, {}, {}],
    });
    expect(await does("finance", `POST ${request}/approval`)).toMatchObject({ state: "approved" });
    const paid = { on: "2026-05-20", voucher: "凭证 2026-101", amount: "500000.00" };
    await refused("contractManager", `POST ${request}/payment`, paid, forbidden);
    expect(await does("finance", `POST ${request}/payment`, paid)).toMatchObject({ state: "paid" });
    await balance({ t1: ["500000.00", "0.00", "575746.00"] }, ["500000.00", "0.00", "1680000.00"]);
    expect(await sees("finance", "/payments/t1")).toMatchObject({
      state: "open",
      payable: "575746.00",
      balance: { movements: [{ kind: "paid", on: "2026-05-20", amount: "500000.00" }] },
      payments: [{ id: ids.part, approved: { name: "finance" }, paid: { voucher: "凭证 2026-101" } }],
    });
  });

  it("t1: its rest is reminded of, bears no interest since the invoice was late, and is paid", async () => {
    const { sees, goTo, liveTo } = steps;
    goTo("2026-05-26");
    await liveTo("2026-05-29");
    const mails = mailsAbout("第一期付款").filter(({ at }) => at.startsWith("2026-05-29"));
    const [manager, finance] = ["contractManager", "finance"].map((role) => `${role}@${agency}.example`);
    expect(mails.map(({ to }) => to).toSorted()).toEqual([manager, finance, "lead@vendor.example"]);
    for (const { text } of mails) expect(text).toMatch(/尚未付清[：\s]*575,746\.00/);
    expect(await sees("finance", "/payments/t1")).toMatchObject({
      state: "overdue",
      interest: { basis: "none", amount: "0.00", why: { zh: "发票迟交，按合同甲方不承担逾期责任" } },
    });
    await payAll(steps, "t1", "凭证 2026-108");
    await balance({ t1: ["1075746.00", "0.00", "0.00"] }, ["1075746.00", "0.00", "1104254.00"]);
    expect(await sees("finance", "/payments/t1")).toMatchObject({ state: "fulfilled", payableToday: false });
    await liveTo("2026-06-03");
    expect(mailsAbout("第一期付款").filter(({ at }) => at > "2026-05-30")).toEqual([]);
    goTo("2026-06-10");
  });

  it("a deduction is proposed by one and approved by another, and waits for the next payment", async () => {
    const { does, sees, refused } = steps;
    const clause = "九、违约责任 第9款";
    const deduction = { title: "漏洞扫描迟延", reason: "首次漏洞扫描逾期", amount: "21800.00", clause };
    const proposed = await does("acceptor", "POST /deductions", deduction);
    ids.deduction = String(proposed["id"]);
    expect(await sees("vendor", "/payments")).toMatchObject({ deductions: [] });
    await refused("acceptor", `POST /deductions/${ids.deduction}/approval`, undefined, forbidden);
    await does("contractManager", `POST /deductions/${ids.deduction}/approval`);
    const open = { id: ids.deduction, clause, open: "21800.00" };
    expect(await sees("auditor", "/payments")).toMatchObject({ deductions: [open] });
    expect(await sees("vendor", "/payments")).toMatchObject({
      deductions: [{ ...open, reason: deduction.reason }],
    });
    await balance({}, ["1075746.00", "0.00", "1104254.00"]);
  });

  it("the budget of June has each payment in the year of its budget", () => expectBudgetOfJune(steps));

  it("t2: not before its quarter, then less what is set off", async () => {
    const { does, sees, refused, goTo } = steps;
    goTo("2026-06-30");
    await invoiceFor(steps, "t2", "307356.00", invoiceNumber(2));
    const setOffs = [{ deductionId: ids.deduction, title: "漏洞扫描迟延", amount: "21800.00" }];
    const early = {
      payableToday: false,
      missing: [],
      notBefore: "2026-07-01",
      payable: "285556.00",
      setOffs,
    };
    expect(await sees("finance", "/payments/t2")).toMatchObject(early);
    await refused(
      "contractManager",
      "POST /payments/t2/requests",
      {},
      {
        ...conflict,
        zh: "2026-07-01 起方可付款",
        en: "not payable before 2026-07-01",
      },
    );
    goTo("2026-07-01");
    await refused(
      "contractManager",
      "POST /payments/t2/requests",
      { amount: "285556.01" },
      {
        ...invalid,
        en: "at most what is payable, 285,556.00",
        paths: ["/amount"],
      },
    );
    expect(await payAll(steps, "t2", "凭证 2026-140")).toMatchObject({ amount: "285556.00", setOffs });
    await balance({ t2: ["285556.00", "21800.00", "0.00"] }, ["1361302.00", "21800.00", "796898.00"]);
    const taken = { of: "t2", state: "paid", amount: "21800.00" };
    const setOff = { setOff: "21800.00", open: "0.00", taken: [taken] };
    expect(await sees("auditor", "/deductions")).toMatchObject({ items: [setOff] });
    await refused(
      "contractManager",
      `POST /deductions/${ids.deduction}/withdrawal`,
      { reason: "误扣" },
      conflict,
    );
    expect(await does("vendor", "GET /payments")).toMatchObject({
      items: [{}, { state: "fulfilled" }, {}, {}, {}],
    });
  });

  it("t3: the account may change until five working days before it, and from the day after it", async () => {
    const { does, sees, refused, goTo } = steps;
    goTo("2026-12-10");
    await invoiceFor(steps, "t3", "153678.00", invoiceNumber(3));
    goTo("2026-12-24");
    await does("vendor", "PUT /account", account(2));
    goTo("2026-12-25");
    await refused("vendor", "PUT /account", account(3), {
      ...conflict,
      zh: "2027-01-01 起的通知方可受理",
      en: "due on 2026-12-31: notice was possible until 2026-12-24, and is again from 2027-01-01",
    });
    expect(await sees("finance", "/account")).toMatchObject({ account: { ...account(2).account } });
    expect(await sees("auditor", "/account")).toMatchObject({ account: { number: "****0002" } });
    goTo("2026-12-31");
    await payAll(steps, "t3", "凭证 2026-301");
    await balance({ t3: ["153678.00", "0.00", "0.00"] }, ["1514980.00", "21800.00", "643220.00"]);
    goTo("2027-01-01");
    expect(await does("vendor", "PUT /account", account(3))).toMatchObject({
      account: { number: "****0003", noticedOn: "2027-01-01" },
    });
  });

  it("t4 is paid in the first quarter; what is open keeps the contract from being closed", async () => {
    const { refused, goTo } = steps;
    goTo("2027-03-05");
    await invoiceFor(steps, "t4", "385932.00", invoiceNumber(4));
    await payAll(steps, "t4", "凭证 2027-033");
    await balance({ t4: ["385932.00", "0.00", "0.00"] }, ["1900912.00", "21800.00", "257288.00"]);
    await refused(
      "contractManager",
      "POST /close",
      {},
      { ...conflict, zh: "未付款 257,288.00", en: "not paid yet: 257,288.00" },
    );
  });

  it("t5 is owed from acceptance on: the contract names no day, the law the thirtieth", async () => {
    const { sees, refused, goTo } = steps;
    goTo("2027-05-12");
    const waits = { dueOn: null, statutory: { dueOn: null, waitingFor: [{ holder: "buyer" }] } };
    expect(await sees("finance", "/payments/t5")).toMatchObject({ ...waits, state: "waiting" });
    await refused(
      "contractManager",
      "POST /payments/t5/requests",
      {},
      { ...conflict, en: "final acceptance passed (the buyer)" },
    );
    await refused(
      "acceptor",
      "POST /events",
      { event: { kind: "acceptancePassed", of: "final", on: "2027-05-12" } },
      { ...invalid, paths: ["/event/kind"], en: "apply for the acceptance" },
    );
    await accept(steps);
    const owed = await sees<{ statutory: { why: Text } }>("finance", "/payments/t5");
    expect(owed).toMatchObject({
      windowOpensOn: "2027-05-12",
      dueOn: null,
      statutory: { dueOn: "2027-06-11", waitingFor: [] },
      missing: [{ holder: "vendor" }],
    });
    expect(owed.statutory.why.zh).toContain("自 2027-05-12 次日起算30日：2027-06-11");
    await invoiceFor(steps, "t5", "257288.00", invoiceNumber(5));
    goTo("2027-06-11");
    expect(await sees("finance", "/payments/t5/interest?through=2027-06-12")).toMatchObject({
      interest: { basis: "law", since: "2027-06-11", days: 1, rate: "0.05%", amount: "128.64" },
      days: [{ on: "2027-06-12", base: "257288.00", amount: "128.64", total: "128.64" }],
    });
    await payAll(steps, "t5", "凭证 2027-090");
    await balance({ t5: ["257288.00", "0.00", "0.00"] }, ["2158200.00", "21800.00", "0.00"]);
  });

  it("the budget at the end has the same sums, as figures and as files", async () => {
    await expectBudgetAtEnd(steps);
    await expectBudgetFiles(steps);
  });

  it("is closed with a reason; secrecy stays, and nothing else is reminded of", async () => {
    const { does, sees, refused, stack, goTo } = steps;
    await refused(
      "contractManager",
      "POST /close",
      {},
      {
        ...conflict,
        zh: "尚有未了事项：74 项义务未履行",
        en: "still open: 74 duties not fulfilled. Give a reason",
      },
    );
    const reason = "交付物已线下移交";
    const open = [{ zh: "74 项义务未履行", en: "74 duties not fulfilled" }];
    expect(await does("contractManager", "POST /close", { reason })).toMatchObject({
      status: "closed",
      open,
    });
    const { items } = await sees<{ items: Owed[] }>("auditor", "/obligations?limit=200");
    const unfulfilled = items.filter(({ state }) => state !== "fulfilled");
    expect(unfulfilled.map(({ key, state }) => [key, state])).toEqual([["secrecy.secrecy", "ongoing"]]);
    await refused(
      "contractManager",
      "POST /payments/t5/requests",
      {},
      { ...conflict, en: "the contract is closed" },
    );
    await expectBalances(steps, balances, ["2158200.00", "21800.00", "0.00"]);
    // What has happened so far is told of.
    await stack.work();
    const sent = stack.inbox.list().length;
    goTo("2027-06-14");
    await stack.work();
    expect(stack.inbox.list()).toHaveLength(sent);
  });

  it("stands on the record, line by line, with whoever did it; accounts are masked", async () => {
    await expectRecord(steps, ids);
    const record = JSON.stringify(await steps.sees("auditor", "/record?limit=200"));
    for (const nth of [1, 2, 3]) expect(record).not.toContain(account(nth).account.number);
    expect(record).toContain("****0003");
  });
});

/** The vendor applies, everything is found met, the acceptor signs, and it passes; the whole of it on one day. */
async function accept({ does }: Steps): Promise<void> {
  const { id } = await does("contractManager", "POST /acceptances/final/applications", {
    appliedOn: "2027-05-10",
  });
  const round = `POST /acceptance-rounds/${String(id)}`;
  const results = Array.from({ length: 10 }, (_, at) => ({
    criterion: at + 1,
    passed: true,
    note: "已核对纸质记录",
  }));
  await does("contractManager", `${round}/assessment`, { results });
  await does("acceptor", `${round}/signatures`, { agrees: true });
  await does("acceptor", `${round}/conclusion`, { outcome: "passed", on: "2027-05-12" });
}

function account(nth: number) {
  const holder = terms.parties.vendor.name;
  const paper = { document: `账户函 ${nth}` };
  return { account: { holder, bank: "霁川银行营业部", number: `622200001111000${nth}` }, evidence: [paper] };
}

interface Check {
  readonly check: string;
  readonly verdict: string;
  readonly places: readonly string[];
}

function failedOf(checks: readonly Check[]) {
  return checks.filter(({ verdict }) => verdict === "failed").map(({ check, places }) => [check, places]);
}

/** Reminders of a thing; what has happened with it is told of apart. */
function mailsAbout(title: string) {
  return steps.stack.inbox
    .list()
    .filter(({ id, subject }) => id.startsWith("<rem_") && subject.includes(title));
}
