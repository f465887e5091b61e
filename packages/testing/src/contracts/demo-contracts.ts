import { type ContractTerms, contractTermsSchema } from "@luyue/core/contract";
import { type ContractEvent, eventListSchema } from "@luyue/core/event";
import aEvents from "./a.events.json" with { type: "json" };
import a from "./a.json" with { type: "json" };
import bEvents from "./b.events.json" with { type: "json" };
import b from "./b.json" with { type: "json" };
import cEvents from "./c.events.json" with { type: "json" };
import c from "./c.json" with { type: "json" };
import dEvents from "./d.events.json" with { type: "json" };
import d from "./d.json" with { type: "json" };
import eEvents from "./e.events.json" with { type: "json" };
import e from "./e.json" with { type: "json" };

export type DemoKey = "A" | "B" | "C" | "D" | "E";

/** A contract between an invented agency and an invented vendor, with terms, figures and events to show and to test by. */
export interface DemoContract {
  readonly key: DemoKey;
  readonly tenant: { readonly slug: string; readonly name: string; readonly nameEn: string };
  readonly vendor: { readonly name: string; readonly nameEn: string; readonly creditCode: string };
  readonly terms: ContractTerms;
  readonly events: readonly ContractEvent[];
}

const lanboVendor = "Lanbo Chedun Information Security Services Co., Ltd.";

/** Contracts A to E, parsed. B and D have the same vendor; C and E are not signed yet, so they have no events. */
export const demoContracts: readonly DemoContract[] = [
  demo(
    "A",
    a,
    aEvents,
    { slug: "jichuan-enforcement", nameEn: "Jichuan Law-Enforcement Support Centre" },
    "Jichuan Lixiu Network Security Co., Ltd.",
  ),
  demo(
    "B",
    b,
    bEvents,
    { slug: "lanbo-economy", nameEn: "Lanbo Economy and IT Affairs Centre" },
    lanboVendor,
  ),
  demo(
    "C",
    c,
    cEvents,
    { slug: "yuning-finance", nameEn: "Yuning Local Financial Regulator" },
    "Yuning Qiongxiu Security Technology Co., Ltd.",
  ),
  demo("D", d, dEvents, { slug: "wanglan-it", nameEn: "Wanglan District IT Bureau" }, lanboVendor),
  demo(
    "E",
    e,
    eEvents,
    { slug: "tingheng-police", nameEn: "Tingheng Police Bureau" },
    "Tingheng Hongyan Assessment Technology Co., Ltd.",
  ),
];

/** The contract of that letter. */
export function demoContract(key: DemoKey): DemoContract {
  const found = demoContracts.find((contract) => contract.key === key);
  if (found === undefined) throw new RangeError(`there is no demo contract ${key}`);
  return found;
}

function demo(
  key: DemoKey,
  termsFile: unknown,
  eventsFile: unknown,
  tenant: { slug: string; nameEn: string },
  vendorNameEn: string,
): DemoContract {
  const terms = contractTermsSchema.parse(termsFile);
  const { buyer, vendor } = terms.parties;
  if (vendor.creditCode === undefined)
    throw new RangeError(`the vendor of demo contract ${key} has no credit code`);
  return {
    key,
    tenant: { ...tenant, name: buyer.name },
    vendor: { name: vendor.name, nameEn: vendorNameEn, creditCode: vendor.creditCode },
    terms,
    events: eventListSchema
      .parse(eventsFile)
      .map((event, index) => ({ ...event, id: event.id ?? `${key.toLowerCase()}-${index + 1}` })),
  };
}
