export { addWebhook, removeWebhook } from "./add-webhook.ts";
export { createApiKey, findKeyHolder, revokeApiKey, showApiKey } from "./api-key.ts";
export { createTenant } from "./create-tenant.ts";
export { putMember } from "./put-member.ts";
export {
  type ApiKey,
  type Member,
  type PartnerUser,
  personSchema,
  type Tenant,
  type VendorFile,
  type Webhook,
} from "./tenant.ts";
export { tenantCalendar } from "./tenant-calendar.ts";
export { updateSettings } from "./update-settings.ts";
