import type { CivilDate } from "@luyue/core/civil-date";
import type { ContractTerms } from "@luyue/core/contract";
import type { Money } from "@luyue/core/money";
import { demoContract } from "@luyue/testing/contracts";
import { expect } from "vitest";
import { openAgency } from "./open-agency.ts";
import type { Steps } from "./steps.ts";

/** Contract A: five payments of 2 180 000.00 in two budget years. */
const a = demoContract("A");
export const { terms } = a;

export const otherNumber = `${terms.number}-2`;

/** Why A is activated although two checks on its text fail. */
export const despite = "保密条款引用错误与编号缺项已书面告知双方，待补充协议更正，不影响履行";

/** A stack on a day with A's agency, its people, its vendor, and the vendor's person. */
export function openAgencyOfA(day: CivilDate): Promise<Steps> {
  return openAgency(a, day);
}

/** Another contract with the same vendor, of 600.00 and 400.00, active and signed; gives its id. */
export async function signOther({ does }: Steps, on: CivilDate): Promise<string> {
  const { parties, terms: spans, effect } = terms;
  const tranche = (key: string, value: Money): ContractTerms["tranches"][number] => ({
    key,
    title: { zh: "合同款", en: "price" },
    amount: { amount: "fixed", value },
    due: { rule: "within", count: 1, unit: "month", after: { anchor: "event", event: "effective" } },
    gates: [{ gate: "invoiceReceived" }],
  });
  const other: ContractTerms = {
    schemaVersion: 1,
    number: otherNumber,
    name: "网络安全培训合同",
    parties,
    price: { total: "1000.00" },
    ...(effect === undefined ? {} : { effect }),
    terms: spans,
    tranches: [tranche("first", "600.00"), tranche("second", "400.00")],
  };
  const id = String((await does("contractManager", "POST /v1/contracts", { terms: other }))["id"]);
  await does("contractManager", `POST /v1/contracts/${id}/activate`, {});
  await does("contractManager", `POST /v1/contracts/${id}/events`, { event: { kind: "signed", on } });
  return id;
}

/** The agency of the vendor's only contract, as its portal lists it. */
export async function findAgency({ does }: Steps): Promise<string> {
  const { items } = await does<{ items: { agencyId: string }[] }>("vendor", "GET /v1/partner/contracts");
  expect(items).toHaveLength(1);
  return items[0]?.agencyId ?? "";
}
