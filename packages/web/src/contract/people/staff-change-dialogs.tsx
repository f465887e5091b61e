import { periodPhrase } from "@luyue/core/date-rule";
import { read } from "../../client/api.ts";
import { useSession } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place } from "../contract-place.ts";
import { evidenceOf } from "../evidence.ts";
import { filesTo } from "../upload-files.ts";
import {
  askStaffChange,
  carryOutStaffChange,
  type People,
  type Person,
  type StaffChange,
} from "./people-queries.ts";
import { PersonDialog } from "./person-dialog.tsx";

interface OfPerson {
  readonly place: Place;
  readonly person: Person;
}

/** How far ahead the contract wants a change to be asked for, and the first day that would do. */
function useNoticeHint(people: People): string {
  const { t, say } = useWords();
  const { ahead } = people;
  if (ahead === null) return t("people.noNotice");
  const { count, unit, on, clause } = ahead;
  return t("people.noticeHint", {
    ahead: say(periodPhrase(count, unit)),
    day: on,
    clause: clause ?? "",
  });
}

/** The vendor asks for somebody else in a person's place; the agency does on a paper of the vendor's. */
export function AskChange({ place, people, person }: OfPerson & { readonly people: People }) {
  const { t } = useWords();
  const { today } = useSession();
  const hint = useNoticeHint(people);
  const isAgency = place.side === "agency";
  const paper: readonly Field[] = isAgency
    ? [
        {
          name: "document",
          label: t("people.request"),
          kind: "text",
          optional: true,
          hint: t("people.paperHint"),
        },
      ]
    : [];
  const first = people.ahead?.on ?? today;
  return (
    <PersonDialog
      place={place}
      label={isAgency ? t("people.enterRequest") : t("people.ask")}
      title={t("people.askOf", { name: person.name })}
      hint={<p className="note">{hint}</p>}
      fields={[
        { name: "on", label: t("people.from"), kind: "date", initial: first },
        { name: "reason", label: t("common.reason"), kind: "longText" },
        ...paper,
      ]}
      about={{ title: t("people.comesNow"), optional: true }}
      files={t("evidence.files")}
      run={({ values: { on = first, reason = "" }, person: comes, evidence }) =>
        askStaffChange(place, {
          out: person.id,
          on,
          reason,
          ...(comes === undefined ? {} : { in: comes }),
          ...(evidence.length === 0 ? {} : { evidence }),
        })
      }
    />
  );
}

/** The buyer wants another person by a day. */
export function DemandChange({ place, person }: OfPerson) {
  const { t } = useWords();
  const { today } = useSession();
  const { contractId } = place;
  return (
    <CommandDialog
      label={t("people.demand")}
      title={t("people.demandOf", { name: person.name })}
      fields={[
        { name: "on", label: t("people.demandBy"), kind: "date", initial: today },
        { name: "reason", label: t("common.reason"), kind: "longText", hint: t("people.demandHint") },
        { name: "document", label: t("evidence.document"), kind: "text", optional: true },
      ]}
      files={filesTo(place, t("evidence.files"))}
      run={({ on = today, reason = "", ...said }, files) => {
        const evidence = evidenceOf(said, files);
        const json = { out: person.id, on, reason, ...(evidence.length === 0 ? {} : { evidence }) };
        return read(ofContract["staff-demands"].$post({ param: { contractId }, header: {}, json }));
      }}
    />
  );
}

/** The vendor names who comes in the place of somebody whom the buyer wants replaced. */
export function CarryOut({ place, change }: { readonly place: Place; readonly change: StaffChange }) {
  const { t } = useWords();
  return (
    <PersonDialog
      place={place}
      label={t("people.carryOut")}
      primary
      hint={<p>{t("people.carryOutHint")}</p>}
      fields={[]}
      run={({ person }) =>
        person === undefined ? Promise.resolve() : carryOutStaffChange(place, change.id, { in: person })
      }
    />
  );
}
