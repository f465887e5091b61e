export { type Member, type PartnerUser, personSchema, type Tenant, type VendorFile, type Webhook } from "./tenant.ts";
