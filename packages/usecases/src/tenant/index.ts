export { addWebhook, openSecret, removeWebhook } from "./add-webhook.ts";
export { createApiKey, findKeyHolder, revokeApiKey, showApiKey } from "./api-key.ts";
export { changeSignIn, showIssuer } from "./change-sign-in.ts";
export { createTenant } from "./create-tenant.ts";
export { disableWebhook, enableWebhook } from "./disable-webhook.ts";
export { eraseMember } from "./erase-member.ts";
export { grantEmergencyAccess } from "./grant-emergency-access.ts";
export { inviteMember } from "./invite-member.ts";
export { joinMember } from "./join-member.ts";
export { putMember } from "./put-member.ts";
export {
  type ApiKey,
  type EndpointKind,
  endpointKindSchema,
  type Issuer,
  issuerSchema,
  type Member,
  type PartnerUser,
  personSchema,
  type Tenant,
  type VendorFile,
  type Webhook,
} from "./tenant.ts";
export { tenantCalendar } from "./tenant-calendar.ts";
export { rotateWebhook } from "./rotate-webhook.ts";
export { testWebhook } from "./test-webhook.ts";
export { updateSettings } from "./update-settings.ts";
