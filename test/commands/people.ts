import type { Role } from "@luyue/core/party";
import type { Actor } from "@luyue/usecases/runtime";

export const operator: Actor = { kind: "operator", id: "opr_1", name: "平台运营" };
export const partner: Extract<Actor, { kind: "partner" }> = {
  kind: "partner",
  id: "usr_1",
  vendorId: "ven_91990000MA0B26TF1M",
  name: "供应商人员",
};
/** Somebody of a vendor that is no party of the tests' contracts. */
export const strangePartner: Actor = {
  ...partner,
  id: "usr_2",
  vendorId: "ven_91990000MA00000000",
  name: "别的供应商人员",
};
export const everyRole: readonly Role[] = [
  "administrator",
  "contractManager",
  "finance",
  "acceptor",
  "auditor",
];

export function member(tenantId: string, ...roles: readonly Role[]): Actor {
  return { kind: "member", id: `mem_${roles.join("_")}`, tenantId, name: roles.join("、"), roles };
}
