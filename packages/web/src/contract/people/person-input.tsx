import { Button, Checkbox, Input } from "antd";
import { Labelled } from "../../ui/labelled.tsx";
import { useWords } from "../../words/words.ts";
import { blankQualification, type PersonDraft, type QualificationDraft } from "./person-draft.ts";

/** The API takes so many qualifications of a person. */
const mostQualifications = 20;

interface Props {
  readonly draft: PersonDraft;
  readonly change: (draft: PersonDraft) => void;
}

/** Name, role and qualifications of one person. */
export function PersonInput({ draft, change }: Props) {
  const { t } = useWords();
  return (
    <>
      <Labelled label={t("people.name")}>
        {(id) => (
          <Input
            id={id}
            required
            maxLength={100}
            value={draft.name}
            onChange={({ target }) => change({ ...draft, name: target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t("people.role")}>
        {(id) => (
          <Input
            id={id}
            required
            maxLength={100}
            value={draft.role}
            onChange={({ target }) => change({ ...draft, role: target.value })}
          />
        )}
      </Labelled>
      <Checkbox checked={draft.key} onChange={({ target }) => change({ ...draft, key: target.checked })}>
        {t("people.isKey")}
      </Checkbox>
      <Qualifications draft={draft} change={change} />
    </>
  );
}

function Qualifications({ draft, change }: Props) {
  const { t } = useWords();
  const { qualifications } = draft;
  const put = (next: readonly QualificationDraft[]) => change({ ...draft, qualifications: next });
  return (
    <fieldset className="group">
      <legend>{t("people.qualifications")}</legend>
      {qualifications.map((each, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have nothing else to be told apart by
        <div key={at} className="qualification">
          <Labelled label={t("people.qualification", { at: at + 1 })}>
            {(id) => (
              <Input
                id={id}
                maxLength={200}
                required={`${each.number}${each.validUntil}`.trim() !== ""}
                value={each.title}
                onChange={({ target }) => put(qualifications.with(at, { ...each, title: target.value }))}
              />
            )}
          </Labelled>
          <Labelled label={t("people.certificate")}>
            {(id) => (
              <Input
                id={id}
                maxLength={100}
                value={each.number}
                onChange={({ target }) => put(qualifications.with(at, { ...each, number: target.value }))}
              />
            )}
          </Labelled>
          <Labelled label={t("people.validUntil")}>
            {(id) => (
              <Input
                id={id}
                type="date"
                value={each.validUntil}
                onChange={({ target }) => put(qualifications.with(at, { ...each, validUntil: target.value }))}
              />
            )}
          </Labelled>
          <Button
            type="text"
            danger
            aria-label={t("people.dropQualification", { at: at + 1 })}
            onClick={() => put(qualifications.toSpliced(at, 1))}
          >
            ×
          </Button>
        </div>
      ))}
      {qualifications.length < mostQualifications ? (
        <Button onClick={() => put([...qualifications, blankQualification])}>
          {t("people.addQualification")}
        </Button>
      ) : null}
    </fieldset>
  );
}
