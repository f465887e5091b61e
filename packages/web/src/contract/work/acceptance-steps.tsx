import { read } from "../../client/api.ts";
import { useCommand } from "../../client/use-command.ts";
import { useMay, useSession } from "../../session/session.ts";
import { CommandButton } from "../../ui/command-button.tsx";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";
import { AssessDialog } from "./assess-dialog.tsx";
import { nextStepOf, openRoundOf } from "./next-step.ts";
import type { Acceptance, Round } from "./work-queries.ts";

const one = ofContract["acceptance-rounds"][":roundId"];

interface Props {
  readonly contractId: string;
  readonly round: Round;
}

/** The next step of an acceptance, for whoever may take it. */
export function AcceptanceSteps({
  place,
  acceptance,
}: {
  readonly place: Place;
  readonly acceptance: Acceptance;
}) {
  const round = openRoundOf(acceptance);
  const { step } = nextStepOf(acceptance);
  if (round === undefined) return step === "apply" ? <Apply place={place} of={acceptance.of} /> : null;
  if (place.side === "partner") return <State place={place} round={round} />;
  const { contractId } = place;
  return (
    <div className="actions">
      {step === "sign" ? <Sign contractId={contractId} round={round} /> : null}
      {step === "conclude" ? <Conclude contractId={contractId} round={round} /> : null}
      <Assess contractId={contractId} round={round} acceptance={acceptance} first={step === "assess"} />
    </div>
  );
}

function useNote(): Field {
  const { t } = useWords();
  return { name: "note", label: t("work.note"), kind: "longText", optional: true };
}

function Apply({ place, of }: { readonly place: Place; readonly of: string }) {
  const { t } = useWords();
  const may = useMay();
  const { today } = useSession();
  const note = useNote();
  if (!may("acceptance:apply")) return null;
  const { contractId } = place;
  if (place.side === "partner") {
    const param = { contractId, agencyId: place.agencyId, of };
    return (
      <div className="actions">
        <CommandDialog
          label={t("work.apply")}
          fields={[note]}
          run={(values) =>
            read(ofPartner.acceptances[":of"].applications.$post({ param, header: {}, json: values }))
          }
          primary
        />
      </div>
    );
  }
  const on: Field = {
    name: "appliedOn",
    label: t("work.appliedOnPaper"),
    kind: "date",
    initial: today,
    most: today,
  };
  return (
    <div className="actions">
      <CommandDialog
        label={t("work.enterApplication")}
        fields={[on, note]}
        run={(values) =>
          read(
            ofContract.acceptances[":of"].applications.$post({
              param: { contractId, of },
              header: {},
              json: values,
            }),
          )
        }
      />
    </div>
  );
}

/** Each criterion is judged, by the record where that gives it; papers that will not do are objected to. */
function Assess(props: Props & { readonly acceptance: Acceptance; readonly first: boolean }) {
  const { contractId, round, acceptance, first } = props;
  const { t } = useWords();
  const may = useMay();
  if (!may("acceptance:review")) return null;
  const param = { contractId, roundId: round.id };
  const fields: readonly Field[] = [
    { name: "reason", label: t("work.objection"), kind: "longText" },
    { name: "rectifyBy", label: t("work.rectifyUntil"), kind: "date", optional: true },
  ];
  return (
    <>
      <AssessDialog contractId={contractId} roundId={round.id} acceptance={acceptance} first={first} />
      {first ? (
        <CommandDialog
          label={t("work.object")}
          fields={fields}
          run={({ reason = "", ...rest }) =>
            read(one.objection.$post({ param, header: {}, json: { reason, ...rest } }))
          }
          danger
        />
      ) : null}
    </>
  );
}

/** Each acceptor for themself; what an expert from outside signed is recorded with the paper's number. */
function Sign({ contractId, round }: Props) {
  const { t } = useWords();
  const may = useMay();
  const { name, roles } = useSession();
  const param = { contractId, roundId: round.id };
  const sign = useCommand(() => read(one.signatures.$post({ param, header: {}, json: { agrees: true } })));
  if (!may("acceptance:sign")) return null;
  const open = (round.assessment?.acceptors ?? []).filter(({ signature }) => signature === null);
  const isMine = open.some((acceptor) => !acceptor.expert && acceptor.name === name);
  const experts = roles.includes("contractManager") ? open.filter(({ expert }) => expert) : [];
  return (
    <>
      {isMine ? (
        <>
          <CommandButton label={t("work.sign")} command={sign} primary />
          <CommandDialog
            label={t("work.disagree")}
            fields={[{ name: "note", label: t("common.reason"), kind: "longText" }]}
            run={(values) =>
              read(one.signatures.$post({ param, header: {}, json: { agrees: false, ...values } }))
            }
            danger
          />
        </>
      ) : null}
      {experts.map(({ key, name: expert }) => (
        <CommandDialog
          key={key}
          label={t("work.recordSignature", { name: expert })}
          fields={[{ name: "document", label: t("event.document"), kind: "text" }]}
          run={({ document = "" }) =>
            read(
              one.signatures.$post({
                param,
                header: {},
                json: { acceptor: key, agrees: true, evidence: [{ document }] },
              }),
            )
          }
        />
      ))}
    </>
  );
}

/** By somebody else than who assessed it; it passes only where every criterion was met and all agree. */
function Conclude({ contractId, round }: Props) {
  const { t } = useWords();
  const may = useMay();
  const { name } = useSession();
  const param = { contractId, roundId: round.id };
  const pass = useCommand(() =>
    read(one.conclusion.$post({ param, header: {}, json: { outcome: "passed" } })),
  );
  const { assessment } = round;
  if (!may("acceptance:conclude") || assessment === null) return null;
  if (assessment.name === name) return <small>{t("work.concludedByAnother")}</small>;
  const isMet =
    assessment.results.every(({ passed }) => passed) &&
    assessment.acceptors.every(({ signature }) => signature?.agrees === true);
  const fields: readonly Field[] = [
    { name: "reason", label: t("common.reason"), kind: "longText" },
    { name: "rectifyBy", label: t("work.rectifyUntil"), kind: "date", optional: true },
  ];
  return (
    <>
      {isMet ? <CommandButton label={t("work.pass")} command={pass} primary /> : null}
      <CommandDialog
        label={t("work.fail")}
        fields={fields}
        run={(values) =>
          read(one.conclusion.$post({ param, header: {}, json: { outcome: "failed", ...values } }))
        }
        danger
      />
    </>
  );
}

/** What the vendor says of the findings while the round is open. */
function State(props: { readonly place: Extract<Place, { side: "partner" }>; readonly round: Round }) {
  const { place, round } = props;
  const { t } = useWords();
  if (round.assessment === null) return null;
  const param = { contractId: place.contractId, agencyId: place.agencyId, roundId: round.id };
  return (
    <div className="actions">
      <CommandDialog
        label={t("work.say")}
        fields={[{ name: "note", label: t("work.stateNote"), kind: "longText" }]}
        run={({ note = "" }) =>
          read(
            ofPartner["acceptance-rounds"][":roundId"].statement.$post({ param, header: {}, json: { note } }),
          )
        }
      />
    </div>
  );
}
