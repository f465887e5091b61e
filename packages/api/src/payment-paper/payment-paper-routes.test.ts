import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { openGates, startPaying } from "../fixture/pay-contract.ts";

const manager = "a/contractManager";
const finance = "a/finance";
let paying: Awaited<ReturnType<typeof startPaying>>;
let contract: string;
let request: string;

beforeEach(async () => {
  const runtime = createFixedRuntime("2026-06-01T10:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  paying = await startPaying(platform, runtime);
  contract = `/v1/contracts/${paying.id}`;
  const deduction = { title: "迟交报告", amount: "1000.00", reason: "迟交10天", clause: "第十条" };
  const { id } = await paying.post(manager, `${contract}/deductions`, deduction);
  await paying.post(finance, `${contract}/deductions/${id}/approval`);
  await openGates(paying);
  const account = {
    account: { holder: "示例供应商", bank: "示例银行营业部", number: "6222020200011122233" },
    evidence: [{ document: "账户函" }],
  };
  await paying.call("PUT", `${contract}/account`, { as: finance, body: account });
  request = (await paying.post(manager, `${contract}/payments/t1/requests`, { note: "首付款" })).id;
});

async function read(as: string, language = "zh"): Promise<string> {
  const path = `${contract}/payment-requests/${request}/paper?language=${language}`;
  const { status, headers, body } = await paying.call("GET", path, { as });
  expect([status, headers.get("content-language")]).toEqual([200, language]);
  return String(body);
}

const cellsOf = (page: string) =>
  [...page.matchAll(/<tr><t[hd][^>]*>(.*?)<\/t[hd]>(.*?)<\/tr>/g)].map(([, first, rest = ""]) =>
    [first, ...[...rest.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell)].join(" | "),
  );

describe("the paper of a request for a payment", () => {
  it("says what is asked for, set off, met and invoiced, and into which account, masked", async () => {
    const page = await read(manager);
    expect(page).toContain("<h1>付款申请单</h1>");
    expect(page).toContain("待审批：未经他人批准，不作为付款依据");
    const lines = cellsOf(page);
    expect(lines).toEqual(
      expect.arrayContaining([
        "合同编号 | NO 1",
        "款项 | 首付款",
        "合同条款 | 第五条",
        "合同约定付款日 | 2026年5月25日",
        "本期应付 | 600,000.00 元（大写：陆拾万元整）",
        "本次抵扣 | 1,000.00",
        "本次申请支付 | 599,000.00 元（大写：伍拾玖万玖仟元整）",
        "迟交报告 | 1,000.00",
        "申请说明 | 首付款",
        "户名 | 示例供应商",
      ]),
    );
    expect(lines.filter((line) => line.includes("查验通过"))).toHaveLength(1);
    expect(lines.find((line) => line.includes("财政资金到位"))).toMatch(/年\d+月\d+日/);
    expect(page).not.toContain("6222020200011122233");
    expect(page).toContain("2233");
    expect(lines).toContain("批准人 | —");
  });

  it("goes on with the approval and the payment; finance officers see the whole account", async () => {
    await paying.post(finance, `${contract}/payment-requests/${request}/approval`);
    const approved = await read(finance);
    expect(approved).toContain("6222020200011122233");
    expect(approved).not.toContain('class="watermark"');
    expect(cellsOf(approved)).toContain("批准人 | finance，2026年6月1日");
    const paid = { on: "2026-06-01", voucher: "凭证1", amount: "599000.00" };
    await paying.post(finance, `${contract}/payment-requests/${request}/payment`, paid);
    expect(cellsOf(await read(manager))).toContain("付款登记 | 2026年6月1日，凭证 凭证1（finance登记）");
  });

  it("is void once it was turned down, and in English for who reads that", async () => {
    await paying.post(finance, `${contract}/payment-requests/${request}/rejection`, { reason: "发票有误" });
    const page = await read(manager, "en");
    expect(page).toContain("<h1>Request for payment</h1>");
    expect(page).toContain('<div class="watermark">VOID</div>');
    expect(page).toContain("This request was turned down on 2026-06-01: 发票有误");
    expect(cellsOf(page)).toContain("Paid of it so far | 0.00");
  });

  it("is the agency's own", async () => {
    const path = `${contract}/payment-requests/${request}/paper`;
    expect((await paying.call("GET", path, { as: "partner/v1" })).status).toBe(403);
    expect((await paying.call("GET", path, { as: "b/contractManager" })).status).toBe(404);
  });
});
