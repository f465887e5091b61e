import type { CivilDate } from "@luyue/core/civil-date";
import type { Steps } from "./steps.ts";

interface Told {
  readonly on: CivilDate;
  readonly step: string;
  readonly to: string;
  readonly of: string;
}

/** Every reminder with its day, what it says first, whom it went to and which obligation its link leads to, the oldest first. */
export function listTold({ stack }: Steps): readonly Told[] {
  const mails = stack.inbox
    .list()
    .filter(({ id }) => id.startsWith("<rem_"))
    .toReversed();
  return mails.map(({ at, to, subject, text }) => ({
    on: at.slice(0, 10),
    step: /】([^：]+)/.exec(subject)?.[1] ?? subject,
    to: to.split("@")[0] ?? to,
    of: /\/contracts\/[^#\s]+#(\S+)/.exec(text)?.[1] ?? "",
  }));
}

/** What was told of an obligation, a line a day: `2026-05-01 今天开始: contractManager lead`. */
export function laddersOf(steps: Steps, key: string, since: CivilDate = "2026-01-01"): readonly string[] {
  const people = new Map<string, readonly string[]>();
  for (const { on, step, to } of listTold(steps).filter((each) => each.of === key && each.on >= since)) {
    const line = `${on} ${step}`;
    people.set(line, [...(people.get(line) ?? []), to]);
  }
  return [...people].map(([line, to]) => `${line}: ${to.toSorted().join(" ")}`);
}

/** Who are told about what the vendor hands in, and about what it does. */
export const ofWork = "acceptor contractManager lead";
export const ofService = "contractManager lead";
