import { type EventKind, eventKindFacts } from "@luyue/core/event";
import type { Side } from "@luyue/core/party";
import type { KeptFile } from "../../ui/command-dialog.tsx";
import { type Evidence, evidenceOf } from "../evidence.ts";

/** What has happened, as far as a form knows it: its kind and what it is about. */
export interface Subject {
  readonly kind: EventKind;
  readonly of: string | undefined;
}

/** Whose it is decides who owes what follows. */
const ofOneSide = new Set<EventKind>(["forceMajeure", "addressChanged", "breachNoticed"]);
/** Hours may count from these. */
const byTheHour = new Set<EventKind>(["requested", "occurred"]);
/** Announced before they happen. */
const announced = new Set<EventKind>(["addressChanged", "staffChanged", "endNoticed"]);
/** Given in writing: what shows that it was served comes with it. */
const served = new Set<EventKind>(["breachNoticed"]);

export const hasSide = (kind: EventKind): boolean => ofOneSide.has(kind);
export const hasHour = (kind: EventKind): boolean => byTheHour.has(kind);
export const isAnnounced = (kind: EventKind): boolean => announced.has(kind);
export const wantsProof = (kind: EventKind): boolean => served.has(kind);
export const hasQuantity = (kind: EventKind): boolean => kind === "performed";

type Values = Readonly<Record<string, string>>;

/** The facts of an event as commands take them. */
export function eventFactsOf(
  { kind, of }: Subject,
  { on, at, by, quantity, document, note }: Values,
  files: readonly KeptFile[],
  kept: readonly Evidence[] = [],
) {
  const said = { ...(document === undefined ? {} : { document }), ...(note === undefined ? {} : { note }) };
  const evidence = [...kept, ...evidenceOf(said, files)];
  const side: Side | undefined = by === "buyer" || by === "vendor" ? by : undefined;
  return {
    kind,
    ...(of === undefined ? {} : { of }),
    ...(at === undefined ? { on: on ?? "" } : { at }),
    ...(side === undefined ? {} : { by: side }),
    ...(quantity === undefined ? {} : { quantity: Number(quantity) }),
    ...(evidence.length === 0 ? {} : { evidence }),
  };
}

/** What is taken by itself of an event's evidence: its first document with a note; files stay. */
export function splitEvidence(evidence: readonly Evidence[]): {
  readonly said: Evidence;
  readonly kept: readonly Evidence[];
} {
  const at = evidence.findIndex(({ file }) => file === undefined);
  if (at === -1) return { said: {}, kept: evidence };
  return { said: evidence[at] ?? {}, kept: evidence.toSpliced(at, 1) };
}

/** Whether an event of a kind stands for itself, so that its name needs no subject. */
export const isAboutNothing = (kind: EventKind): boolean => eventKindFacts(kind).about === "nothing";
