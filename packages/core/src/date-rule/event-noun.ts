import type { EventKind } from "../event/index.ts";

const nouns: Readonly<Record<EventKind, (subject: string) => string>> = {
  awarded: () => "the issue of the award notice",
  signed: () => "the signing of the contract",
  published: () => "the publication of the contract",
  filed: () => "the filing of the contract",
  effective: () => "the contract's taking effect",
  fundsAppropriated: (subject) => `the appropriation of fiscal funds for ${subject}`,
  invoiceReceived: (subject) => `receipt of the invoice for ${subject}`,
  invoiceSubmitted: (subject) => `the handing in of the invoice for ${subject}`,
  refunded: (subject) => `the refund of ${subject}`,
  deducted: (subject) => `the deduction from ${subject}`,
  paid: (subject) => `payment of ${subject}`,
  bondReceived: (subject) => `receipt of ${subject}`,
  satisfied: (subject) => `the buyer's confirmation of satisfactory service for ${subject}`,
  serviceStarted: (subject) => `the start of service in ${subject}`,
  serviceEnded: (subject) => `the end of service in ${subject}`,
  performed: (subject) => `the first performance of ${subject}`,
  requested: (subject) => `the first request for ${subject}`,
  deliverableSubmitted: (subject) => `submission of ${subject}`,
  deliverableAccepted: (subject) => `acceptance of ${subject}`,
  acceptanceApplied: (subject) => `the application for ${subject}`,
  acceptanceObjected: (subject) => `the objection to ${subject}`,
  acceptancePassed: (subject) => `the passing of ${subject}`,
  acceptanceFailed: (subject) => `the failure of ${subject}`,
  fulfilled: (subject) => `fulfilment of ${subject}`,
  milestone: (subject) => `the milestone ${subject}`,
  occurred: (subject) => `the circumstance ${subject}`,
  handBackDemanded: () => "the written demand for the hand-back of data",
  forceMajeure: () => "the event of force majeure",
  addressChanged: () => "the change of address",
  accountChanged: () => "the change of bank account",
  staffChanged: () => "the change of project staff",
  endNoticed: () => "the notice of early end",
  ended: () => "the early end of the contract",
  overrunStarted: () => "the beginning of service beyond the term",
  overrunEnded: () => "the end of service beyond the term",
};

/** An event as what an English rule counts from: within 10 days after *the signing of the contract*. */
export function eventNoun(kind: EventKind, subject: string | undefined): string {
  return nouns[kind](subject === undefined ? "it" : `“${subject}”`);
}
