import type { Calendar } from "../calendar/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import {
  countsFirstDay,
  type DateRule,
  printRule,
  printSchedule,
  type Schedule,
  type ResolvedAnchor,
  type ResolvedRule,
  resolveRule,
  resolveSpan,
  type RuleContext,
} from "../date-rule/index.ts";
import { DomainError } from "../error/index.ts";
import { type ContractEvent, eventDate, eventKindFacts, type EventKind, eventLabel } from "../event/index.ts";
import { otherSide } from "../party/index.ts";
import { evaluateLedger, findCovering, findSettling, type Ledger } from "../ledger/index.ts";
import { findApplication } from "./acceptance-rounds.ts";
import { overrunLines } from "./overrun-line.ts";
import { countQuota, createEventLog, earliestOf, type EventLog, findFulfilment } from "./event-log.ts";
import { countInCheck } from "./in-check.ts";
import { indexTerms, type TermsIndex } from "./index-terms.ts";
import type { Text } from "../text/index.ts";

/** What the rules of one contract are resolved against; each date is worked out once. */
export interface DeriveContext extends RuleContext {
  readonly terms: ContractTerms;
  readonly log: EventLog;
  readonly index: TermsIndex;
  /** The contract's money after its events; throws `invalid` where the terms' amounts cannot be worked out. */
  readonly ledger: () => Ledger;
  readonly termCounts: (term: string) => boolean;
  /** A rule or a schedule in words, with the contract's own names; each is printed once. */
  readonly print: (rule: DateRule | Schedule) => Text;
  readonly withTrigger: (trigger: ContractEvent) => DeriveContext;
}

export function createContext(
  terms: ContractTerms,
  events: readonly ContractEvent[],
  calendar: Calendar,
  names?: ReadonlyMap<string, Text>,
): DeriveContext {
  const log = createEventLog(events);
  const index = indexTerms(terms, names);
  const memo = createMemo();
  const termOf = new Map(terms.terms.map((term) => [term.key, term]));
  const labelOf = (kind: EventKind, of: string | undefined) => {
    return eventLabel(kind, of === undefined ? undefined : index.nameOf(of));
  };
  const context: DeriveContext = {
    terms,
    log,
    index,
    calendar,
    ledger: once(() => evaluateLedger(terms, log.events, overrunLines(context))),
    event: (kind, of) => findEvent(kind, of, context),
    labelOf,
    holderOf: (kind, of) =>
      (kind === "fulfilled" && of !== undefined ? index.standing.get(of)?.debtor : undefined) ??
      eventKindFacts(kind).holder,
    effective: () => {
      const { effect } = terms;
      return effect === undefined ? undefined : memo("effect", () => anchorOf(resolveRule(effect, context)));
    },
    termEdge: (key, edge) =>
      memo(`term ${key} ${edge}`, () => {
        const term = termOf.get(key);
        if (term === undefined) throw missing(key);
        const resolved = cutByEnd(anchorOf(resolveRule(term[edge], context)), edge, context);
        if (resolved.state === "waiting") return resolved;
        const step = { step: "term", title: index.nameOf(key), edge, on: resolved.on } as const;
        // A date that the term itself names is said once.
        const told = resolved.steps.filter((each) => each.step !== "date");
        return { ...resolved, steps: [...told, step] };
      }),
    termCounts: (key) => {
      const start = termOf.get(key)?.start;
      return start !== undefined && countsFirstDay(start, context.termCounts);
    },
    due: (key) => memo(`due ${key}`, () => resolveDue(key, context)),
    fulfilled: (key) => resolveFulfilled(key, context),
    print: createPrinter(index),
    withTrigger: (trigger) => ({ ...context, trigger }),
  };
  return context;
}

/** Of what comes in several parts or rounds, the event with which it is there. */
function findEvent(
  kind: EventKind,
  of: string | undefined,
  context: DeriveContext,
): ContractEvent | undefined {
  const { log } = context;
  if (of === undefined) return log.first(kind, of);
  if (kind === "acceptanceApplied") return findApplication(log, of);
  if (kind !== "invoiceReceived" && kind !== "paid") return log.first(kind, of);
  const line = context.ledger().lines.find((each) => each.of === of);
  if (line === undefined) return log.first(kind, of);
  return kind === "paid" ? findSettling(line, log.events) : findCovering(line, log.events);
}

/** A contract that ended early has no term left: what was to end later ended then. */
function cutByEnd(
  resolved: ResolvedAnchor,
  edge: "start" | "end",
  { log, labelOf }: DeriveContext,
): ResolvedAnchor {
  const ended = log.first("ended", undefined);
  if (ended === undefined || edge === "start") return resolved;
  const on = eventDate(ended);
  if (resolved.state === "fixed" && resolved.on <= on) return resolved;
  const step = { step: "event", label: labelOf("ended", undefined), on } as const;
  return { state: "fixed", on, steps: [step], provisionalYears: [] };
}

function once<T>(work: () => T): () => T {
  let done: { readonly result: T } | undefined;
  return () => {
    done ??= { result: work() };
    return done.result;
  };
}

function createPrinter(index: TermsIndex): DeriveContext["print"] {
  const printed = new WeakMap<DateRule | Schedule, Text>();
  return (rule) => {
    const known = printed.get(rule);
    if (known !== undefined) return known;
    const text = "rule" in rule ? printRule(rule, index.nameOf) : printSchedule(rule, index.nameOf);
    printed.set(rule, text);
    return text;
  };
}

function resolveDue(key: string, context: DeriveContext): ResolvedAnchor {
  const standing = context.index.standing.get(key);
  if (standing === undefined) throw missing(key);
  if ("endOf" in standing.due) {
    const span = resolveSpan(standing.due.endOf, context, context.termCounts);
    if (span.state === "waiting") return span;
    if (span.to === undefined) {
      return { state: "waiting", waitingFor: span.endWaitsFor, steps: span.steps, provisionalYears: [] };
    }
    return { ...span, state: "fixed", on: span.to };
  }
  const resolved = anchorOf(resolveRule(standing.due, context));
  if (resolved.state === "waiting") return resolved;
  return { ...resolved, steps: [...resolved.steps, { step: "due", title: standing.title, on: resolved.on }] };
}

function resolveFulfilled(key: string, context: DeriveContext): ResolvedAnchor {
  const standing = context.index.standing.get(key);
  if (standing === undefined) throw missing(key);
  const { log } = context;
  const count = standing.quota?.count ?? 1;
  const quota = standing.quota === undefined ? undefined : countQuota(log, standing.quota.credit, count);
  const event = earliestOf([findFulfilment(context, standing.fulfilledBy), quota?.reachedBy]);
  const label = { zh: `“${standing.title.zh}”完成`, en: `${standing.title.en} done` };
  if (event !== undefined) {
    const on = eventDate(event);
    const at = event.at === undefined ? {} : { at: event.at };
    return { state: "fixed", on, ...at, steps: [{ step: "event", label, on, ...at }], provisionalYears: [] };
  }
  // What has been handed in lies with the other side, which checks it.
  const inCheck = countInCheck(log, key);
  const held = inCheck > 0 && (quota?.done ?? 0) + inCheck >= count;
  const holder = held ? otherSide(standing.debtor) : standing.debtor;
  const waitingFor = [{ event: "fulfilled", of: key, holder, label } as const];
  return { state: "waiting", waitingFor, steps: [{ step: "waiting", label, holder }], provisionalYears: [] };
}

function anchorOf(rule: ResolvedRule): ResolvedAnchor {
  if (rule.state === "waiting") return rule;
  const on = rule.dueOn ?? rule.opensOn;
  if (on === undefined) throw new RangeError("a fixed rule has a date");
  const { dueAt, steps, provisionalYears } = rule;
  return { state: "fixed", on, ...(dueAt === undefined ? {} : { at: dueAt }), steps, provisionalYears };
}

function missing(key: string): DomainError {
  return new DomainError("invalid", {
    zh: `条款引用了不存在的“${key}”`,
    en: `the terms refer to “${key}”, which is not there`,
  });
}

/** Works a date out once and refuses one that rests on itself. */
function createMemo() {
  const known = new Map<string, ResolvedAnchor>();
  const underWay = new Set<string>();
  return (key: string, resolve: () => ResolvedAnchor): ResolvedAnchor => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (underWay.has(key)) {
      throw new DomainError("invalid", {
        zh: `日期规则循环引用：${[...underWay, key].join(" → ")}`,
        en: `date rules that rest on each other: ${[...underWay, key].join(" → ")}`,
      });
    }
    underWay.add(key);
    try {
      const resolved = resolve();
      known.set(key, resolved);
      return resolved;
    } finally {
      underWay.delete(key);
    }
  };
}
