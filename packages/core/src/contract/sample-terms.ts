import type { ContractTerms } from "./contract-terms.ts";

/** Terms of an invented contract for tests: a year from 2026-04-28 and one tranche of 100 000.00, and what is put over them. */
export function sampleTerms(over: Partial<ContractTerms> = {}): ContractTerms {
  return {
    schemaVersion: 1,
    number: "例-2026-001",
    name: "信息安全服务合同",
    parties: { buyer: { name: "霁川某中心" }, vendor: { name: "霁川某公司" } },
    price: { total: "100000.00" },
    terms: [
      {
        key: "main",
        title: { zh: "服务期", en: "service term" },
        start: { rule: "on", anchor: { anchor: "date", on: "2026-04-28" } },
        end: { rule: "on", anchor: { anchor: "date", on: "2027-04-27" } },
      },
    ],
    tranches: [
      {
        key: "t1",
        title: { zh: "全款", en: "full price" },
        amount: { amount: "rate", rate: "100%" },
        due: { rule: "within", count: 10, unit: "workingDay", after: { anchor: "event", event: "signed" } },
      },
    ],
    ...over,
  };
}
