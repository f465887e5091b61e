import { expect } from "vitest";
import type { Steps } from "./steps.ts";
import type { createTransfers } from "./transfer.ts";
import { readRows } from "./work-e-sheet.ts";

/** A finding as a list shows it. */
export interface Finding {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly dueOn: string;
  readonly state: string;
  readonly steps: readonly unknown[];
}

interface Page {
  readonly items: readonly Finding[];
  readonly cursor: string | null;
}

const range = (from: number, through: number) =>
  Array.from({ length: through - from + 1 }, (_, at) => from + at);
const every = (step: number, from: number) => range(1, 60).filter((number) => number % step === from);

/** On 5 February: 1-4 and 49 are closed, 12 is taken back, 29-36 answered, 50-53 approved, 5-11 overdue. */
export async function expectFilters({ sees }: Steps, unitId: string): Promise<void> {
  const expected: readonly (readonly [query: string, numbers: readonly number[]])[] = [
    ["state=closed", [...range(1, 4), 49]],
    ["state=withdrawn", [12]],
    ["state=answered", range(29, 36)],
    ["state=approved", range(50, 53)],
    ["overdue=true", range(5, 11)],
    ["severity=critical", every(4, 1)],
    ["severity=critical&overdue=true", [5, 9]],
    [`unitId=${unitId}`, range(49, 56)],
    [`unitId=${unitId}&state=open`, range(54, 56)],
  ];
  for (const [query, numbers] of expected) {
    for (const person of ["auditor", "vendor"] as const) {
      const { items } = await sees<Page>(person, `/findings?${query}&limit=200`);
      expect([query, items.map(({ number }) => number)]).toEqual([query, numbers]);
    }
  }
  const pages: number[][] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: Page = await sees<Page>(
      "vendor",
      `/findings?limit=25${cursor === "" ? "" : `&cursor=${cursor}`}`,
    );
    pages.push(page.items.map(({ number }) => number));
    cursor = page.cursor;
  }
  expect(pages).toEqual([range(1, 25), range(26, 50), range(51, 60)]);
}

/** The same day's workbooks: all of them, and those that are overdue. */
export async function expectExports({ fetches }: ReturnType<typeof createTransfers>): Promise<void> {
  const { bytes, headers } = await fetches("auditor", "/findings.xlsx");
  expect(headers.get("content-disposition")).toContain(encodeURIComponent("隐患清单_2026-02-05.xlsx"));
  const [head = [], ...body] = await readRows(bytes);
  const column = (name: string) => head.indexOf(name);
  expect(body.map((row) => row[column("编号")])).toEqual(range(1, 60));
  expect(body[11]?.[column("状态")]).toBe("已撤回");
  expect(body[48]).toEqual(expect.arrayContaining(["测评项目组", "乙方", "严重", "已销号", "已加访问控制"]));
  expect(body[26]?.[column("要求反馈日期")]).toEqual(new Date("2026-02-12T00:00:00Z"));
  const [, ...late] = await readRows((await fetches("acceptor", "/findings.xlsx?overdue=true")).bytes);
  expect(late.map((row) => [row[column("编号")], row[column("状态")], row[column("是否逾期")]])).toEqual(
    range(5, 11).map((number) => [number, "待反馈", "逾期"]),
  );
}
