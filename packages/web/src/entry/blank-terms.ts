import { addDays, addYears } from "@luyue/core/civil-date";
import { type ContractTerms, termsSchemaVersion } from "@luyue/core/contract";

/** What a new contract begins with: a year of service from today, paid in one sum after its acceptance by invoice. */
export function blankTerms(buyer: string, today: string): ContractTerms {
  return {
    schemaVersion: termsSchemaVersion,
    number: "",
    name: "",
    parties: { buyer: { name: buyer }, vendor: { name: "" } },
    price: { total: "0.00" },
    terms: [
      {
        key: "main",
        title: { zh: "服务期", en: "service term" },
        start: { rule: "on", anchor: { anchor: "date", on: today } },
        end: { rule: "on", anchor: { anchor: "date", on: addDays(addYears(today, 1), -1) } },
      },
    ],
    tranches: [blankTranche([])],
  };
}

type Tranche = ContractTerms["tranches"][number];

/** One more payment: what the others leave of the price, due ten working days after its invoice. */
export function blankTranche(others: readonly Tranche[]): Tranche {
  const taken = new Set(others.map(({ key }) => key));
  let number = others.length + 1;
  while (taken.has(`t${number}`)) number += 1;
  const key = `t${number}`;
  return {
    key,
    title: { zh: `第${number}期付款`, en: `payment ${number}` },
    amount: others.some(({ amount }) => amount.amount === "remainder")
      ? { amount: "fixed", value: "0.00" }
      : { amount: "remainder" },
    due: {
      rule: "within",
      count: 10,
      unit: "workingDay",
      after: { anchor: "event", event: "invoiceReceived", of: key },
    },
    gates: [{ gate: "invoiceReceived" }],
  };
}

/** The terms of another contract as a beginning: all but what names that one. */
export function copyTerms(terms: ContractTerms): ContractTerms {
  return { ...terms, number: "", name: `${terms.name}（副本）` };
}
