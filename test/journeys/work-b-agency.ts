import type { ContractTerms } from "@luyue/core/contract";
import { demoContract } from "@luyue/testing/contracts";
import { findAgency } from "./money-agency.ts";
import { invoiceFor, invoiceNumber, payAll } from "./money-payments.ts";
import { openAgency } from "./open-agency.ts";
import type { Steps } from "./steps.ts";

/** Contract B: a year of services from 3 March 2026, scored every month, accepted once at its end. */
const b = demoContract("B");
export const { terms } = b;

const period = (key: string, zh: string, en: string, from: string, to: string) => {
  return { key, name: { zh, en }, from, to };
};

/** What B's agency guards, as far as it is known when the contract is signed. */
export const keyPeriods = [
  period("two-sessions-2026", "2026年全国两会", "the two sessions 2026", "2026-03-04", "2026-03-12"),
  period("labour-day-2026", "2026年五一", "May Day 2026", "2026-05-01", "2026-05-05"),
  period("national-day-2026", "2026年国庆", "National Day 2026", "2026-10-01", "2026-10-07"),
  period("new-year-2027", "2027年元旦", "New Year 2027", "2027-01-01", "2027-01-03"),
  period("spring-festival-2027", "2027年春节", "Spring Festival 2027", "2027-02-05", "2027-02-12"),
  period("two-sessions-2027", "2027年全国两会", "the two sessions 2027", "2027-03-03", "2027-03-12"),
];

/** An event of the city's that is announced three weeks before it. */
export const fair = period(
  "trade-fair-2026",
  "2026年产业博览会",
  "the trade fair 2026",
  "2026-09-14",
  "2026-09-18",
);

/** Why B is activated although checks on its text fail. */
const despite = "文本瑕疵已书面告知双方，以签署文本为准";

/** A stack on the eve of B's signing with its agency, its people, its vendor, and the draft of the contract. */
export async function draftB(drafted: ContractTerms): Promise<Steps> {
  const steps = await openAgency(b, "2026-03-02");
  const draft = await steps.does("contractManager", "POST /v1/contracts", { terms: drafted });
  steps.about.contractId = String(draft["id"]);
  return steps;
}

/** Activates the contract and signs it on 3 March. */
export async function signB(steps: Steps): Promise<void> {
  const { does, goTo, about } = steps;
  await does("contractManager", "POST /activate", { despite });
  about.agencyId = await findAgency(steps);
  goTo("2026-03-03");
  await does("contractManager", "POST /events", { event: { kind: "signed", on: "2026-03-03" } });
}

/** The bond and the first payment, done with at once, for the year is about the work. */
export async function settleMoney(steps: Steps): Promise<void> {
  const { does } = steps;
  await does("finance", "POST /bonds", {
    issuer: "蓝泊某银行",
    number: "2026-0311",
    amount: "171960.00",
    receivedOn: steps.stack.clock.today(),
    validFrom: steps.stack.clock.today(),
    validUntil: "2027-04-30",
  });
  await does("finance", "POST /events", {
    event: { kind: "fundsAppropriated", of: "t1", on: steps.stack.clock.today() },
  });
  await invoiceFor(steps, "t1", "1203720.00", invoiceNumber(1));
  await payAll(steps, "t1", "凭证 2026-031");
}
