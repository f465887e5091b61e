import type { ContractTerms } from "../contract/index.ts";
import { knowTerms, missingSubject } from "../contract/index.ts";
import type { Fault } from "../error/index.ts";
import { eventDate, type EventFacts, eventKindFacts } from "../event/index.ts";
import { findOverrunFaults } from "./find-overrun-faults.ts";

/**
 * What is wrong with an event for a contract: it is about something that the contract does not have, it has been
 * recorded already (then it is corrected, not recorded again), or it does not fit what else happened. `obligations` are
 * the keys that are known to exist.
 */
export function findEventFaults(
  event: EventFacts,
  terms: ContractTerms,
  others: readonly (EventFacts & { readonly id?: string })[],
  obligations: ReadonlySet<string>,
): Fault[] {
  const facts = eventKindFacts(event.kind);
  const faults: Fault[] = [];
  const known = { ...knowTerms(terms), obligations };
  if (missingSubject(event.kind, event.of, known) !== undefined) {
    faults.push({
      path: "/of",
      reason: {
        zh:
          event.of === undefined
            ? `“${facts.name.zh}”须指明对象 of`
            : `“${facts.name.zh}”不能针对“${event.of}”`,
        en:
          event.of === undefined
            ? `${event.kind} must say what it is about (of)`
            : `${event.kind} cannot be about “${event.of}”`,
      },
    });
  }
  if (!facts.repeats && others.some((other) => other.kind === event.kind && other.of === event.of)) {
    faults.push({
      path: "/kind",
      reason: {
        zh: `“${facts.name.zh}”已有记录，请更正原记录`,
        en: `${event.kind} has been recorded already: correct that record instead`,
      },
    });
  }
  if (event.kind === "fulfilled" && isAllowance(event.of, terms)) faults.push(notFulfilled);
  return [
    ...faults,
    ...findProofFaults(event, terms),
    ...findForceMajeureFaults(event, others),
    ...findOverrunFaults(event, terms, others),
  ];
}

/** A force majeure ends once, by its own event's id, and not before it began. */
function findForceMajeureFaults(
  { kind, of, on }: EventFacts,
  others: readonly (EventFacts & { readonly id?: string })[],
): Fault[] {
  if (kind !== "forceMajeureEnded") return [];
  const began = others.find((other) => other.kind === "forceMajeure" && other.id === of);
  if (began === undefined) {
    const reason = { zh: "找不到该不可抗力事件", en: "there is no such force majeure" };
    return [{ path: "/of", reason }];
  }
  if (others.some((other) => other.kind === kind && other.of === of)) {
    const reason = { zh: "该不可抗力已登记消除日", en: "its end has been recorded already: correct that" };
    return [{ path: "/of", reason }];
  }
  const start = eventDate(began);
  if (on === undefined || on >= start) return [];
  const reason = { zh: `早于发生日 ${start}`, en: `before it began on ${start}` };
  return [{ path: "/on", reason }];
}

/** What is handed in counts by its acceptance; only services are performed. */
function findProofFaults(
  { kind, of }: EventFacts,
  { deliverables = [], reports = [] }: ContractTerms,
): Fault[] {
  if (kind !== "performed" || ![...deliverables, ...reports].some(({ key }) => key === of)) return [];
  const reason = {
    zh: `“${of}”须提交并验收，不以完成次数计`,
    en: `“${of}” is handed in and accepted, it is not performed`,
  };
  return [{ path: "/of", reason }];
}

const notFulfilled: Fault = {
  path: "/of",
  reason: {
    zh: "该项约定的是最多可用的数量，不须用完；请登记实际使用（performed 及数量 quantity）",
    en: "this is an allowance that need not be used up: record what was used, as `performed` with its `quantity`",
  },
};

function isAllowance(of: string | undefined, terms: ContractTerms): boolean {
  return (["service", "deliverable", "report"] as const).some((kind) =>
    (terms[`${kind}s`] ?? []).some(
      ({ key, schedule }) =>
        schedule.schedule === "count" && schedule.bound === "atMost" && of === `${kind}.${key}`,
    ),
  );
}
