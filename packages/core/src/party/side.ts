import * as z from "zod";
import type { Text } from "../text/index.ts";

/** The two sides of a contract: the buyer 甲方 (an agency, our tenant) and the vendor 乙方. */
export const sideSchema = z.enum(["buyer", "vendor"]);
export type Side = z.infer<typeof sideSchema>;

/** Who has to act for something to happen: one side, or both together. */
export const holderSchema = z.enum(["buyer", "vendor", "both"]);
export type Holder = z.infer<typeof holderSchema>;

export const sideNames: Readonly<Record<Holder, Text>> = {
  buyer: { zh: "甲方", en: "the buyer" },
  vendor: { zh: "乙方", en: "the vendor" },
  both: { zh: "双方", en: "both sides" },
};

export function otherSide(side: Side): Side {
  return side === "buyer" ? "vendor" : "buyer";
}
