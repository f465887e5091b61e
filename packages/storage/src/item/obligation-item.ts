import type { Instant } from "@luyue/core/civil-date";
import { deadlineOf, type Obligation } from "@luyue/core/obligation";
import type { StoredObligation } from "@luyue/usecases/contract";
import { type Item, textOf } from "../table/item.ts";
import { defineItem } from "./define-item.ts";
import { lists, obligationKey } from "./keys.ts";
import { wakeAttributes } from "./wake-attributes.ts";

const codec = defineItem<Omit<StoredObligation, "remindAt">>("obligation");

/** Where in a due list an obligation stands: open and dated, waiting for a date, or fulfilled. */
export const dueSections = { open: "O#", waiting: "W#", fulfilled: "F#" } as const;

/** Stands for a due date that there is none of; later than every other. */
export const noDueDate = "9999-12-31";

/** The reminder's instant stands beside the body, so that moving it on never writes an older body back. */
export function toObligationItem(stored: StoredObligation, now: Instant): Item {
  const { remindAt, ...body } = stored;
  const { tenantId, contractId, vendorId, obligation } = body;
  const key = obligationKey(tenantId, contractId, obligation.key);
  const sort = `${sectionAndDay(obligation)}${contractId}#${obligation.key}`;
  return codec.write(key, body, {
    ownerList: lists.tenantDue(tenantId),
    ownerSort: sort,
    vendorList: lists.vendorDue(vendorId),
    vendorSort: sort,
    kind: obligation.kind,
    dueOn: deadlineOf(obligation),
    remindAt,
    ...wakeAttributes(key, remindAt, now),
  });
}

export function readObligation(item: Item): StoredObligation {
  const remindAt = textOf(item, "remindAt");
  return { ...codec.read(item), ...(remindAt === undefined ? {} : { remindAt }) };
}

export const isObligation = codec.isOf;

function sectionAndDay(obligation: Obligation): string {
  const { fulfilment, opensOn } = obligation;
  const dueOn = deadlineOf(obligation);
  if (fulfilment !== undefined) return `${dueSections.fulfilled}${dueOn ?? noDueDate}#`;
  if (opensOn === undefined && dueOn === undefined) return dueSections.waiting;
  return `${dueSections.open}${dueOn ?? noDueDate}#`;
}
