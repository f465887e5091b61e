import type { Instant } from "@luyue/core/civil-date";
import { normaliseAddress } from "@luyue/core/sign-in";
import type { PersonalReminders } from "@luyue/usecases/reminder";
import type {
  AccessHead,
  EndpointTrouble,
  IdempotencyItem,
  RecordHead,
  UploadedFile,
} from "@luyue/usecases/runtime";
import type { Member, PartnerUser, Tenant, VendorFile } from "@luyue/usecases/tenant";
import { epochSeconds } from "../table/epoch-seconds.ts";
import type { Item } from "../table/item.ts";
import { ttlAttribute } from "../table/table-definition.ts";
import { defineItem } from "./define-item.ts";
import {
  fileKey,
  headKey,
  idempotencyKey,
  issuerKey,
  lists,
  memberKey,
  partnerUserKey,
  personalKey,
  tenantKey,
  troubleKey,
  vendorFileKey,
} from "./keys.ts";
import { wakeAttributes } from "./wake-attributes.ts";

const tenantCodec = defineItem<Tenant>("tenant");
const memberCodec = defineItem<Member>("member");
const vendorFileCodec = defineItem<VendorFile>("vendorFile");
const idempotencyCodec = defineItem<IdempotencyItem>("idempotency");
const fileCodec = defineItem<UploadedFile>("file");
const partnerUserCodec = defineItem<PartnerUser>("partnerUser");
const personalCodec = defineItem<PersonalReminders>("personal");
const troubleCodec = defineItem<EndpointTrouble>("trouble");
const headCodec = defineItem<RecordHead | AccessHead>("seals");
const issuerCodec = defineItem<{ readonly tenantId: string }>("issuer");

export function toTenantItem(tenant: Tenant): Item {
  return tenantCodec.write(tenantKey(tenant.id), tenant, { version: tenant.version });
}

/** Finds a tenant by the issuer of its members' tokens, and keeps an issuer from serving two. */
export function toIssuerItem(tenantId: string, url: string): Item {
  return issuerCodec.write(issuerKey(url), { tenantId });
}

/** Head of a chain that stands on nothing else: of the seals, with the wake-up for the next; of what a person has opened. */
export function toHeadItem(
  tenantId: string,
  chain: string,
  head: RecordHead | AccessHead,
  wakeAt: Instant | undefined,
  now: Instant,
): Item {
  const key = headKey(tenantId, chain);
  return headCodec.write(key, head, {
    version: head.sequence,
    ...("person" in head ? { ownerList: lists.tenantAccess(tenantId), ownerSort: head.person.id } : {}),
    ...wakeAttributes(key, wakeAt, now),
  });
}

export function toMemberItem(tenantId: string, member: Member): Item {
  const { subject, email } = member;
  return memberCodec.write(
    memberKey(tenantId, subject),
    member,
    seatAttributes(email, `${tenantId}#${subject}`),
  );
}

/** Finds whose a mail address is. */
function seatAttributes(email: string, sort: string) {
  return { ownerList: lists.seats(normaliseAddress(email)), ownerSort: `SEAT#${sort}` };
}

export function toPersonalItem(tenantId: string, personal: PersonalReminders): Item {
  return personalCodec.write(personalKey(tenantId, personal.address), personal);
}

export function toTroubleItem(tenantId: string, endpointId: string, trouble: EndpointTrouble): Item {
  return troubleCodec.write(troubleKey(tenantId, endpointId), trouble);
}

export function toVendorFileItem(tenantId: string, file: VendorFile): Item {
  return vendorFileCodec.write(vendorFileKey(tenantId, file.vendorId), file);
}

export function toFileItem(tenantId: string, file: UploadedFile): Item {
  return fileCodec.write(fileKey(tenantId, file.hash, file.by), file);
}

export function toPartnerUserItem(user: PartnerUser): Item {
  return partnerUserCodec.write(partnerUserKey(user.subject), user, {
    ...seatAttributes(user.email, `#${user.subject}`),
    vendorList: lists.vendorUsers(user.vendorId),
    vendorSort: user.subject,
  });
}

export function toIdempotencyItem(tenantId: string, item: IdempotencyItem): Item {
  const expiresAt = { [ttlAttribute]: epochSeconds(item.expiresAt) };
  return idempotencyCodec.write(idempotencyKey(tenantId, item.key), item, expiresAt);
}

export const readHead = headCodec.read;
export const isMember = memberCodec.isOf;
export const readTenant = tenantCodec.read;
export const readIssuer = issuerCodec.read;
export const readMember = memberCodec.read;
export const readVendorFile = vendorFileCodec.read;
export const readFile = fileCodec.read;
export const readPartnerUser = partnerUserCodec.read;
export const readIdempotency = idempotencyCodec.read;
export const readPersonal = personalCodec.read;
export const readTrouble = troubleCodec.read;
