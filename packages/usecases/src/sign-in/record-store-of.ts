import type { Seat } from "@luyue/core/sign-in";
import type { Platform, TenantStore } from "../runtime/store.ts";

/** The tenant on whose record the operator's own work stands, and what is no agency's. */
export const platformTenant = "ten_platform";

/** On whose record it stands what happens to a seat. */
export function recordStoreOf(seat: Seat, platform: Platform): TenantStore {
  return platform.tenant(seat.kind === "member" ? seat.tenantId : platformTenant);
}
