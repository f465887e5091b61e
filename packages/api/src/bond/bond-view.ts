import type { Bond, BondClaim } from "@luyue/core/bond";
import { openOfBond } from "@luyue/core/bond";
import { evidenceSchema } from "@luyue/core/event";
import type { ContractBonds } from "@luyue/usecases/bond";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";
import { actView, viewAct } from "../payment/index.ts";

const moneyView = z.string().meta({ description: "yuan, two decimals" });
export const bondStateView = z.enum(["held", "released", "withdrawn"]);

const claimView = z.object({
  id: z.string(),
  state: z.enum(["claimed", "paid", "withdrawn"]),
  amount: moneyView,
  reason: z.string(),
  penaltyId: z.string().nullable(),
  claimed: actView.extend({ on: z.string(), document: z.string().nullable() }),
  paid: actView.extend({ on: z.string(), document: z.string() }).nullable(),
  withdrawn: actView.extend({ reason: z.string() }).nullable(),
});

const bondView = nameSchema(
  "Bond",
  z.object({
    id: z.string(),
    state: bondStateView,
    issuer: z.string(),
    number: z.string(),
    amount: moneyView,
    open: moneyView.meta({ description: "what may still be claimed" }),
    receivedOn: z.string(),
    validFrom: z.string(),
    validUntil: z.string(),
    replaces: z.string().nullable(),
    evidence: listOf(evidenceSchema),
    entered: actView,
    released: actView
      .extend({ on: z.string(), reason: z.string(), document: z.string().nullable() })
      .nullable(),
    withdrawn: actView.extend({ reason: z.string() }).nullable(),
    claims: listOf(claimView),
  }),
);

/** The bonds of a contract, and where its bond stands today; null where none is agreed. */
export const bondsView = nameSchema(
  "Bonds",
  z.object({
    items: listOf(bondView),
    standing: z
      .object({
        inForce: z.string().nullable().meta({ description: "id of the bond that is in force today" }),
        open: moneyView,
        validUntil: z.string().nullable(),
        neededUntil: z.string().nullable(),
        why: textView.nullable().meta({ description: "why it is needed until then" }),
        agreed: z.object({ amount: moneyView, clause: z.string().nullable() }),
        problems: listOf(z.object({ problem: z.enum(["missing", "short", "low"]), text: textView })),
      })
      .nullable(),
  }),
);

export function viewBonds({ bonds, standing }: ContractBonds): z.infer<typeof bondsView> {
  return {
    items: bonds.map(viewBond),
    standing:
      standing === undefined
        ? null
        : {
            inForce: standing.inForce?.id ?? null,
            open: standing.open,
            validUntil: standing.validUntil ?? null,
            neededUntil: standing.neededUntil ?? null,
            why: standing.why ?? null,
            agreed: { amount: standing.agreed.amount, clause: standing.agreed.clause ?? null },
            problems: standing.problems,
          },
  };
}

function viewBond(bond: Bond): z.infer<typeof bondView> {
  const { id, state, issuer, number, amount, receivedOn, validFrom, validUntil, evidence, claims } = bond;
  const released = bond.state === "released" ? bond.released : undefined;
  const withdrawn = bond.state === "withdrawn" ? bond.withdrawn : undefined;
  return {
    id,
    state,
    issuer,
    number,
    amount,
    open: openOfBond(bond),
    receivedOn,
    validFrom,
    validUntil,
    replaces: bond.replaces ?? null,
    evidence,
    entered: viewAct(bond.entered),
    released:
      released === undefined
        ? null
        : {
            ...viewAct(released),
            on: released.on,
            reason: released.reason,
            document: released.document ?? null,
          },
    withdrawn: withdrawn === undefined ? null : { ...viewAct(withdrawn), reason: withdrawn.reason },
    claims: claims.map(viewClaim),
  };
}

function viewClaim(claim: BondClaim): z.infer<typeof claimView> {
  const { id, state, amount, reason, penaltyId, claimed } = claim;
  const paid = claim.state === "paid" ? claim.paid : undefined;
  const withdrawn = claim.state === "withdrawn" ? claim.withdrawn : undefined;
  return {
    id,
    state,
    amount,
    reason,
    penaltyId: penaltyId ?? null,
    claimed: { ...viewAct(claimed), on: claimed.on, document: claimed.document ?? null },
    paid: paid === undefined ? null : { ...viewAct(paid), on: paid.on, document: paid.document },
    withdrawn: withdrawn === undefined ? null : { ...viewAct(withdrawn), reason: withdrawn.reason },
  };
}
