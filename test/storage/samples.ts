import type { ContractTerms } from "@luyue/core/contract";
import type { Obligation } from "@luyue/core/obligation";
import type { ContractMoney, MoneyEntry } from "@luyue/core/payment";
import { demoContract } from "@luyue/testing/contracts";
import type { Contract, StoredEvent, StoredObligation, TermsVersion } from "@luyue/usecases/contract";
import type { OutboxEntry } from "@luyue/usecases/reminder";
import { type Change, emptyRecord, type RecordEntry, type TenantStore } from "@luyue/usecases/runtime";
import type { Issuer, Member, PartnerUser, Tenant, VendorFile } from "@luyue/usecases/tenant";
import { present } from "./storage-suite.ts";

const terms: ContractTerms = demoContract("A").terms;

export function tenantOf(id: string): Tenant {
  return {
    id,
    name: "示例单位",
    language: "zh",
    issuer: issuerOf(id),
    closingDays: [],
    keyPeriods: [],
    webhooks: [],
    version: 1,
    record: emptyRecord,
    createdAt: present,
  };
}

export function issuerOf(id: string): Issuer {
  return { url: `https://sign-in.example/${id}`, jwksUrl: `https://sign-in.example/${id}/keys` };
}

export function contractOf(tenantId: string, id: string, more: Partial<Contract> = {}): Contract {
  return {
    id,
    tenantId,
    vendorId: "ven_1",
    status: "active",
    number: `NO ${id}`,
    name: "网络安全服务",
    vendorName: "示例公司",
    buyerName: "示例单位",
    total: "1000.00",
    termsVersion: 1,
    version: 1,
    record: emptyRecord,
    createdAt: present,
    ...more,
  };
}

export function termsOf(version: number): TermsVersion {
  return { version, terms, at: present };
}

export function eventOf(id: string): StoredEvent {
  return { id, kind: "signed", on: "2026-03-03", recordedAt: present, recordedBy: "mem_1" };
}

export const noMoney: ContractMoney = { invoices: [], payments: [], deductions: [] };

const act = { actorId: "mem_1", name: "张三", at: present };
type Invoice = ContractMoney["invoices"][number];
type Payment = ContractMoney["payments"][number];

export function invoiceOf(id: string, amount = "100.00"): Extract<MoneyEntry, { kind: "invoice" }> {
  const submitted = { ...act, side: "vendor" as const };
  const days = { issuedOn: "2026-04-10", receivedOn: "2026-04-13" };
  const invoice: Invoice = {
    id,
    of: "t1",
    number: `IN ${id}`,
    ...days,
    amount,
    evidence: [],
    submitted,
    state: "submitted",
  };
  return { kind: "invoice", id, invoice };
}

export function paymentOf(id: string, amount = "100.00"): Extract<MoneyEntry, { kind: "payment" }> {
  const setOffs = [{ deductionId: "ded_1", title: "事故扣款", amount: "1.50" }];
  const payment: Payment = {
    id,
    of: "t1",
    amount,
    setOffs,
    requested: { ...act, note: "首付" },
    state: "requested",
  };
  return { kind: "payment", id, payment };
}

export function deductionOf(id: string): Extract<MoneyEntry, { kind: "deduction" }> {
  const facts = {
    id,
    title: "事故扣款",
    reason: "中断服务",
    amount: "1.50",
    evidence: [{ note: "事故记录" }],
  };
  return { kind: "deduction", id, deduction: { ...facts, proposed: act, state: "proposed" } };
}

export function accountOf(number: string): Extract<MoneyEntry, { kind: "account" }> {
  const account = { holder: "示例公司", bank: "示例银行", number, noticedOn: "2026-04-01", changed: act };
  return { kind: "account", id: "account", account };
}

export function obligationOf(key: string, more: Partial<Obligation> = {}): Obligation {
  return {
    key,
    kind: "payment",
    shape: "single",
    title: { zh: "付款", en: "payment" },
    debtor: "buyer",
    waitingFor: [],
    explanation: { steps: [], provisionalYears: [] },
    fulfilledBy: [],
    ...more,
  };
}

export function storedOf(
  { tenantId, id, vendorId, number, name, buyerName, vendorName }: Contract,
  obligation: Obligation,
  remindAt?: string,
): StoredObligation {
  return {
    tenantId,
    contractId: id,
    vendorId,
    contractNumber: number,
    contractName: name,
    buyerName,
    vendorName,
    obligation,
    knownOn: "2026-04-01",
    ...(remindAt === undefined ? {} : { remindAt }),
  };
}

export function outboxOf(
  tenantId: string,
  contractId: string,
  id: string,
  more: Partial<OutboxEntry> = {},
): OutboxEntry {
  return {
    id,
    tenantId,
    contractId,
    type: "reminder",
    to: { channel: "webhook", endpointId: "hook" },
    payload: { text: "请付款" },
    createdAt: present,
    state: "pending",
    attempts: [],
    ...more,
  };
}

/** What makes an outbox entry a reminder about an obligation. */
export function about(key: string): Pick<OutboxEntry, "reminder"> {
  return { reminder: { obligationKey: key, step: { kind: "dueToday" } } };
}

export function recordOf(sequence: number): RecordEntry {
  const actor = { kind: "member" as const, id: "mem_1", name: "张三" };
  const hashes = { previousHash: `${sequence - 1}`, hash: `${sequence}` };
  return { sequence, at: present, actor, command: "contract.edit", subject: "ctr_1", ...hashes };
}

export function memberOf(subject: string): Member {
  return {
    id: `mem_${subject}`,
    subject,
    name: "李四",
    email: "a@example.org",
    roles: ["finance"],
    language: "zh",
  };
}

export function vendorFileOf(vendorId: string): VendorFile {
  return { vendorId, creditCode: "91110000000000000X", name: "示例公司", contacts: [] };
}

export function partnerUserOf(subject: string, vendorId: string): PartnerUser {
  return { id: `usr_${subject}`, subject, vendorId, name: "王五", email: "b@example.org" };
}

export const putObligation = (stored: StoredObligation): Change => ({ change: "putObligation", stored });

/** A new contract with its terms and obligations, in transactions of a size that the engine takes. */
export async function seedContract(
  store: TenantStore,
  contract: Contract,
  stored: readonly StoredObligation[] = [],
): Promise<void> {
  await store.commit([
    { change: "createContract", contract },
    { change: "putTerms", contractId: contract.id, terms: termsOf(1), present: true },
  ]);
  for (let at = 0; at < stored.length; at += 100) {
    await store.commit(stored.slice(at, at + 100).map(putObligation));
  }
}
