import type { CivilDate, Instant } from "@luyue/core/civil-date";
import type { ContractTerms } from "@luyue/core/contract";
import type { ContractEvent } from "@luyue/core/event";
import type { Obligation } from "@luyue/core/obligation";
import type { UnitContact } from "@luyue/core/finding";
import type { ContractMoney } from "@luyue/core/payment";
import type { ContractWork } from "@luyue/core/work";
import type { VendorSize } from "@luyue/core/vendor";
import * as z from "zod";
import type { RecordHead } from "../runtime/record-entry.ts";

/**
 * draft → active → closed; `terminated` by an early end, then closed as well. That the term has run out or service goes on
 * beyond it follows from terms and events, and is not stored.
 */
export const contractStatusSchema = z.enum(["draft", "active", "terminated", "closed"]);
export type ContractStatus = z.infer<typeof contractStatusSchema>;

/**
 * A contract's head: what lists show, the version that guards it, and the head of its record.
 * `derivation` is there while a large change is still being written to its obligations.
 */
export interface Contract {
  readonly id: string;
  readonly tenantId: string;
  readonly vendorId: string;
  readonly status: ContractStatus;
  /** The vendor's size as its file had it when the contract became active (保障中小企业款项支付条例 3). */
  readonly vendorSize?: VendorSize;
  readonly number: string;
  readonly name: string;
  readonly vendorName: string;
  readonly buyerName: string;
  readonly total: string;
  readonly termsVersion: number;
  /** An amendment that has been signed and holds from a later day. */
  readonly pending?: { readonly version: number; readonly from: CivilDate };
  readonly version: number;
  readonly record: RecordHead;
  readonly derivation?: { readonly since: Instant };
  /** Daily and weekly obligations are stored up to this day; the wake-up before it makes more. */
  readonly horizonOn?: CivilDate;
  /** The next day on which a right may arise although nothing happens; the contract is looked at again on it. */
  readonly lookOn?: CivilDate;
  /** How many findings have been handed out: the number of the last one. */
  readonly findings?: number;
  readonly createdAt: Instant;
}

/** One version of a contract's terms: from which day they hold, and why they were changed. */
export interface TermsVersion {
  readonly version: number;
  readonly terms: ContractTerms;
  readonly from?: CivilDate;
  readonly reason?: string;
  readonly at: Instant;
}

/** An event on the record: what has been withdrawn or corrected stays readable in the record's chain. */
export interface StoredEvent extends ContractEvent {
  readonly recordedAt: Instant;
  readonly recordedBy: string;
}

/** An obligation as stored: the derived one, whose it is, and when its next reminder is due. */
export interface StoredObligation {
  readonly tenantId: string;
  readonly contractId: string;
  readonly vendorId: string;
  readonly contractNumber: string;
  readonly contractName: string;
  readonly buyerName: string;
  readonly vendorName: string;
  readonly obligation: Obligation;
  /** Who is told besides the usual people: the contacts of the unit that has findings to answer. */
  readonly contacts?: readonly UnitContact[];
  readonly knownOn: CivilDate;
  readonly remindAt?: Instant;
}

/** Everything of one contract that a command needs. */
export interface ContractState {
  readonly contract: Contract;
  /** The terms that hold now. */
  readonly terms: TermsVersion;
  /** Every version up to the latest that was signed, oldest first; more than one only after an amendment. */
  readonly versions: readonly TermsVersion[];
  readonly money: ContractMoney;
  readonly work: ContractWork;
  readonly events: readonly StoredEvent[];
  readonly obligations: readonly StoredObligation[];
}
