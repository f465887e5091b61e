import type { Instant } from "@luyue/core/civil-date";
import { checkpointKey } from "../item/keys.ts";
import { toUtc, utcDayOf } from "../item/wake-attributes.ts";
import { textOf, toAttributes } from "../table/item.ts";
import type { Table } from "../table/table.ts";
import type { WriteAction } from "../table/write-action.ts";

/** Days that stay behind the checkpoint: clocks may differ and the index may lag, never by this much. */
const daysKept = 2;

/** The first wake-up can't be older than the first tenant: its creation starts the checkpoint, later ones leave it. */
export function startCheckpoint(now: Instant): WriteAction {
  return {
    action: "update",
    key: checkpointKey,
    change: {
      expression: "SET #day = if_not_exists(#day, :day)",
      names: { "#day": "day" },
      values: toAttributes({ ":day": latestCheckpoint(now) }),
    },
  };
}

/**
 * The UTC day before which no wake-up is left. A clock that was set back writes wake-ups under days that had been
 * done with: the checkpoint goes back with it, for good, so that they are found whatever the clock says later.
 */
export async function readCheckpoint(table: Table, now: Instant): Promise<string> {
  const latest = latestCheckpoint(now);
  const item = await table.get("listWakes", checkpointKey);
  const day = (item === undefined ? undefined : textOf(item, "day")) ?? latest;
  if (day <= latest) return day;
  await setCheckpoint(table, latest, "#day > :day");
  return latest;
}

/** Moves the checkpoint on to a day; never back, whichever sweep comes last. */
export async function moveCheckpoint(table: Table, day: string): Promise<void> {
  await setCheckpoint(table, day, "attribute_not_exists(#day) OR #day < :day");
}

async function setCheckpoint(table: Table, day: string, condition: string): Promise<void> {
  const expression = { names: { "#day": "day" }, values: toAttributes({ ":day": day }) };
  await table.update(
    "listWakes",
    checkpointKey,
    { ...expression, expression: "SET #day = :day" },
    { ...expression, expression: condition },
  );
}

/** No checkpoint is later than this day. */
export function latestCheckpoint(now: Instant): string {
  return addUtcDays(utcDayOf(toUtc(now)), -daysKept);
}

export function addUtcDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
