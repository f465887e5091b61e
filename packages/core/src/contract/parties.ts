import * as z from "zod";
import { civilDateSchema } from "../civil-date/index.ts";
import { creditCodeSchema } from "../vendor/index.ts";

const nameSchema = z.string().trim().min(1).max(200);

/** A party 甲方 or 乙方 as named on the contract. */
export const partySchema = z.strictObject({
  name: nameSchema,
  creditCode: creditCodeSchema.optional(),
  address: z.string().min(1).max(300).optional(),
});

/** Somebody named on the contract who is no party, such as the purchasing agency 采购代理机构. */
export const thirdPartySchema = z.strictObject({
  name: nameSchema,
  role: z.string().min(1).max(100),
  copies: z.int().min(0).max(50).optional(),
});

/** How the contract was procured 采购方式. */
export const procurementSchema = z.strictObject({
  kind: z.enum([
    "openTender",
    "invitedTender",
    "competitiveNegotiation",
    "competitiveConsultation",
    "singleSource",
    "inquiry",
    "other",
  ]),
  tenderNumber: z.string().min(1).max(100).optional(),
  openedOn: civilDateSchema.optional(),
});

export const copiesSchema = z.strictObject({
  total: z.int().min(1).max(50),
  buyer: z.int().min(0).max(50),
  vendor: z.int().min(0).max(50),
});

export const disputeSchema = z.strictObject({
  way: z.enum(["court", "arbitration"]),
  forum: z.string().min(1).max(200),
});
