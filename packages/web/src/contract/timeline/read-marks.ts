import type { Language } from "@luyue/core/text";
import { civilDateOf } from "@luyue/core/civil-date";
import { formatMoney } from "@luyue/core/money";
import { type Obligation, stateTones } from "../../obligation/obligation-queries.ts";
import type { ContractState } from "../contract-place.ts";
import type { Incident } from "../risk/incident-queries.ts";
import type { Mark } from "./place-marks.ts";

const payments = new Set(["payment", "bond"]);
const work = new Set([
  "deliverable",
  "application",
  "acceptance",
  "rectification",
  "plan",
  "score",
  "report",
  "handBack",
]);

/** What of a dotted key its recurrences share: a third part is a period's number or day. */
const seriesOf = (key: string) => key.split(".").slice(0, 2).join(".");

/** Obligations that have a day, as marks from the first day on which they can be met to the last. */
export function marksOfObligations(items: readonly Obligation[], language: Language): Mark[] {
  return items.flatMap(({ key, kind, title, dueOn, windowOpensOn, state, amount }): Mark[] => {
    const lane = payments.has(kind) ? "payment" : work.has(kind) ? "work" : undefined;
    if (dueOn === null || lane === undefined) return [];
    const from = windowOpensOn === null || windowOpensOn > dueOn ? dueOn : windowOpensOn;
    const sum = kind === "payment" && amount !== null ? ` ¥${formatMoney(amount)}` : "";
    const series = lane === "payment" ? key : seriesOf(key);
    const name = series === key ? title[language] : title[language].replace(/\s*[（(][^（(]*[）)]$/, "");
    return [{ key, lane, label: `${name}${sum}`, series, from, to: dueOn, tone: stateTones[state] }];
  });
}

/** Terms with both of their days. */
export function marksOfPeriods(periods: ContractState["periods"], language: Language): Mark[] {
  return periods.flatMap(({ key, title, from, to }): Mark[] =>
    from === null || to === null
      ? []
      : [{ key: `term.${key}`, lane: "term", label: title[language], series: key, from, to, tone: "plain" }],
  );
}

/** Incidents from when they happened until they were over. */
export function marksOfIncidents(incidents: readonly Incident[]): Mark[] {
  return incidents
    .filter(({ state }) => state !== "withdrawn")
    .map(({ id, number, title, happenedAt, recoveredAt, state }) => ({
      key: id,
      lane: "incident",
      label: `#${number} ${title}`,
      series: id,
      from: civilDateOf(happenedAt),
      to: civilDateOf(recoveredAt ?? happenedAt),
      tone: state === "closed" ? "good" : "bad",
    }));
}
