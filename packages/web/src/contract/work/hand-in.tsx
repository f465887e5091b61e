import { Button, Input, Progress, Select } from "antd";
import { useState } from "react";
import { read } from "../../client/api.ts";
import { contentTypes } from "../../client/upload.ts";
import { useCommand } from "../../client/use-command.ts";
import type { Obligation } from "../../obligation/obligation-queries.ts";
import { useMay, useSession } from "../../session/session.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Labelled } from "../../ui/labelled.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";
import type { Pieces } from "./work-lines.ts";
import { type Submission, uploadFiles } from "./work-queries.ts";

const mostByHand = 20;
const accepted = Object.keys(contentTypes)
  .map((ending) => `.${ending}`)
  .join(",");

/** Hands in for one of what is open; with the day and the people where it is a service. */
export function HandIn({ place, pieces }: { readonly place: Place; readonly pieces: Pieces }) {
  const { t } = useWords();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const { toHandIn } = pieces;
  const [first] = toHandIn;
  if (first === undefined || !may("work:submit")) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {place.side === "agency" ? t("work.enter") : t("work.submit")}
      </Button>
      {open ? (
        <HandInDialog place={place} options={toHandIn} first={first} close={() => setOpen(false)} />
      ) : null}
    </>
  );
}

/** The next version of what was returned keeps the facts of the one before. */
export function NextVersion({ place, piece }: { readonly place: Place; readonly piece: Submission }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t("work.next")}
      </Button>
      {open ? (
        <HandInDialog place={place} options={[]} replaces={piece} close={() => setOpen(false)} />
      ) : null}
    </>
  );
}

interface DialogProps {
  readonly place: Place;
  readonly options: readonly Obligation[];
  readonly first?: Obligation;
  readonly replaces?: Submission;
  readonly close: () => void;
}

function HandInDialog({ place, options, first, replaces, close }: DialogProps) {
  const { t } = useWords();
  const { today } = useSession();
  const [of, setOf] = useState(replaces?.of ?? first?.key ?? "");
  const [files, setFiles] = useState<readonly File[]>([]);
  const [note, setNote] = useState("");
  const [performedOn, setPerformedOn] = useState(today);
  const [people, setPeople] = useState("");
  const [quantity, setQuantity] = useState("");
  const [part, setPart] = useState<number>();
  const chosen = options.find(({ key }) => key === of);
  const isService = chosen?.kind === "service";
  const isCounted = chosen !== undefined && chosen.quota !== null && chosen.quota.count > mostByHand;
  const send = useCommand(async () => {
    setPart(0);
    try {
      const kept = await uploadFiles(place, files, setPart);
      await submit(place, {
        of,
        files: kept,
        ...(note.trim() === "" ? {} : { note: note.trim() }),
        ...(replaces === undefined ? {} : { replaces: replaces.id, ...factsOf(replaces) }),
        ...(isService ? { performedOn } : {}),
        ...(isService && people !== "" ? { people: Number(people) } : {}),
        ...(isCounted ? { quantity: Number(quantity) } : {}),
      });
    } finally {
      setPart(undefined);
    }
  });
  const label = replaces === undefined ? t("work.submit") : t("work.next");
  return (
    <FormDialog
      title={label}
      label={label}
      isDirty={!send.isSuccess && (files.length > 0 || note !== "" || people !== "" || quantity !== "")}
      isPending={send.isPending}
      refusal={send.error}
      submit={() => send.mutate(undefined, { onSuccess: close })}
      close={close}
    >
      {options.length === 0 ? null : <Which options={options} of={of} change={setOf} />}
      <FileChoice change={setFiles} />
      {isService ? (
        <>
          <Labelled label={t("work.performedOn")}>
            {(id) => (
              <Input
                id={id}
                type="date"
                required
                max={today}
                value={performedOn}
                onChange={({ target }) => setPerformedOn(target.value)}
              />
            )}
          </Labelled>
          <WholeNumber label={t("work.peopleCount")} value={people} change={setPeople} />
        </>
      ) : null}
      {isCounted ? (
        <WholeNumber label={t("work.quantity")} value={quantity} change={setQuantity} required />
      ) : null}
      <Labelled label={t("work.note")}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={1000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Labelled>
      {part === undefined ? null : (
        <Progress percent={Math.round(part * 100)} aria-label={t("work.uploading")} />
      )}
    </FormDialog>
  );
}

function Which(props: {
  readonly options: readonly Obligation[];
  readonly of: string;
  readonly change: (of: string) => void;
}) {
  const { options, of, change } = props;
  const { t, say } = useWords();
  const describe = ({ title, dueOn, quota, state }: Obligation) => {
    if (quota !== null) return `${say(title)} ${quota.done}/${quota.count}`;
    if (dueOn === null) return say(title);
    return `${say(title)}（${t("work.by", { day: dueOn })}${state === "overdue" ? `，${t("contracts.overdue")}` : ""}）`;
  };
  return (
    <Labelled label={t("work.for")}>
      {(id) => (
        <Select
          id={id}
          className="whole"
          value={of}
          options={options.map((option) => ({ value: option.key, label: describe(option) }))}
          onChange={change}
        />
      )}
    </Labelled>
  );
}

function FileChoice({ change }: { readonly change: (files: readonly File[]) => void }) {
  const { t } = useWords();
  return (
    <Labelled label={t("work.files")}>
      {(id) => (
        <>
          <input
            id={id}
            type="file"
            multiple
            required
            accept={accepted}
            onChange={({ target }) => change([...(target.files ?? [])])}
          />
          <small>{t("work.filesHint")}</small>
        </>
      )}
    </Labelled>
  );
}

function WholeNumber(props: {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly required?: boolean;
}) {
  const { label, value, change, required = false } = props;
  return (
    <Labelled label={label}>
      {(id) => (
        <Input
          id={id}
          inputMode="numeric"
          pattern="[1-9][0-9]*"
          required={required}
          value={value}
          onChange={({ target }) => change(target.value.trim())}
        />
      )}
    </Labelled>
  );
}

type Body = Parameters<(typeof ofPartner.submissions)["$post"]>[0]["json"];

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
