import { describe, expect, it } from "vitest";
import { readContractsSearch } from "./contracts-search.ts";
import { type ContractLine, selectContracts } from "./select-contracts.ts";

const line = (number: string, more: Partial<ContractLine> = {}): ContractLine => ({
  id: `ctr_${number}`,
  number,
  name: `驻场服务 ${number}`,
  other: "示例供应商",
  status: "active",
  total: "100.00",
  version: 1,
  pendingFrom: null,
  overdue: 0,
  due: 0,
  ...more,
});

const lines = [
  line("HT-10", { total: "9.00", overdue: 2 }),
  line("HT-9", { total: "10.00", status: "draft" }),
  line("HT-2", { name: "等保测评", total: "9.00" }),
];
const numbers = (search: Parameters<typeof selectContracts>[1]) =>
  selectContracts(lines, search).map(({ number }) => number);

describe("the list of contracts", () => {
  it("is by number, ten after nine", () => {
    expect(numbers({})).toEqual(["HT-2", "HT-9", "HT-10"]);
  });

  it("sorts amounts as amounts, and equal ones by number in both directions", () => {
    expect(numbers({ sort: "total" })).toEqual(["HT-2", "HT-10", "HT-9"]);
    expect(numbers({ sort: "total", down: true })).toEqual(["HT-9", "HT-2", "HT-10"]);
  });

  it("finds what has every word, in name, number or the other side", () => {
    expect(numbers({ q: "ht 测评" })).toEqual(["HT-2"]);
    expect(numbers({ q: "示例 HT-1" })).toEqual(["HT-10"]);
    expect(numbers({ q: "没有" })).toEqual([]);
  });

  it("narrows by status and by what is late", () => {
    expect(numbers({ status: "draft" })).toEqual(["HT-9"]);
    expect(numbers({ late: true })).toEqual(["HT-10"]);
    expect(numbers({ late: true, status: "draft" })).toEqual([]);
  });
});

describe("the address of the list", () => {
  it("is read as it was written, and nonsense is left out", () => {
    const search = { q: "驻场", status: "active", late: true, sort: "due", down: true, hide: ["version"] };
    expect(readContractsSearch(search)).toEqual(search);
    expect(
      readContractsSearch({
        q: 5,
        status: "gone",
        late: "yes",
        sort: "id",
        down: 1,
        hide: ["x", {}],
        more: 1,
      }),
    ).toEqual({});
  });
});
