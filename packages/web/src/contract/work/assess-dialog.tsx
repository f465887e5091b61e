import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { read } from "../../client/api.ts";
import { useCommand } from "../../client/use-command.ts";
import { membersQuery } from "../../office/people/member-queries.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Labelled } from "../../ui/labelled.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract } from "../contract-place.ts";
import type { Acceptance } from "./work-queries.ts";

type Judgement = "record" | "met" | "notMet";
type Criterion = Acceptance["criteria"][number];

interface Judged {
  readonly judgement: Judgement;
  readonly note: string;
}

interface Props {
  readonly contractId: string;
  readonly roundId: string;
  readonly acceptance: Acceptance;
  readonly first: boolean;
}

/** Judges each criterion of an acceptance; again replaces what was entered, and signatures begin anew. */
export function AssessDialog(props: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type={props.first ? "primary" : "default"} onClick={() => setOpen(true)}>
        {props.first ? t("work.assess") : t("work.assessAgain")}
      </Button>
      {open ? <Dialog {...props} close={() => setOpen(false)} /> : null}
    </>
  );
}

function Dialog({ contractId, roundId, acceptance, close }: Props & { readonly close: () => void }) {
  const { t } = useWords();
  const { criteria } = acceptance;
  const [first] = useState<readonly Judged[]>(() =>
    criteria.map(({ measured }) => ({ judgement: measured === null ? "met" : "record", note: "" })),
  );
  const [judged, setJudged] = useState(first);
  const [members, setMembers] = useState<readonly string[]>([]);
  const [experts, setExperts] = useState<readonly string[]>([]);
  const isPanel = members.length > 0 || experts.length > 0;
  const assess = useCommand(() => {
    const results = criteria.flatMap(({ criterion }, at) => {
      const { judgement = "record", note = "" } = judged[at] ?? {};
      if (judgement === "record") return [];
      return [
        { criterion, passed: judgement === "met", ...(note.trim() === "" ? {} : { note: note.trim() }) },
      ];
    });
    const acceptors = [
      ...members.map((memberSubject) => ({ memberSubject })),
      ...experts.map((name) => ({ name })),
    ];
    const param = { contractId, roundId };
    const json = { results, ...(acceptors.length === 0 ? {} : { acceptors }) };
    return read(ofContract["acceptance-rounds"][":roundId"].assessment.$post({ param, header: {}, json }));
  });
  return (
    <FormDialog
      title={t("work.assess")}
      label={t("work.sendAssessment")}
      width={720}
      isDirty={(judged !== first || isPanel) && !assess.isSuccess}
      isPending={assess.isPending}
      refusal={assess.error}
      submit={() => assess.mutate(undefined, { onSuccess: close })}
      close={close}
    >
      {criteria.length === 0 ? <p>{t("work.noCriteria")}</p> : null}
      {criteria.map((criterion, at) => (
        <CriterionFields
          key={criterion.criterion}
          criterion={criterion}
          judged={judged[at] ?? { judgement: "record", note: "" }}
          change={(next) => setJudged(judged.with(at, next))}
        />
      ))}
      <Panel members={members} experts={experts} setMembers={setMembers} setExperts={setExperts} />
    </FormDialog>
  );
}

/** Who signs, of the agency and from outside; without a choice its acceptors do. */
function Panel(props: {
  readonly members: readonly string[];
  readonly experts: readonly string[];
  readonly setMembers: (subjects: readonly string[]) => void;
  readonly setExperts: (names: readonly string[]) => void;
}) {
  const { members, experts, setMembers, setExperts } = props;
  const { t } = useWords();
  const { data } = useQuery(membersQuery);
  const options = (data?.items ?? []).map(({ subject, name }) => ({ value: subject, label: name }));
  return (
    <div className="fields-2">
      <Labelled label={t("work.panel")}>
        {(id) => (
          <Select<string[]>
            id={id}
            className="whole"
            mode="multiple"
            placeholder={t("work.acceptorsSign")}
            value={[...members]}
            options={options}
            onChange={setMembers}
          />
        )}
      </Labelled>
      <Labelled label={t("work.experts")}>
        {(id) => (
          <>
            <Select<string[]>
              id={id}
              className="whole"
              mode="tags"
              tokenSeparators={["、", "，", ","]}
              value={[...experts]}
              onChange={setExperts}
            />
            <small>{t("work.expertsHint")}</small>
          </>
        )}
      </Labelled>
    </div>
  );
}

function CriterionFields(props: {
  readonly criterion: Criterion;
  readonly judged: Judged;
  readonly change: (judged: Judged) => void;
}) {
  const { criterion, judged, change } = props;
  const { t, say } = useWords();
  const { criterion: number, title, target, measured } = criterion;
  const name = `${number}. ${say(title)}`;
  const ways: readonly Judgement[] = measured === null ? ["met", "notMet"] : ["record", "met", "notMet"];
  return (
    <fieldset className="criterion">
      <legend>
        {name} · {target}
      </legend>
      {measured === null ? null : <small>{say(measured.why)}</small>}
      <div className="fields-2">
        <Select<Judgement>
          aria-label={name}
          value={judged.judgement}
          options={ways.map((way) => ({ value: way, label: t(`work.judge.${way}`) }))}
          onChange={(judgement) => change({ ...judged, judgement })}
        />
        <Input
          aria-label={`${name} ${t("work.note")}`}
          placeholder={t("work.note")}
          required={judged.judgement !== "record"}
          maxLength={1000}
          value={judged.note}
          onChange={({ target: { value } }) => change({ ...judged, note: value })}
        />
      </div>
    </fieldset>
  );
}
