import type { Instant } from "@luyue/core/civil-date";
import type { IdempotencyItem, RecordHead, UploadedFile } from "@luyue/usecases/runtime";
import type { Member, PartnerUser, Tenant, VendorFile } from "@luyue/usecases/tenant";
import { epochSeconds } from "../table/epoch-seconds.ts";
import type { Item } from "../table/item.ts";
import { ttlAttribute } from "../table/table-definition.ts";
import { defineItem } from "./define-item.ts";
import {
  fileKey,
  idempotencyKey,
  issuerKey,
  memberKey,
  partnerUserKey,
  sealsKey,
  tenantKey,
  vendorFileKey,
} from "./keys.ts";
import { wakeAttributes } from "./wake-attributes.ts";

const tenantCodec = defineItem<Tenant>("tenant");
const memberCodec = defineItem<Member>("member");
const vendorFileCodec = defineItem<VendorFile>("vendorFile");
const idempotencyCodec = defineItem<IdempotencyItem>("idempotency");
const fileCodec = defineItem<UploadedFile>("file");
const partnerUserCodec = defineItem<PartnerUser>("partnerUser");
const sealsCodec = defineItem<RecordHead>("seals");
const issuerCodec = defineItem<{ readonly tenantId: string }>("issuer");

export function toTenantItem(tenant: Tenant): Item {
  return tenantCodec.write(tenantKey(tenant.id), tenant, { version: tenant.version });
}

/** Finds a tenant by the issuer of its members' tokens, and keeps an issuer from serving two. */
export function toIssuerItem({ id, issuer }: Tenant): Item {
  return issuerCodec.write(issuerKey(issuer.url), { tenantId: id });
}

/** Head of the chain of seals, with the wake-up for the next. */
export function toSealsItem(tenantId: string, head: RecordHead, wakeAt: Instant, now: Instant): Item {
  const key = sealsKey(tenantId);
  return sealsCodec.write(key, head, { version: head.sequence, ...wakeAttributes(key, wakeAt, now) });
}

export function toMemberItem(tenantId: string, member: Member): Item {
  return memberCodec.write(memberKey(tenantId, member.subject), member);
}

export function toVendorFileItem(tenantId: string, file: VendorFile): Item {
  return vendorFileCodec.write(vendorFileKey(tenantId, file.vendorId), file);
}

export function toFileItem(tenantId: string, file: UploadedFile): Item {
  return fileCodec.write(fileKey(tenantId, file.hash, file.by), file);
}

export function toPartnerUserItem(user: PartnerUser): Item {
  return partnerUserCodec.write(partnerUserKey(user.subject), user);
}

export function toIdempotencyItem(tenantId: string, item: IdempotencyItem): Item {
  const expiresAt = { [ttlAttribute]: epochSeconds(item.expiresAt) };
  return idempotencyCodec.write(idempotencyKey(tenantId, item.key), item, expiresAt);
}

export const readSeals = sealsCodec.read;
export const readTenant = tenantCodec.read;
export const readIssuer = issuerCodec.read;
export const readMember = memberCodec.read;
export const readVendorFile = vendorFileCodec.read;
export const readFile = fileCodec.read;
export const readPartnerUser = partnerUserCodec.read;
export const readIdempotency = idempotencyCodec.read;
