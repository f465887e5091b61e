import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { sideNames } from "@luyue/core/party";
import { read } from "../../client/api.ts";
import { refusalOf } from "../../client/refusal.ts";
import { useSession } from "../../session/session.ts";
import { CommandDialog, type KeptFile, type Values } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { Refused } from "../../ui/refused.tsx";
import { useRested } from "../../ui/use-rested.ts";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place } from "../contract-place.ts";
import { Effects } from "../effects.tsx";
import { filesTo } from "../upload-files.ts";
import { hasHour, hasQuantity, hasSide, isAnnounced, type Subject, wantsProof } from "./event-facts.ts";

/** What a notice is for, and what it begins, where its name does not say so. */
const hints = {
  forceMajeure: "event.hint.forceMajeure",
  forceMajeureEnded: "event.hint.forceMajeureEnded",
  addressChanged: "event.hint.addressChanged",
  endNoticed: "event.hint.endNoticed",
  breachNoticed: "event.hint.breachNoticed",
  handBackDemanded: "event.hint.handBackDemanded",
} as const;

const isHinted = (kind: string): kind is keyof typeof hints => Object.hasOwn(hints, kind);

interface EventDialogProps {
  readonly place: Place;
  readonly subject: Subject;
  readonly label: string;
  readonly title: string;
  /** What the fields begin with. */
  readonly initial?: Values;
  /** Which the command asks for besides the facts. */
  readonly more?: readonly Field[];
  /** What the preview asks for, from what has been typed. */
  readonly askOf: (values: Values) => PreviewInput;
  readonly run: (values: Values, files: readonly KeptFile[]) => Promise<unknown>;
  readonly primary?: boolean;
}

export type PreviewInput = Parameters<(typeof ofContract.events.preview)["$post"]>[0]["json"];

/** Asks when something happened, whose it was and what shows it, and says what will follow before it is recorded. */
export function EventDialog(props: EventDialogProps) {
  const { place, subject, label, title, initial = {}, more = [], askOf, run, primary = false } = props;
  const { t } = useWords();
  const fieldsOf = useEventFields(subject, initial);
  const { kind } = subject;
  return (
    <CommandDialog
      label={label}
      title={title}
      primary={primary}
      fields={(values) => [...fieldsOf(values), ...more]}
      files={filesTo(place, wantsProof(kind) ? t("event.proof") : t("evidence.files"))}
      preview={(values, isPending) => (
        <>
          {isHinted(kind) ? <p className="note">{t(hints[kind])}</p> : null}
          {values["on"] === undefined && values["at"] === undefined ? null : (
            <EventPreview contractId={place.contractId} ask={askOf(values)} paused={isPending} />
          )}
        </>
      )}
      run={run}
    />
  );
}

function useEventFields({ kind }: Subject, initial: Values): (values: Values) => readonly Field[] {
  const { t, say } = useWords();
  const { today } = useSession();
  const day: Field = {
    name: "on",
    label: t("event.on"),
    kind: "date",
    initial: initial["on"] ?? today,
    ...(isAnnounced(kind) ? { hint: t("event.announced") } : { most: today }),
  };
  const instant: Field = {
    name: "at",
    label: t("event.at"),
    kind: "instant",
    initial: initial["at"] ?? "",
    hint: t("event.atHint"),
  };
  const how: Field = {
    name: "how",
    label: t("event.how"),
    kind: "choice",
    initial: initial["at"] === undefined && kind !== "requested" ? "day" : "instant",
    options: [
      { value: "instant", label: t("event.byInstant") },
      { value: "day", label: t("event.byDay") },
    ],
  };
  const sides = (["buyer", "vendor"] as const).map((side) => ({ value: side, label: say(sideNames[side]) }));
  const by: Field = {
    name: "by",
    label: kind === "breachNoticed" ? t("event.inBreach") : t("event.affected"),
    kind: "choice",
    initial: initial["by"] ?? "vendor",
    options: sides,
  };
  const quantity: Field = {
    name: "quantity",
    label: t("event.quantity"),
    kind: "whole",
    initial: initial["quantity"] ?? "1",
  };
  const papers: readonly Field[] = [
    {
      name: "document",
      label: t("event.document"),
      kind: "text",
      optional: true,
      initial: initial["document"] ?? "",
      ...(wantsProof(kind) ? { hint: t("event.proofHint") } : {}),
    },
    {
      name: "note",
      label: t("event.note"),
      kind: "longText",
      optional: true,
      initial: initial["note"] ?? "",
    },
  ];
  return ({ how: chosen }) => [
    ...(hasHour(kind) ? [how] : []),
    hasHour(kind) && chosen === "instant" ? instant : day,
    ...(hasSide(kind) ? [by] : []),
    ...(hasQuantity(kind) ? [quantity] : []),
    ...papers,
  ];
}

const mostShown = 8;

/** What would follow, asked of the server once one has stopped typing. */
export function EventPreview(props: {
  readonly contractId: string;
  readonly ask: PreviewInput;
  readonly paused: boolean;
}) {
  const { contractId, ask, paused } = props;
  const { t } = useWords();
  const asked = JSON.stringify(ask);
  const rested = useRested(asked);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ["contract", contractId, "event-preview", rested],
    queryFn: () =>
      read(
        ofContract.events.preview.$post({
          param: { contractId },
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was made from such a value
          json: JSON.parse(rested) as PreviewInput,
        }),
      ),
    placeholderData: keepPreviousData,
    enabled: !paused,
    // Not asked again once it has been carried out; forgotten with the form.
    staleTime: "static",
    gcTime: 0,
  });
  return (
    <section aria-label={t("event.follows")} aria-busy={asked !== rested || isPlaceholderData}>
      <h3>{t("event.follows")}</h3>
      {error === null ? null : <Refused refusal={refusalOf(error)} />}
      {data === undefined || error !== null ? null : (
        <Effects effects={data.effects} counts={data.obligations} most={mostShown} />
      )}
    </section>
  );
}
