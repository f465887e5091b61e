import type { Instant } from "@luyue/core/civil-date";
import type { Obligation } from "@luyue/core/obligation";
import type { Finding } from "@luyue/core/finding";
import type { MoneyEntry } from "@luyue/core/payment";
import type { WorkEntry } from "@luyue/core/work";

/** What the memory platform has to know of each thing that it keeps; the things themselves are the caller's. */
export interface Kinds {
  readonly tenant: {
    readonly id: string;
    readonly version: number;
    readonly issuer?: { readonly url: string };
  };
  readonly member: { readonly subject: string; readonly email: string };
  readonly vendorFile: { readonly vendorId: string };
  readonly partnerUser: { readonly subject: string; readonly email: string; readonly vendorId: string };
  readonly contract: {
    readonly id: string;
    readonly tenantId: string;
    readonly vendorId: string;
    readonly number: string;
    readonly status: string;
    readonly termsVersion: number;
    readonly pending?: { readonly version: number };
    readonly version: number;
  };
  readonly terms: { readonly version: number };
  readonly event: { readonly id: string };
  readonly obligation: {
    readonly tenantId: string;
    readonly contractId: string;
    readonly vendorId: string;
    readonly obligation: Obligation;
    readonly remindAt?: Instant;
  };
  readonly record: { readonly sequence: number };
  readonly outbox: {
    readonly id: string;
    readonly tenantId: string;
    readonly contractId: string;
    readonly createdAt: Instant;
    readonly state: string;
    readonly attempts: readonly unknown[];
    readonly wakeAt?: Instant;
    readonly reminder?: { readonly obligationKey: string };
    readonly type: string;
    readonly to: Recipient;
    readonly gathers?: true;
    readonly bundledIn?: string;
  };
  readonly personal: { readonly address: string };
  readonly idempotency: { readonly key: string; readonly expiresAt: Instant };
}

/** To whom a message goes. */
export type Recipient =
  | { readonly channel: "email" | "inApp"; readonly address: string; readonly vendorId?: string }
  | { readonly channel: "webhook" | "robot"; readonly endpointId: string }
  | { readonly channel: "people" };

/** One thing of a contract's money or work. */
export type ContractEntry = MoneyEntry | WorkEntry;

/** The head of a chain that stands on nothing else. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
  readonly at?: Instant;
  readonly person?: { readonly id: string; readonly name: string };
}

/** Where an invoice's number is in use. */
export interface InvoiceUse {
  readonly number: string;
  readonly contractId: string;
  readonly invoiceId: string;
}

/** The writes of the use cases, over the caller's things. */
export type MemoryChange<K extends Kinds> =
  | { readonly change: "createTenant"; readonly tenant: K["tenant"] }
  | { readonly change: "putTenant"; readonly tenant: K["tenant"]; readonly expectedVersion: number }
  | { readonly change: "createIssuer" | "deleteIssuer"; readonly url: string }
  | { readonly change: "createContract"; readonly contract: K["contract"] }
  | {
      readonly change: "putContract";
      readonly contract: K["contract"];
      readonly expectedVersion: number;
      readonly wakeAt?: Instant | undefined;
    }
  | { readonly change: "checkContract"; readonly contractId: string; readonly expectedVersion: number }
  | {
      readonly change: "putTerms";
      readonly contractId: string;
      readonly terms: K["terms"];
      readonly present: boolean;
    }
  | { readonly change: "putEntry"; readonly contractId: string; readonly entry: ContractEntry }
  | { readonly change: "deleteBatch"; readonly contractId: string; readonly batchId: string }
  | { readonly change: "putFinding"; readonly finding: Finding }
  | { readonly change: "createInvoiceNumber"; readonly use: InvoiceUse }
  | { readonly change: "deleteInvoiceNumber"; readonly number: string }
  | { readonly change: "putEvent"; readonly contractId: string; readonly event: K["event"] }
  | { readonly change: "deleteEvent"; readonly contractId: string; readonly eventId: string }
  | { readonly change: "putObligation"; readonly stored: K["obligation"] }
  | { readonly change: "deleteObligation"; readonly contractId: string; readonly key: string }
  | { readonly change: "putMember"; readonly member: K["member"] }
  | { readonly change: "deleteMember" | "deletePartnerUser"; readonly subject: string }
  | { readonly change: "deleteAccount"; readonly address: string }
  | { readonly change: "putVendorFile"; readonly file: K["vendorFile"] }
  | { readonly change: "createPartnerUser"; readonly user: K["partnerUser"] }
  | { readonly change: "putRecord"; readonly aggregate: string; readonly entry: K["record"] }
  | {
      readonly change: "putHead";
      readonly chain: string;
      readonly head: ChainHead;
      readonly wakeAt?: Instant;
      readonly expectedSequence: number | undefined;
    }
  | { readonly change: "putOutbox"; readonly entry: K["outbox"] }
  | { readonly change: "replaceOutbox"; readonly seen: K["outbox"]; readonly next: K["outbox"] }
  | { readonly change: "putPersonal"; readonly personal: K["personal"] }
  | { readonly change: "deletePersonal"; readonly address: string }
  | { readonly change: "putIdempotency"; readonly item: K["idempotency"] };

type Part<C, Name extends string, Property extends string> =
  Extract<C, { readonly change: Name }> extends { readonly [P in Property]: infer Value } ? Value : never;

/** The things that a union of changes writes: `KindsOf<Change>` for the use cases' own. */
export interface KindsOf<C> {
  readonly tenant: Part<C, "createTenant", "tenant">;
  readonly member: Part<C, "putMember", "member">;
  readonly vendorFile: Part<C, "putVendorFile", "file">;
  readonly partnerUser: Part<C, "createPartnerUser", "user">;
  readonly contract: Part<C, "createContract", "contract">;
  readonly terms: Part<C, "putTerms", "terms">;
  readonly event: Part<C, "putEvent", "event">;
  readonly obligation: Part<C, "putObligation", "stored">;
  readonly record: Part<C, "putRecord", "entry">;
  readonly outbox: Part<C, "putOutbox", "entry">;
  readonly personal: Part<C, "putPersonal", "personal">;
  readonly idempotency: Part<C, "putIdempotency", "item">;
}
