import { contractTermsSchema } from "@luyue/core/contract";
import { eventKindSchema, evidenceSchema } from "@luyue/core/event";
import type { Phase } from "@luyue/core/obligation";
import { sideSchema } from "@luyue/core/party";
import { contractStatusSchema, type Effect } from "@luyue/usecases/contract";
import type { TermPeriod } from "@luyue/usecases/query";
import type { Contract, ContractState, StoredEvent, TermsVersion } from "@luyue/usecases/contract";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";

/** The terms' schema under its name in the document; the document's own generator does not follow recursive rules. */
export const termsBody = contractTermsSchema.clone().openapi("ContractTerms", { type: "object" });

export const contractView = nameSchema(
  "Contract",
  z.object({
    id: z.string(),
    status: contractStatusSchema,
    number: z.string(),
    name: z.string(),
    vendorId: z.string(),
    vendorName: z.string(),
    buyerName: z.string(),
    total: z.string().meta({ description: "yuan, two decimals" }),
    termsVersion: z.int(),
    pendingFrom: z
      .string()
      .nullable()
      .meta({ description: "from when an amendment that has been signed will hold" }),
    version: z.int().meta({ description: "for If-Match" }),
    deriving: z.boolean().meta({ description: "its obligations are still being written" }),
    createdAt: z.string(),
  }),
);

export const termsView = nameSchema(
  "TermsVersion",
  z.object({
    version: z.int(),
    terms: termsBody,
    from: z.string().nullable(),
    reason: z.string().nullable(),
    at: z.string(),
  }),
);

const eventView = nameSchema(
  "Event",
  z.object({
    id: z.string(),
    kind: eventKindSchema,
    of: z.string().optional(),
    on: z.string().optional(),
    at: z.string().optional(),
    by: sideSchema.optional(),
    quantity: z.int().optional(),
    amount: z.string().optional(),
    evidence: z.array(evidenceSchema).optional(),
    recordedAt: z.string(),
    recordedBy: z.string(),
  }),
);

export const contractStateView = nameSchema(
  "ContractState",
  z.object({
    contract: contractView,
    phase: z
      .enum(["running", "inOverrun", "ended"])
      .nullable()
      .meta({ description: "of an active contract: in its term, serving beyond it, past its end" }),
    periods: listOf(
      z.object({ key: z.string(), title: textView, from: z.string().nullable(), to: z.string().nullable() }),
    ).meta({
      description: "the contract's terms and their days, as far as events fix them; none of a draft",
    }),
    terms: termsView,
    events: listOf(eventView),
  }),
);

/** What a change did to the obligations. */
export const derivationView = nameSchema(
  "Derivation",
  z.object({
    created: z.int(),
    moved: listOf(z.object({ key: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
    withdrawn: listOf(z.string()),
    movedCount: z.int(),
    withdrawnCount: z.int(),
    keptWithoutTerm: listOf(z.string()),
  }),
);

/** One obligation that a change would touch, with its day and amount before and after. */
export const effectView = nameSchema(
  "Effect",
  z.object({
    effect: z.enum(["created", "moved", "waiting", "fulfilled", "reopened", "withdrawn", "kept"]),
    key: z.string(),
    title: textView,
    before: z.string().nullable(),
    after: z.string().nullable(),
    amountBefore: z.string().nullable(),
    amountAfter: z.string().nullable(),
    why: textView.nullable(),
    waitsFor: listOf(textView).meta({ description: "what it waits for that it did not wait for before" }),
  }),
);

export function viewEffect({
  before,
  after,
  amountBefore,
  amountAfter,
  why,
  waitsFor,
  ...effect
}: Effect): z.infer<typeof effectView> {
  return {
    ...effect,
    before: before ?? null,
    after: after ?? null,
    amountBefore: amountBefore ?? null,
    amountAfter: amountAfter ?? null,
    why: why ?? null,
    waitsFor: [...waitsFor],
  };
}

export function viewContract(contract: Contract): z.infer<typeof contractView> {
  const { id, status, number, name, vendorId, vendorName, buyerName, total, createdAt } = contract;
  const { termsVersion, pending, version, derivation } = contract;
  const deriving = derivation !== undefined;
  return {
    id,
    status,
    number,
    name,
    vendorId,
    vendorName,
    buyerName,
    total,
    termsVersion,
    pendingFrom: pending?.from ?? null,
    version,
    deriving,
    createdAt,
  };
}

export function viewTerms({ version, terms, from, reason, at }: TermsVersion): z.infer<typeof termsView> {
  return { version, terms, from: from ?? null, reason: reason ?? null, at };
}

export function viewContractState(
  state: ContractState,
  { phase, periods }: { readonly phase: Phase | undefined; readonly periods: readonly TermPeriod[] },
): z.infer<typeof contractStateView> {
  return {
    contract: viewContract(state.contract),
    phase: phase ?? null,
    periods: periods.map(({ from, to, ...period }) => ({ ...period, from: from ?? null, to: to ?? null })),
    terms: viewTerms(state.terms),
    events: state.events.map((event: StoredEvent) => event),
  };
}
