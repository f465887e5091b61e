import { expect } from "vitest";
import { terms } from "./money-agency.ts";
import { agency, type Steps } from "./steps.ts";

interface Budget {
  readonly years: readonly object[];
  readonly rows: readonly object[];
  readonly total: object;
  readonly needs: object;
}

const zero = { due: "0.00", paid: "0.00", deducted: "0.00", paidInYear: "0.00", upcoming: "0.00" };

/** The first payment has been made: each other payment stands in the year of its budget. */
export async function expectBudgetOfJune({ does }: Steps): Promise<void> {
  const { years, rows, total, needs } = await does<Budget>("auditor", "GET /v1/budget");
  const paid = { paid: "1075746.00", paidInYear: "1075746.00" };
  expect(years).toMatchObject([
    { ...zero, ...paid, fiscalYear: 2026, planned: "1536780.00", upcoming: "461034.00" },
    { ...zero, fiscalYear: 2027, planned: "643220.00", upcoming: "643220.00" },
  ]);
  expect(rows).toMatchObject(years.map((year) => ({ ...year, contractNumber: terms.number })));
  expect(total).toMatchObject({ ...zero, ...paid, planned: "2180000.00", upcoming: "1104254.00" });
  const nothing = { amount: "0.00", held: "0.00", payments: 0 };
  expect(needs).toMatchObject({
    overdue: nothing,
    within90: nothing,
    later: { amount: "846966.00", held: "846966.00", payments: 3 },
    undated: { amount: "257288.00", held: "257288.00", payments: 1 },
  });
}

/** All is paid: the deduction stands in the year whose budget it spared. */
export async function expectBudgetAtEnd({ does }: Steps): Promise<void> {
  const { years, total, needs } = await does<Budget>("auditor", "GET /v1/budget");
  const y2026 = { paid: "1514980.00", deducted: "21800.00", paidInYear: "1514980.00" };
  expect(years).toMatchObject([
    { ...zero, ...y2026, fiscalYear: 2026, planned: "1536780.00" },
    { ...zero, fiscalYear: 2027, planned: "643220.00", paid: "643220.00", paidInYear: "643220.00" },
  ]);
  const all = { planned: "2180000.00", paid: "2158200.00", deducted: "21800.00" };
  expect(total).toMatchObject({ ...zero, ...all, paidInYear: "2158200.00" });
  expect(needs).toMatchObject({ overdue: { payments: 0 }, later: { payments: 0 }, undated: { payments: 0 } });
}

/** The same figures in the files: planned, due, upcoming, paid, deducted, released, overpaid, paid and refunded in the year. */
export async function expectBudgetFiles({ stack }: Steps): Promise<void> {
  const token = await stack.issuer.sign(agency, "finance");
  const download = (type: string) =>
    fetch(`${stack.url}/v1/budget.${type}`, { headers: { authorization: `Bearer ${token}` } });
  const [csv, xlsx] = await Promise.all([download("csv"), download("xlsx")]);
  expect(csv.headers.get("content-type")).toContain("text/csv");
  const [headers = "", ...rows] = (await csv.text()).trimEnd().split("\r\n");
  expect(headers).toContain("财政年度,合同编号");
  const { number, name, parties } = terms;
  expect(rows).toEqual([
    `2026,${number},${name},${parties.vendor.name},1536780.00,0.00,0.00,1514980.00,21800.00,0.00,0.00,1514980.00,0.00`,
    `2027,${number},${name},${parties.vendor.name},643220.00,0.00,0.00,643220.00,0.00,0.00,0.00,643220.00,0.00`,
  ]);
  expect(xlsx.headers.get("content-type")).toContain("spreadsheetml.sheet");
  expect(Buffer.from(await xlsx.arrayBuffer()).toString("latin1", 0, 2)).toBe("PK");
}
