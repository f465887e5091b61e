import { read } from "../../client/api.ts";
import type { Obligation } from "../../obligation/obligation-queries.ts";
import { useMay, useSession } from "../../session/session.ts";
import { CommandDialog, type Values } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";
import { filesTo } from "../upload-files.ts";
import type { Pieces } from "./work-lines.ts";
import type { Submission } from "./work-queries.ts";

const mostByHand = 20;

/** Hands in for one of what is open; with the day and the people where it is a service. */
export function HandIn({ place, pieces }: { readonly place: Place; readonly pieces: Pieces }) {
  const { t, say } = useWords();
  const may = useMay();
  const { today } = useSession();
  const { toHandIn } = pieces;
  const [first] = toHandIn;
  if (first === undefined || !may("work:submit")) return null;
  const describe = ({ title, dueOn, quota, state }: Obligation) => {
    if (quota !== null) return `${say(title)} ${quota.done}/${quota.count}`;
    if (dueOn === null) return say(title);
    return `${say(title)}（${t("work.by", { day: dueOn })}${state === "overdue" ? `，${t("contracts.overdue")}` : ""}）`;
  };
  const which: Field = {
    name: "of",
    label: t("work.for"),
    kind: "choice",
    initial: first.key,
    options: toHandIn.map((option) => ({ value: option.key, label: describe(option) })),
  };
  const ofService: readonly Field[] = [
    { name: "performedOn", label: t("work.performedOn"), kind: "date", initial: today, most: today },
    { name: "people", label: t("work.peopleCount"), kind: "whole", optional: true },
  ];
  const fields = ({ of = first.key }: Values): readonly Field[] => {
    const chosen = toHandIn.find(({ key }) => key === of) ?? first;
    const isCounted = chosen.quota !== null && chosen.quota.count > mostByHand;
    return [
      which,
      ...(chosen.kind === "service" ? ofService : []),
      ...(isCounted ? [{ name: "quantity", label: t("work.quantity"), kind: "whole" } as const] : []),
    ];
  };
  return (
    <Dialog
      place={place}
      label={place.side === "agency" ? t("work.enter") : t("work.submit")}
      fields={fields}
      bodyOf={({ of = first.key, performedOn, people, quantity }) => ({
        of,
        ...(performedOn === undefined ? {} : { performedOn }),
        ...(people === undefined ? {} : { people: Number(people) }),
        ...(quantity === undefined ? {} : { quantity: Number(quantity) }),
      })}
    />
  );
}

/** The next version of what was returned keeps the facts of the one before. */
export function NextVersion({ place, piece }: { readonly place: Place; readonly piece: Submission }) {
  const { t } = useWords();
  return (
    <Dialog
      place={place}
      label={t("work.next")}
      fields={() => []}
      bodyOf={() => ({ of: piece.of, replaces: piece.id, ...factsOf(piece) })}
      primary
    />
  );
}

type Body = Parameters<(typeof ofPartner.submissions)["$post"]>[0]["json"];

function Dialog(props: {
  readonly place: Place;
  readonly label: string;
  readonly fields: (values: Values) => readonly Field[];
  readonly bodyOf: (values: Values) => Omit<Body, "files" | "note">;
  readonly primary?: boolean;
}) {
  const { place, label, fields, bodyOf, primary = false } = props;
  const { t } = useWords();
  const note: Field = { name: "note", label: t("work.note"), kind: "longText", optional: true };
  return (
    <CommandDialog
      label={label}
      primary={primary}
      fields={(values) => [...fields(values), note]}
      files={filesTo(place, t("work.files"), true)}
      run={({ note: said, ...values }, files) =>
        submit(place, { ...bodyOf(values), files: [...files], ...(said === undefined ? {} : { note: said }) })
      }
    />
  );
}

function submit(place: Place, json: Body): Promise<unknown> {
  const { contractId } = place;
  return place.side === "agency"
    ? read(ofContract.submissions.$post({ param: { contractId }, header: {}, json }))
    : read(
        ofPartner.submissions.$post({ param: { contractId, agencyId: place.agencyId }, header: {}, json }),
      );
}

/** What a next version keeps of the one before it. */
function factsOf({ performedOn, performedThrough, people, quantity, of }: Submission) {
  return {
    ...(performedOn === null ? {} : { performedOn }),
    ...(performedThrough === null ? {} : { performedThrough }),
    ...(people === null ? {} : { people }),
    ...(of.split(".").length > 2 ? {} : { quantity }),
  };
}
