import type { CivilDate } from "@luyue/core/civil-date";
import { demoContract } from "@luyue/testing/contracts";
import { expect } from "vitest";
import { findAgency } from "./money-agency.ts";
import { openAgency } from "./open-agency.ts";
import { agency, type Steps } from "./steps.ts";

/** Contract E: thirteen assessments, and four services for a year, the tool for findings among them. */
const e = demoContract("E");

/** A stack on a day with E's agency and vendor, and E entered, active and signed on that day. */
export async function signE(day: CivilDate): Promise<Steps> {
  const steps = await openAgency(e, day);
  const { does, about } = steps;
  const draft = await does("contractManager", "POST /v1/contracts", { terms: e.terms });
  about.contractId = String(draft["id"]);
  expect(await does("contractManager", "POST /activate", {})).toMatchObject({ status: "active" });
  about.agencyId = await findAgency(steps);
  await does("contractManager", "POST /events", { event: { kind: "signed", on: day } });
  steps.goTo(day);
  return steps;
}

/** An obligation as a list shows it. */
export interface Owed {
  readonly key: string;
  readonly title: { readonly zh: string };
  readonly state: string;
  readonly dueOn: string | null;
  readonly dueAt: string | null;
  readonly quota: { readonly count: number; readonly done: number; readonly atMost: boolean } | null;
  readonly findings: Readonly<Record<"open" | "answered" | "approved" | "closed", number>> | null;
  readonly fulfilment: { readonly on: string } | null;
}

/** The obligations of the story's contract whose keys begin so, whatever their state. */
export async function owedOf({ sees }: Steps, start: string): Promise<readonly Owed[]> {
  const { items } = await sees<{ items: Owed[] }>("auditor", "/obligations?limit=200");
  return items.filter(({ key }) => key.startsWith(start));
}

/** Mail addresses of those whom the agency's side of work is told to, and of the vendor's person. */
export const told = {
  manager: `contractManager@${agency}.example`,
  acceptor: `acceptor@${agency}.example`,
  finance: `finance@${agency}.example`,
  lead: "lead@vendor.example",
};

/** Who got the mails of a day whose subject holds these words, one entry a mail, sorted. */
export function recipientsOf({ stack }: Steps, day: CivilDate, words: string): readonly string[] {
  return stack.inbox
    .list()
    .filter(({ at, subject }) => at.startsWith(day) && subject.includes(words))
    .map(({ to }) => to)
    .toSorted();
}
