import type { TenantStore } from "../runtime/store.ts";
import type { Audience } from "./list-recipients.ts";

/** Everybody whom messages about a vendor's contracts can go to; none of a tenant that is not there. */
export async function readAudience(store: TenantStore, vendorId: string): Promise<Audience | undefined> {
  const [tenant, members, vendor, choices] = await Promise.all([
    store.getTenant(),
    store.listMembers(),
    store.getVendorFile(vendorId),
    store.listPersonal(),
  ]);
  return tenant === undefined ? undefined : { tenant, members, vendor, choices };
}
