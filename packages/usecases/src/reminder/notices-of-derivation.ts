import { deadlineOf, listAwaited, type Obligation } from "@luyue/core/obligation";
import { civilDateOf, type CivilDate, type Instant, instantAt } from "@luyue/core/civil-date";
import { nextStep, type Notice, type NoticeRow, policyFor } from "@luyue/core/reminder";
import type { Side } from "@luyue/core/party";
import type { StoredObligation } from "../contract/contract.ts";
import type { Surroundings } from "../contract/surroundings-of.ts";
import type { Change } from "../runtime/store.ts";

const undated = { zh: "待定", en: "not set yet" };

/** A mail lists so many dates, and says how many more there are. */
const mostRows = 30;

/**
 * What people have to know of a derivation's writes: a right that has arisen; dates that have moved, and obligations that are no
 * longer there, of which they have been told; what waits for one side alone since.
 */
export function noticesOfDerivation(
  changes: readonly Change[],
  stored: readonly StoredObligation[],
  surroundings: Surroundings,
  now: Instant,
): readonly Notice[] {
  const known = new Map(stored.map((each) => [each.obligation.key, each]));
  const rights: Notice[] = [];
  const waiting: Notice[] = [];
  const moved: Moved[] = [];
  const gone: StoredObligation[] = [];
  for (const change of changes) {
    if (change.change === "deleteObligation") {
      const before = known.get(change.key);
      if (before !== undefined && wasTold(before, surroundings)) gone.push(before);
    }
    if (change.change !== "putObligation") continue;
    const { obligation } = change.stored;
    const before = known.get(obligation.key);
    if (before === undefined) rights.push(...rightOf(obligation));
    else {
      waiting.push(...waitOf(before.obligation, obligation, now));
      if (hasMoved(before, obligation, surroundings)) moved.push({ before, after: obligation });
    }
  }
  return [...rights, ...waiting, ...changed(moved), ...withdrawn(gone)];
}

interface Moved {
  readonly before: StoredObligation;
  readonly after: Obligation;
}

function rightOf({ kind, title, dueOn, debtor, key }: Obligation): readonly Notice[] {
  if (kind !== "right") return [];
  const by = { zh: "决定截止", en: "Decide by" };
  const rows = dueOn === undefined ? [] : [{ label: by, value: { zh: dueOn, en: dueOn } }];
  return [{ event: "rightArisen", kind, sides: [debtor], title, rows, anchor: key }];
}

/** One side alone holds what is still missing, and did not before. */
function waitOf(before: Obligation, after: Obligation, now: Instant): readonly Notice[] {
  if (after.fulfilment !== undefined || after.kind !== "payment") return [];
  const today = civilDateOf(now);
  const side = onlyHolder(after, today);
  if (side === undefined || onlyHolder(before, today) === side) return [];
  if (listAwaited(before, today).length === 0) return [];
  const label = { zh: "待办", en: "To do" };
  const rows = listAwaited(after, today).map((each): NoticeRow => ({ label, value: each.label }));
  const { kind, title, key } = after;
  return [{ event: "waitingForYou", kind, sides: [side], title, rows, anchor: key }];
}

function onlyHolder(obligation: Obligation, today: CivilDate): Side | undefined {
  const [first, ...others] = listAwaited(obligation, today).map(({ holder }) => holder);
  if (first === undefined || first === "both" || others.some((holder) => holder !== first)) return undefined;
  return first;
}

function hasMoved(before: StoredObligation, after: Obligation, surroundings: Surroundings): boolean {
  const open = before.obligation.fulfilment === undefined && after.fulfilment === undefined;
  // What runs by the minute is told of by its own clock.
  if (!open || after.dueAt !== undefined) return false;
  return deadlineOf(before.obligation) !== deadlineOf(after) && wasTold(before, surroundings);
}

/** A step of its ladder is over: its next one is not its first. */
function wasTold(stored: StoredObligation, { calendar, reminders }: Surroundings): boolean {
  const { obligation, knownOn, remindAt } = stored;
  if (obligation.fulfilment !== undefined) return false;
  const first = nextStep(
    stored,
    policyFor(reminders, obligation.kind),
    calendar,
    instantAt(knownOn, "00:00"),
  );
  return first !== undefined && first.at !== remindAt;
}

function changed(moved: readonly Moved[]): readonly Notice[] {
  const rows = moved.map(({ before, after }): NoticeRow => {
    const from = deadlineOf(before.obligation);
    const to = deadlineOf(after);
    const zh = `${from ?? undated.zh} → ${to ?? undated.zh}`;
    return { label: after.title, value: { zh, en: `${from ?? undated.en} → ${to ?? undated.en}` } };
  });
  return together(
    "dateChanged",
    moved.map(({ after }) => after),
    rows,
  );
}

function withdrawn(gone: readonly StoredObligation[]): readonly Notice[] {
  const value = {
    zh: "不再需要办理，此前的提醒作废",
    en: "no longer to be done: earlier reminders are void",
  };
  const obligations = gone.map(({ obligation }) => obligation);
  return together(
    "reminderWithdrawn",
    obligations,
    obligations.map(({ title }) => ({ label: title, value })),
  );
}

/** One notice of several obligations, told by the rules for the first of them. */
function together(
  event: "dateChanged" | "reminderWithdrawn",
  obligations: readonly Obligation[],
  rows: readonly NoticeRow[],
): readonly Notice[] {
  const [first] = obligations;
  if (first === undefined) return [];
  const count = obligations.length;
  const title =
    count === 1
      ? first.title
      : { zh: `${first.title.zh}等${count}项`, en: `${first.title.en} and ${count - 1} more` };
  const left = rows.length - mostRows;
  const more = { label: { zh: "其余", en: "And" }, value: { zh: `${left}项`, en: `${left} more` } };
  const shown = left > 0 ? [...rows.slice(0, mostRows), more] : rows;
  return [{ event, kind: first.kind, sides: ["buyer", "vendor"], title, rows: shown, anchor: first.key }];
}
