export {
  demandTenant,
  listAccess,
  listContractDue,
  listContracts,
  listDeliveries,
  listDue,
  listFailed,
  listMembers,
  listRecord,
  listSent,
  listTermsVersions,
  listVendorFiles,
  readContract,
  readObligation,
  readTenant,
} from "./read-agency.ts";
export { listPartnerContracts, listPartnerDue } from "./read-partner.ts";
export {
  type CheckedContract,
  checkDraft,
  listChecks,
  previewAmendment,
  previewClosing,
  previewSettlement,
  readChecks,
  readStanding,
  type TermPeriod,
} from "./read-checks.ts";
export {
  type ContractPayments,
  demandStanding,
  listDeductions,
  type MoneyTotals,
  type PaymentStanding,
  readPayments,
} from "./read-money.ts";
export { type PaymentPaper, readPaymentPaper } from "./read-payment-paper.ts";
