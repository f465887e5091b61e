import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { readBudget } from "@luyue/usecases/budget";
import type { StoredObligation } from "@luyue/usecases/contract";
import { type Change, type Platform, WriteConflict } from "@luyue/usecases/runtime";
import readXlsxFile from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const finance = "a/finance";
let fixture: Fixture;
let platform: Platform;

beforeAll(async () => {
  // Already 20 November in Shanghai, and still the 19th where the tests run.
  const runtime = createFixedRuntime("2026-11-20T07:00:00+08:00");
  platform = createMemoryPlatform<KindsOf<Change>>({
    now: runtime.now,
    conflict: (changes) => new WriteConflict(changes),
  });
  fixture = await startFixture(platform, runtime);
  await store("a", [
    payment("a", "ctr_1", "paid", {
      amount: "1000.10",
      dueOn: "2026-05-27",
      fulfilment: { eventId: "e", on: "2026-05-20" },
    }),
    payment("a", "ctr_1", "due", { amount: "200.20", dueOn: "2026-11-20" }),
    payment("a", "ctr_1", "soon", { amount: "30.30", dueOn: "2026-12-20", fiscalYear: 2026 }),
    payment("a", "ctr_2", "undated", { amount: "4.40", waitingFor: [funds] }),
    payment("a", "ctr_2", "invoice", { kind: "invoice", amount: "5000.00", dueOn: "2026-12-01" }),
  ]);
  const many = Array.from({ length: 450 }, (_, at) =>
    payment("b", "ctr_3", `p${at}`, {
      amount: "1.00",
      ...(at % 3 === 0 ? { dueOn: "2026-12-01" } : {}),
      ...(at % 3 === 1 ? { fulfilment: { eventId: `e${at}`, on: "2026-01-01" } } : {}),
    }),
  );
  await store("b", many);
});

const funds = {
  event: "fundsAppropriated",
  holder: "buyer",
  label: { zh: "财政资金到位", en: "fiscal funds appropriated" },
} as const;

function payment(
  tenant: string,
  contractId: string,
  key: string,
  over: Partial<StoredObligation["obligation"]>,
): StoredObligation {
  return {
    tenantId: `ten_${tenant}`,
    contractId,
    vendorId: "ven_1",
    contractNumber: `HT-${contractId}`,
    contractName: "=安全服务",
    buyerName: "示例单位",
    vendorName: "示例公司",
    knownOn: "2026-01-01",
    obligation: {
      key,
      kind: "payment",
      shape: "single",
      title: { zh: "付款", en: "payment" },
      debtor: "buyer",
      waitingFor: [],
      explanation: { steps: [], provisionalYears: [] },
      fulfilledBy: [],
      ...over,
    },
  };
}

async function store(tenant: string, all: readonly StoredObligation[]) {
  for (let at = 0; at < all.length; at += 100) {
    const changes = all.slice(at, at + 100).map((stored) => ({ change: "putObligation", stored }) as const);
    await platform.tenant(`ten_${tenant}`).commit(changes);
  }
}

interface Budget {
  readonly asOf: string;
  readonly rows: readonly Record<string, unknown>[];
  readonly years: readonly Record<string, unknown>[];
  readonly total: Record<string, string>;
  readonly needs: Record<string, unknown>;
}
const budgetOf = async (as: string, query = "") =>
  (await fixture.call("GET", `/v1/budget${query}`, { as })).body as Budget;

/** A file as the bytes that were sent: reading it as text would take its byte order mark away. */
async function download(path: string, language = "zh-CN") {
  const answer = await fixture.app.request(path, {
    headers: {
      Authorization: `Bearer ${await fixture.issuers.tokenFor("a", "finance")}`,
      "Accept-Language": language,
    },
  });
  expect(answer.status).toBe(200);
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

describe("the budget of an agency", () => {
  it("is on the day in Shanghai, by fiscal year and contract, invoices left out", async () => {
    const { asOf, rows, years, total, needs } = await budgetOf(finance);
    expect(asOf).toBe("2026-11-20");
    expect(rows.map(({ fiscalYear, contractId, planned }) => [fiscalYear, contractId, planned])).toEqual([
      [2026, "ctr_1", "1230.60"],
      [null, "ctr_2", "4.40"],
    ]);
    expect(rows[0]).toMatchObject({
      contractNumber: "HT-ctr_1",
      vendorName: "示例公司",
      due: "200.20",
      upcoming: "30.30",
      paid: "1000.10",
      paidInYear: "1000.10",
    });
    expect(years).toHaveLength(2);
    expect(total["planned"]).toBe("1235.00");
    expect(needs).toMatchObject({
      overdue: { payments: 0 },
      within30: { amount: "230.50", held: "0.00", payments: 2 },
      undated: { amount: "4.40", held: "4.40", payments: 1 },
    });
  });

  it("can be that of one year", async () => {
    const { rows, total, needs } = await budgetOf(finance, "?year=2026");
    expect([rows.length, total["planned"]]).toEqual([1, "1230.60"]);
    expect(needs).toEqual((await budgetOf(finance)).needs);
    expect((await budgetOf(finance, "?year=2027")).rows).toEqual([]);
    for (const query of ["?year=26", "?year=1999", "?year=2026.5", "?yaer=2026"]) {
      const { status } = await fixture.call("GET", `/v1/budget${query}`, { as: finance });
      expect([query, status]).toEqual([query, 422]);
    }
  });

  it("holds every payment once, however many pages they take", async () => {
    const { total, needs } = await budgetOf("b/auditor");
    expect([total["planned"], total["paid"], total["upcoming"]]).toEqual(["450.00", "150.00", "300.00"]);
    expect(needs).toMatchObject({ within30: { payments: 150 }, undated: { payments: 150 } });
  });

  it("is for members of the agency", async () => {
    expect((await budgetOf("platform/finance")).rows).toEqual([]);
    for (const path of ["/v1/budget", "/v1/budget.csv", "/v1/budget.xlsx"]) {
      expect((await fixture.call("GET", path)).status).toBe(401);
      expect((await fixture.call("GET", path, { as: "operator/op" })).status).toBe(403);
      expect((await fixture.call("POST", path, { as: finance })).status).toBe(405);
    }
    const nobody = { kind: "member", id: "x", tenantId: "ten_a", name: "x", roles: [] } as const;
    const now = "2026-11-20T07:00:00+08:00";
    await expect(readBudget(platform.tenant("ten_a"), nobody, { now })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("the budget as a file", () => {
  it("is CSV with Chinese headers that Excel can read", async () => {
    const { headers, bytes } = await download("/v1/budget.csv?year=2026");
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("content-language")).toBe("zh");
    const disposition = headers.get("content-disposition") ?? "";
    expect(disposition).toContain('attachment; filename="budget_2026-11-20.csv"; ');
    const encoded = /filename\*=UTF-8''(.*)$/.exec(disposition)?.[1] ?? "";
    expect(encoded).toMatch(/^[\w.%-]+$/);
    expect(decodeURIComponent(encoded)).toBe("预算执行_2026-11-20.csv");
    expect(bytes.toString()).toBe(
      "\uFEFF财政年度,合同编号,合同名称,供应商,计划金额,到期未付,未到期,已付（扣除退款）,已抵扣,不再支付,多付,当年付款,当年退款\r\n" +
        "2026,HT-ctr_1,'=安全服务,示例公司,1230.60,200.20,30.30,1000.10,0.00,0.00,0.00,1000.10,0.00\r\n",
    );
  });

  it("is a workbook of contracts, years and needs, amounts as numbers and dates as dates", async () => {
    const { headers, bytes } = await download("/v1/budget.xlsx");
    expect(headers.get("content-type")).toBe(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    );
    expect(decodeURIComponent(headers.get("content-disposition") ?? "")).toContain(
      "预算执行_2026-11-20.xlsx",
    );
    const sheets = await readXlsxFile(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["合同明细", "年度汇总", "资金需求"]);
    const [contracts, years, needs] = sheets.map(({ data }) => data);
    expect(contracts?.slice(1)).toEqual([
      [2026, "HT-ctr_1", "=安全服务", "示例公司", 1230.6, 200.2, 30.3, 1000.1, 0, 0, 0, 1000.1, 0],
      ["未定", "HT-ctr_2", "=安全服务", "示例公司", 4.4, 0, 4.4, 0, 0, 0, 0, 0, 0],
    ]);
    expect(years?.map((row) => row.slice(0, 2))).toEqual([
      ["财政年度", "计划金额"],
      [2026, 1230.6],
      ["未定", 4.4],
      ["合计", 1235],
    ]);
    const day = (date: string) => new Date(`${date}T00:00:00Z`);
    expect(needs?.slice(0, 8)).toEqual([
      ["期间", "自", "至", "金额", "其中条件未满足", "笔数"],
      ["已逾期", null, day("2026-11-19"), 0, 0, 0],
      ["未来30日", day("2026-11-20"), day("2026-12-20"), 230.5, 0, 2],
      ["未来60日", day("2026-11-20"), day("2027-01-19"), 230.5, 0, 2],
      ["未来90日", day("2026-11-20"), day("2027-02-18"), 230.5, 0, 2],
      ["90日以后", day("2027-02-19"), null, 0, 0, 0],
      ["日期未定", null, null, 4.4, 4.4, 1],
      ["2026年11月", day("2026-11-20"), day("2026-11-30"), 200.2, 0, 1],
    ]);
  });

  it("speaks English where that is asked for", async () => {
    const { headers, bytes } = await download("/v1/budget.xlsx", "en");
    expect(headers.get("content-disposition")).toBe(
      "attachment; filename=\"budget_2026-11-20.xlsx\"; filename*=UTF-8''budget_2026-11-20.xlsx",
    );
    const sheets = await readXlsxFile(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Contracts", "Years", "Needs"]);
    expect(sheets[2]?.data[7]?.[0]).toBe("2026-11");
    expect(/[\u4e00-\u9fff]/.test(JSON.stringify(sheets.map(({ data }) => data[0])))).toBe(false);
  });
});
