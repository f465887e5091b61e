import { type FindingsSearch, readFindingsSearch } from "./findings/findings-search.ts";

export const contractTabs = [
  "overview",
  "payments",
  "deliverables",
  "findings",
  "scores",
  "work",
  "events",
  "amendments",
  "checks",
  "incidents",
  "penalties",
  "people",
  "bonds",
  "rights",
  "record",
] as const;
export type ContractTab = (typeof contractTabs)[number];

/** The part of a contract's page that its address names, and what of the findings is shown there. */
export function readContractSearch(
  search: Record<string, unknown>,
): { readonly tab?: ContractTab } & FindingsSearch {
  const tab = contractTabs.find((each) => each === search["tab"]);
  return tab === undefined ? {} : { tab, ...(tab === "findings" ? readFindingsSearch(search) : {}) };
}

const tabOfKind: Readonly<Record<string, ContractTab>> = {
  payment: "payments",
  invoice: "payments",
  service: "deliverables",
  deliverable: "deliverables",
  report: "deliverables",
  application: "deliverables",
  review: "deliverables",
  acceptance: "deliverables",
  plan: "deliverables",
  rectification: "deliverables",
  finding: "findings",
  score: "scores",
  scoreAnswer: "scores",
  bond: "bonds",
  bondExtension: "bonds",
  penalty: "penalties",
  penaltyAnswer: "penalties",
  right: "rights",
  fullRectification: "rights",
  cure: "rights",
  staffAnswer: "people",
  agreement: "people",
};

/** The part of the page where an obligation stands, by its dotted key. */
export function tabOf(key: string): ContractTab {
  return tabOfKind[key.split(".")[0] ?? ""] ?? "work";
}
