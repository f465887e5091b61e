export const contractTabs = [
  "overview",
  "payments",
  "deliverables",
  "scores",
  "work",
  "events",
  "checks",
  "incidents",
  "penalties",
  "people",
  "bonds",
  "rights",
  "record",
] as const;
export type ContractTab = (typeof contractTabs)[number];

/** The part of a contract's page that its address names. */
export function readContractSearch(search: Record<string, unknown>): { tab?: ContractTab } {
  const tab = contractTabs.find((each) => each === search["tab"]);
  return tab === undefined ? {} : { tab };
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
