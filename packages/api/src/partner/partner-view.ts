import type { Instant } from "@luyue/core/civil-date";
import type { Contract, StoredObligation } from "@luyue/usecases/contract";
import type { Page } from "@luyue/usecases/runtime";
import { type Tenant, tenantCalendar } from "@luyue/usecases/tenant";
import * as z from "zod";
import type { RouteDependencies } from "../app/environment.ts";
import { nameSchema } from "../document/describe.ts";
import { type ObligationView, viewObligation } from "../obligation/index.ts";

/** What a vendor sees of a contract: what stands on the paper that it signed. */
export const partnerContractView = nameSchema(
  "PartnerContract",
  z.object({
    id: z.string(),
    agencyId: z.string().meta({ description: "for the addresses of the contract's invoices and account" }),
    number: z.string(),
    name: z.string(),
    buyerName: z.string(),
    vendorName: z.string(),
    total: z.string().meta({ description: "yuan, two decimals" }),
  }),
);

export function viewPartnerContract(contract: Contract): z.infer<typeof partnerContractView> {
  const { id, tenantId: agencyId, number, name, buyerName, vendorName, total } = contract;
  return { id, agencyId, number, name, buyerName, vendorName, total };
}

/** A view of each obligation in the calendar of the agency whose it is; each agency is read once. */
export async function viewerFor(
  { items }: Page<StoredObligation>,
  now: Instant,
  { platform, runtime }: RouteDependencies,
): Promise<(stored: StoredObligation) => ObligationView> {
  const ids = [...new Set(items.map(({ tenantId }) => tenantId))];
  const tenants = await Promise.all(ids.map((id) => platform.tenant(id).getTenant()));
  const byId = new Map(
    tenants.flatMap((tenant) => (tenant === undefined ? [] : [[tenant.id, tenant] as const])),
  );
  return (stored) => viewObligation(stored, now, tenantCalendar(demand(byId, stored.tenantId), runtime));
}

function demand(tenants: ReadonlyMap<string, Tenant>, id: string): Tenant {
  const found = tenants.get(id);
  if (found === undefined) throw new Error(`an obligation of the unknown tenant ${id}`);
  return found;
}
