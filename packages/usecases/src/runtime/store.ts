import type { CivilDate, Instant } from "@luyue/core/civil-date";
import type { ObligationKind, ObligationState } from "@luyue/core/obligation";
import type { Finding, FindingFilter } from "@luyue/core/finding";
import type { MoneyEntry } from "@luyue/core/payment";
import type { WorkEntry } from "@luyue/core/work";
import type {
  Contract,
  ContractState,
  StoredEvent,
  StoredObligation,
  TermsVersion,
} from "../contract/contract.ts";
import type { OutboxEntry } from "../reminder/outbox-entry.ts";
import type { PersonalReminders } from "../reminder/personal-reminders.ts";
import type { Member, PartnerUser, Tenant, VendorFile } from "../tenant/tenant.ts";
import type { AccessHead, RecordEntry, RecordHead } from "./record-entry.ts";
import type { SignInStore } from "./sign-in-store.ts";

/** One page of a list; `cursor` fetches the next and is absent at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Which obligations to list: due dates inclusive, all optional. */
export interface DueFilter {
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
  readonly kind?: ObligationKind | undefined;
  readonly state?: ObligationState | undefined;
  readonly now: Instant;
}

/** Where an invoice's number is in use: no invoice is taken twice by the contracts of a tenant. */
export interface InvoiceUse {
  readonly number: string;
  readonly contractId: string;
  readonly invoiceId: string;
}

/** What was answered under an idempotency key, and to which request. */
export interface IdempotencyItem {
  readonly key: string;
  readonly requestHash: string;
  readonly answer: unknown;
  readonly expiresAt: Instant;
}

/** One thing of a contract's money or work, stored under its id. */
export type ContractEntry = MoneyEntry | WorkEntry;

/**
 * What is on file of an upload, and whose it is: `agency`, or a vendor's id. A vendor may name as evidence only what it has
 * uploaded itself: else whoever learns the hash of a file could link it and then read it.
 */
export interface UploadedFile {
  readonly hash: string;
  readonly bytes: number;
  readonly contentType: string;
  readonly by: string;
}

/** A write of a command. All writes of one command go into one transaction. */
export type Change =
  | { readonly change: "createTenant"; readonly tenant: Tenant }
  | { readonly change: "putTenant"; readonly tenant: Tenant; readonly expectedVersion: number }
  /** An issuer serves one tenant: `createTenant` takes the tenant's first, these its later ones. */
  | { readonly change: "createIssuer"; readonly url: string }
  | { readonly change: "deleteIssuer"; readonly url: string }
  | { readonly change: "createContract"; readonly contract: Contract }
  | {
      readonly change: "putContract";
      readonly contract: Contract;
      readonly expectedVersion: number;
      readonly wakeAt?: Instant | undefined;
    }
  | { readonly change: "checkContract"; readonly contractId: string; readonly expectedVersion: number }
  /** `present`: they hold now, and not only from a later day. */
  | {
      readonly change: "putTerms";
      readonly contractId: string;
      readonly terms: TermsVersion;
      readonly present: boolean;
    }
  | { readonly change: "putEntry"; readonly contractId: string; readonly entry: ContractEntry }
  | { readonly change: "deleteBatch"; readonly contractId: string; readonly batchId: string }
  | { readonly change: "putFinding"; readonly finding: Finding }
  | { readonly change: "createInvoiceNumber"; readonly use: InvoiceUse }
  | { readonly change: "deleteInvoiceNumber"; readonly number: string }
  | { readonly change: "putEvent"; readonly contractId: string; readonly event: StoredEvent }
  | { readonly change: "deleteEvent"; readonly contractId: string; readonly eventId: string }
  | { readonly change: "putObligation"; readonly stored: StoredObligation }
  | { readonly change: "deleteObligation"; readonly contractId: string; readonly key: string }
  | { readonly change: "putMember"; readonly member: Member }
  | { readonly change: "deleteMember"; readonly subject: string }
  | { readonly change: "deleteAccount"; readonly address: string }
  | { readonly change: "putVendorFile"; readonly file: VendorFile }
  | { readonly change: "createPartnerUser"; readonly user: PartnerUser }
  | { readonly change: "deletePartnerUser"; readonly subject: string }
  | { readonly change: "putRecord"; readonly aggregate: string; readonly entry: RecordEntry }
  /**
   * The head of a chain that stands on nothing else: of the seals, with when the next is due, or of what one person has
   * opened. `expectedSequence` is what was read, undefined for none.
   */
  | {
      readonly change: "putHead";
      readonly chain: string;
      readonly head: RecordHead;
      readonly wakeAt?: Instant;
      readonly expectedSequence: number | undefined;
    }
  | { readonly change: "putOutbox"; readonly entry: OutboxEntry }
  | { readonly change: "replaceOutbox"; readonly seen: OutboxEntry; readonly next: OutboxEntry }
  | { readonly change: "putPersonal"; readonly personal: PersonalReminders }
  | { readonly change: "deletePersonal"; readonly address: string }
  | { readonly change: "putIdempotency"; readonly item: IdempotencyItem };

/** Why a transaction did not go through: what it expected is no longer so. */
export class WriteConflict extends Error {
  override readonly name = "WriteConflict";
  readonly conflicting: readonly Change[];

  constructor(conflicting: readonly Change[]) {
    super(`write conflict: ${conflicting.map(({ change }) => change).join(", ")}`);
    this.conflicting = conflicting;
  }
}

/** Everything of one tenant. It is made for that tenant; what belongs to another cannot be named through it. */
export interface TenantStore {
  readonly tenantId: string;
  readonly getTenant: () => Promise<Tenant | undefined>;
  readonly getMember: (subject: string) => Promise<Member | undefined>;
  readonly listMembers: () => Promise<readonly Member[]>;
  readonly getVendorFile: (vendorId: string) => Promise<VendorFile | undefined>;
  readonly listVendorFiles: () => Promise<readonly VendorFile[]>;
  readonly getContract: (contractId: string) => Promise<Contract | undefined>;
  readonly loadContract: (contractId: string) => Promise<ContractState | undefined>;
  readonly getFinding: (contractId: string, findingId: string) => Promise<Finding | undefined>;
  readonly listFindings: (
    contractId: string,
    filter: FindingFilter,
    page: PageRequest,
  ) => Promise<Page<Finding>>;
  /** The files of those hashes that have been uploaded, by anybody or by one uploader, by hash. */
  readonly getFiles: (hashes: readonly string[], by?: string) => Promise<ReadonlyMap<string, UploadedFile>>;
  /** Notes an upload; the same content is noted once for each uploader. */
  readonly putFile: (file: UploadedFile) => Promise<void>;
  readonly getInvoiceUse: (number: string) => Promise<InvoiceUse | undefined>;
  readonly listTermsVersions: (contractId: string) => Promise<readonly TermsVersion[]>;
  readonly listContracts: (page: PageRequest) => Promise<Page<Contract>>;
  readonly getObligation: (contractId: string, key: string) => Promise<StoredObligation | undefined>;
  readonly listDue: (filter: DueFilter, page: PageRequest) => Promise<Page<StoredObligation>>;
  readonly listContractDue: (
    contractId: string,
    filter: DueFilter,
    page: PageRequest,
  ) => Promise<Page<StoredObligation>>;
  readonly getHead: (chain: string) => Promise<RecordHead | undefined>;
  /** The heads of the chains of what people have opened, by the person's id. */
  readonly listAccess: (page: PageRequest) => Promise<Page<AccessHead>>;
  readonly listRecord: (aggregate: string, page: PageRequest) => Promise<Page<RecordEntry>>;
  readonly listOutbox: (page: PageRequest) => Promise<Page<OutboxEntry>>;
  readonly listObligationOutbox: (contractId: string, key: string) => Promise<readonly OutboxEntry[]>;
  readonly getOutbox: (contractId: string, entryKey: string) => Promise<OutboxEntry | undefined>;
  readonly getIdempotency: (key: string) => Promise<IdempotencyItem | undefined>;
  /** Writes all changes or none. Throws `WriteConflict` naming those whose expectation failed. */
  readonly commit: (changes: readonly Change[]) => Promise<void>;
  /** Moves an obligation's reminder on and puts what it says into the outbox; false where another sweep was first. */
  readonly commitReminder: (
    seen: StoredObligation,
    remindAt: Instant | undefined,
    entries: readonly OutboxEntry[],
  ) => Promise<boolean>;
  /**
   * Replaces outbox entries that have not changed since they were read, and puts further ones unless they are there: all of it,
   * or nothing and false where one has changed. At most a hundred replacements.
   */
  readonly replaceOutbox: (
    moves: readonly { readonly seen: OutboxEntry; readonly next: OutboxEntry }[],
    puts?: readonly OutboxEntry[],
  ) => Promise<boolean>;
  /** What gathers for one recipient and has come by `now`, the oldest first. */
  readonly listGathered: (recipient: string, now: Instant, limit: number) => Promise<readonly OutboxEntry[]>;
  /** What was or is to be sent to one address or endpoint, the newest first; letters are left out. */
  readonly listSentTo: (recipient: string, page: PageRequest) => Promise<Page<OutboxEntry>>;
  /** What could not be delivered and was given up, the oldest first; what went as a part of a bundle stands for itself no more. */
  readonly listFailed: (page: PageRequest) => Promise<Page<OutboxEntry>>;
  readonly listPersonal: () => Promise<readonly PersonalReminders[]>;
  readonly getPersonal: (address: string) => Promise<PersonalReminders | undefined>;
  /** Since when an endpoint has failed without a success in between; undefined where it works. */
  readonly getTrouble: (endpointId: string) => Promise<EndpointTrouble | undefined>;
  readonly noteTrouble: (endpointId: string, trouble: EndpointTrouble | undefined) => Promise<void>;
}

/** An endpoint that has not taken anything since. */
export interface EndpointTrouble {
  readonly since: Instant;
}

/** What one vendor sees of all tenants. */
export interface VendorStore {
  readonly vendorId: string;
  readonly listDue: (filter: DueFilter, page: PageRequest) => Promise<Page<StoredObligation>>;
  readonly listContracts: (page: PageRequest) => Promise<Page<Contract>>;
  /** What was sent to one of the vendor's people by all tenants, the newest first. */
  readonly listSentTo: (recipient: string, page: PageRequest) => Promise<Page<OutboxEntry>>;
  /** The vendor's people in the portal. */
  readonly listUsers: () => Promise<readonly PartnerUser[]>;
}

/** A wake-up that has come: keys only, whatever it is about; a tenant's seals are of no contract. */
export interface WakeKey {
  readonly tenantId: string;
  readonly contractId: string;
  readonly about: "obligation" | "outbox" | "contract" | "seals";
  readonly key: string;
  readonly at: Instant;
}

/** What is not inside a tenant: making stores, finding tenants by issuer, partner users, and the wake-up index. */
export interface Platform {
  readonly tenant: (tenantId: string) => TenantStore;
  readonly vendor: (vendorId: string) => VendorStore;
  readonly findTenantByIssuer: (issuer: string) => Promise<Tenant | undefined>;
  readonly getPartnerUser: (subject: string) => Promise<PartnerUser | undefined>;
  readonly signIn: SignInStore;
  /** Wake-ups that have come by `now`, oldest first within each shard, at most `limit` at a time; nothing else is read. */
  readonly listWakes: (now: Instant, limit: number) => Promise<readonly WakeKey[]>;
}
