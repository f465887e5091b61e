import { type Seat, seatKey } from "@luyue/core/sign-in";
import { isAccessChain, personOfChain, sealsChain } from "@luyue/usecases/record";
import type { OutboxEntry } from "@luyue/usecases/reminder";
import type { Key } from "../table/item.ts";

/** Under `A#` stands the state of a contract, its head first: a reader sees the head no newer than the rest. */
export const statePrefix = "A#";

export const prefixes = {
  member: "MEMBER#",
  personal: "PERSONAL#",
  failed: "FAILED#",
  vendorFile: "VENDOR#",
  event: "A#EVENT#",
  obligation: "A#OBLIGATION#",
  money: "A#MONEY#",
  work: "A#WORK#",
  finding: "FINDING#",
  terms: "TERMS#",
  record: "RECORD#",
  file: "FILE#",
  idempotency: "IDEM#",
} as const;

/** Partition of a tenant's settings and files. */
export const tenantPk = (tenantId: string): string => `T#${tenantId}`;

/** Whether a partition is one of a tenant's own. */
export const isOwnPk = (pk: string, tenantId: string): boolean =>
  pk === tenantPk(tenantId) || pk.startsWith(`${tenantPk(tenantId)}#`);

/** Partition of a contract: its state, its versions of terms, its record, what was sent about it. */
export const contractPk = (tenantId: string, contractId: string): string => `T#${tenantId}#C#${contractId}`;

/** Partition of a record: of a contract, or of the tenant's settings (`tenant`). */
export const recordPk = (tenantId: string, aggregate: string): string => {
  if (aggregate === "tenant") return `T#${tenantId}#R`;
  if (aggregate === sealsChain) return `T#${tenantId}#S`;
  return isAccessChain(aggregate)
    ? `T#${tenantId}#U#${personOfChain(aggregate)}`
    : contractPk(tenantId, aggregate);
};

/** The head of a chain that stands on nothing else stands beside its lines. */
export const headKey = (tenantId: string, chain: string): Key => ({
  pk: recordPk(tenantId, chain),
  sk: chain === sealsChain ? "SEALS" : "HEAD",
});
export const tenantKey = (tenantId: string): Key => ({ pk: tenantPk(tenantId), sk: "TENANT" });
export const issuerKey = (issuer: string): Key => ({ pk: `ISSUER#${issuer}`, sk: "ISSUER" });
export const memberKey = (tenantId: string, subject: string): Key => ({
  pk: tenantPk(tenantId),
  sk: `${prefixes.member}${subject}`,
});
export const vendorFileKey = (tenantId: string, vendorId: string): Key => ({
  pk: tenantPk(tenantId),
  sk: `${prefixes.vendorFile}${vendorId}`,
});
export const personalKey = (tenantId: string, address: string): Key => ({
  pk: tenantPk(tenantId),
  sk: `${prefixes.personal}${address}`,
});
export const troubleKey = (tenantId: string, endpointId: string): Key => ({
  pk: tenantPk(tenantId),
  sk: `TROUBLE#${endpointId}`,
});
/** Partition of what was given up. */
export const failedPk = (tenantId: string): string => `T#${tenantId}#F`;
export const failedKey = (tenantId: string, sort: string): Key => ({
  pk: failedPk(tenantId),
  sk: `${prefixes.failed}${sort}`,
});
export const numberKey = (tenantId: string, number: string): Key => ({
  pk: tenantPk(tenantId),
  sk: `NUMBER#${number}`,
});
export const invoiceNumberKey = (tenantId: string, number: string): Key => ({
  pk: tenantPk(tenantId),
  sk: `INVOICE#${number}`,
});
export const filePrefix = (hash: string): string => `${prefixes.file}${hash}#`;
export const fileKey = (tenantId: string, hash: string, by: string): Key => ({
  pk: tenantPk(tenantId),
  sk: `${filePrefix(hash)}${by}`,
});
export const idempotencyKey = (tenantId: string, key: string): Key => ({
  pk: tenantPk(tenantId),
  sk: `${prefixes.idempotency}${key}`,
});
export const partnerUserKey = (subject: string): Key => ({ pk: `P#${subject}`, sk: "USER" });
export const accountKey = (address: string): Key => ({ pk: `E#${address}`, sk: "ACCOUNT" });
export const ticketKey = (hash: string): Key => ({ pk: `K#${hash}`, sk: "TICKET" });
export const sessionKey = (hash: string): Key => ({ pk: `S#${hash}`, sk: "SESSION" });
export const countKey = (what: string): Key => ({ pk: `N#${what}`, sk: "COUNT" });

export const contractKey = (tenantId: string, contractId: string): Key => ({
  pk: contractPk(tenantId, contractId),
  sk: `${statePrefix}CONTRACT`,
});
export const eventKey = (tenantId: string, contractId: string, eventId: string): Key => ({
  pk: contractPk(tenantId, contractId),
  sk: `${prefixes.event}${eventId}`,
});
export const obligationKey = (tenantId: string, contractId: string, key: string): Key => ({
  pk: contractPk(tenantId, contractId),
  sk: `${prefixes.obligation}${key}`,
});
export const moneyKey = (tenantId: string, contractId: string, id: string): Key => ({
  pk: contractPk(tenantId, contractId),
  sk: `${prefixes.money}${id}`,
});
export const workKey = (tenantId: string, contractId: string, id: string): Key => ({
  pk: contractPk(tenantId, contractId),
  sk: `${prefixes.work}${id}`,
});
/** Findings may be thousands: they stand beside the contract's state, which knows how many there are of a unit and day. */
export const findingKey = (tenantId: string, contractId: string, id: string): Key => ({
  pk: contractPk(tenantId, contractId),
  sk: `${prefixes.finding}${id}`,
});
/** The terms that hold now; every version, this one too, also stands under its own key. */
export const presentTermsKey = (tenantId: string, contractId: string): Key => ({
  pk: contractPk(tenantId, contractId),
  sk: `${statePrefix}TERMS`,
});
export const termsKey = (tenantId: string, contractId: string, version: number): Key => ({
  pk: contractPk(tenantId, contractId),
  sk: `${prefixes.terms}${pad(version, 4)}`,
});
export const recordKey = (tenantId: string, aggregate: string, sequence: number): Key => ({
  pk: recordPk(tenantId, aggregate),
  sk: `${prefixes.record}${pad(sequence, 8)}`,
});
/** What was sent about an obligation stands together; what is about none stands under `-`. */
export const outboxPrefix = (about: string): string => `OUT#${about}#`;
export const outboxKey = ({ tenantId, contractId, reminder, id }: OutboxEntry): Key => ({
  pk: contractPk(tenantId, contractId),
  sk: `${outboxPrefix(reminder?.obligationKey ?? "-")}${id}`,
});

export const checkpointKey: Key = { pk: "SWEEP", sk: "CHECKPOINT" };

/** Partitions of the indexes: what is due, contracts and messages, by the tenant or the vendor whose they are. */
export const lists = {
  tenantDue: (tenantId: string): string => `T#${tenantId}`,
  tenantContracts: (tenantId: string): string => `T#${tenantId}#CONTRACTS`,
  tenantSent: (tenantId: string): string => `T#${tenantId}#SENT`,
  tenantAccess: (tenantId: string): string => `T#${tenantId}#ACCESS`,
  seats: (address: string): string => `E#${address}`,
  sessions: (seat: Seat): string => `S#${seatKey(seat)}`,
  /** What waits for others to the same recipient, and what was sent to one: of the tenant's side, or of a vendor's. */
  gathered: (tenantId: string, recipient: string): string => `T#${tenantId}#GATHER#${recipient}`,
  tenantTold: (tenantId: string, recipient: string): string => `T#${tenantId}#TOLD#${recipient}`,
  vendorTold: (vendorId: string, recipient: string): string => `V#${vendorId}#TOLD#${recipient}`,
  vendorDue: (vendorId: string): string => `V#${vendorId}`,
  vendorUsers: (vendorId: string): string => `V#${vendorId}#USERS`,
  vendorContracts: (vendorId: string): string => `V#${vendorId}#CONTRACTS`,
} as const;

function pad(value: number, width: number): string {
  return `${value}`.padStart(width, "0");
}
