import { fromEpochMs, toEpochMs } from "@luyue/core/civil-date";
import type { Field } from "../../ui/field-input.tsx";
import type { Values } from "../../ui/command-dialog.tsx";
import { useWords } from "../../words/words.ts";
import type { Asked, Incident } from "./incident-queries.ts";

type Facts = Incident["facts"];

/** Facts are fields of their own among those of the incident itself. */
const factPrefix = "fact:";

/** An instant as a field has it: by Shanghai's clock, to the minute. */
export const fieldOfInstant = (instant: string | null) =>
  instant === null ? "" : fromEpochMs(toEpochMs(instant)).slice(0, 16);

/** What the contract asks of an incident of a kind, each named with its unit; what is known already is what it begins with. */
export function useFactFields(asked: Asked): (kind: string | undefined, known?: Facts) => Field[] {
  const { t, say } = useWords();
  const yesNo = [
    { value: "true", label: t("risk.yes") },
    { value: "false", label: t("risk.no") },
  ];
  return (kind, known = {}) =>
    asked.facts
      .filter(({ kinds }) => kinds === null || (kind !== undefined && kinds.includes(kind)))
      .map(({ key, title, unit }): Field => {
        const shared = {
          name: `${factPrefix}${key}`,
          initial: known[key] === undefined ? "" : String(known[key]),
          optional: true,
        };
        return unit === null
          ? { ...shared, label: say(title), kind: "choice", options: yesNo }
          : { ...shared, label: t("incident.inUnit", { name: say(title), unit }), kind: "text" };
      });
}

/** The facts among what was entered: a yes or a no where the contract asks that, else a figure. */
export function factsOf(values: Values, { facts }: Asked): Record<string, string | boolean> {
  return Object.fromEntries(
    facts.flatMap(({ key, unit }) => {
      const value = values[`${factPrefix}${key}`];
      return value === undefined ? [] : [[key, unit === null ? value === "true" : value]];
    }),
  );
}

/** The services, and kinds, that an incident may be of. */
export function useSubjectFields(asked: Asked): (known?: Pick<Incident, "service" | "kind">) => Field[] {
  const { t, say } = useWords();
  const services = asked.services.map(({ key, title, limits }) => ({
    value: key,
    label: limits.length === 0 ? say(title) : `${say(title)}（${limits.map(say).join("、")}）`,
  }));
  const kinds = asked.kinds.map(({ key, title }) => ({ value: key, label: say(title) }));
  return (known) => [
    ...(services.length === 0
      ? []
      : [
          {
            name: "service",
            label: t("incident.service"),
            kind: "choice" as const,
            options: services,
            initial: known?.service ?? asked.services.find(({ limits }) => limits.length > 0)?.key ?? "",
            optional: true,
            hint: t("incident.serviceHint"),
          },
        ]),
    ...(kinds.length === 0
      ? []
      : [
          {
            name: "kind",
            label: t("incident.kind"),
            kind: "choice" as const,
            options: kinds,
            initial: known?.kind ?? "",
            optional: true,
          },
        ]),
  ];
}
