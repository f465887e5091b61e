import { useQuery } from "@tanstack/react-query";
import { titleText } from "@luyue/core/contract";
import { read } from "../../client/api.ts";
import { refusalOf } from "../../client/refusal.ts";
import { useMay, useSession } from "../../session/session.ts";
import { CommandDialog, type Values } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { Refused } from "../../ui/refused.tsx";
import { yuan } from "../../ui/money.tsx";
import { useWords } from "../../words/words.ts";
import { contractState, ofContract, type Place } from "../contract-place.ts";
import type { Right } from "./risk-queries.ts";
import type { useContractStatus } from "./use-contract-status.ts";

interface Props {
  readonly place: Place;
  readonly right: Right;
}

const one = ofContract.rights[":right"];

/** What a person may make of a right: exercise it as it is given, let it go, or take the decision back. */
export function RightSteps(props: Props & { readonly status: ReturnType<typeof useContractStatus> }) {
  const { place, right, status } = props;
  const { t } = useWords();
  const may = useMay();
  if (!may("right:decide")) return null;
  const { contractId } = place;
  const { decision, key, gives } = right;
  if (decision !== null) {
    if (decision.decision === "exercised" && gives === "terminate")
      return status === "terminated" ? <small>{t("right.terminated")}</small> : null;
    if (status !== "active" && status !== "terminated") return null;
    const param = { contractId, decisionId: decision.id };
    return (
      <div className="actions">
        <ReasonDialog
          label={t("right.withdraw")}
          run={(reason) =>
            read(
              ofContract["right-decisions"][":decisionId"].withdrawal.$post({
                param,
                header: {},
                json: { reason },
              }),
            )
          }
        />
      </div>
    );
  }
  if (status !== "active") return null;
  return (
    <div className="actions">
      {gives === "terminate" ? <Terminate place={place} right={right} /> : null}
      {gives === "rectify" ? <DemandRectification place={place} right={right} /> : null}
      {gives === "claim" ? <small>{t("right.claimHint")}</small> : null}
      <ReasonDialog
        label={t("right.letGo")}
        run={(reason) =>
          read(one["letting-go"].$post({ param: { contractId, right: key }, header: {}, json: { reason } }))
        }
      />
    </div>
  );
}

function DemandRectification({ place: { contractId }, right }: Props) {
  const { t } = useWords();
  return (
    <CommandDialog
      label={t("right.rectify")}
      lead={<p>{t("right.rectifyLead")}</p>}
      fields={[
        { name: "until", label: t("right.rectifyUntil"), kind: "date" },
        { name: "reason", label: t("common.reason"), kind: "longText" },
      ]}
      run={({ until = "", reason = "" }) =>
        read(
          one.rectification.$post({
            param: { contractId, right: right.key },
            header: {},
            json: { until, reason },
          }),
        )
      }
      primary
    />
  );
}

/** Ends the contract: what that comes to is shown before, for the day and the price that have been written. */
function Terminate({ place, right }: Props) {
  const { t } = useWords();
  const { today } = useSession();
  const { contractId } = place;
  const { data } = useQuery(contractState(contractId));
  if (data === undefined) return null;
  const terms = data.terms.terms.rights?.find(({ key }) => right.key.startsWith(`terms.${key}`));
  const settles = terms?.settles?.settles;
  const fields: readonly Field[] = [
    { name: "on", label: t("right.endsOn"), kind: "date", initial: today },
    ...(settles === "refund"
      ? []
      : [
          {
            name: "price",
            label: t("right.price"),
            kind: "money" as const,
            optional: settles === "worked",
            hint: settles === "worked" ? t("right.priceWorked") : t("right.priceAgreed"),
          },
        ]),
    { name: "reason", label: t("common.reason"), kind: "longText" },
  ];
  return (
    <CommandDialog
      label={t("right.terminate")}
      lead={<p className="standing bad">{t("right.terminateLead")}</p>}
      fields={fields}
      preview={(values) => (
        <Consequences
          place={place}
          right={right}
          values={values}
          isComplete={values["on"] !== undefined && (settles !== undefined || values["price"] !== undefined)}
        />
      )}
      run={({ on = "", reason = "", price }) =>
        read(
          one.termination.$post({
            param: { contractId, right: right.key },
            header: {},
            json: { on, reason, ...(price === undefined ? {} : { price }) },
          }),
        )
      }
      danger
    />
  );
}

/** What the termination would settle, what would be owed back, and what goes with it. */
function Consequences(props: Props & { readonly values: Values; readonly isComplete: boolean }) {
  const { place, right, values, isComplete } = props;
  const { t, say } = useWords();
  const { contractId } = place;
  const { on = "", price } = values;
  const query = useQuery({
    queryKey: ["contract", contractId, "termination", right.key, on, price ?? ""],
    queryFn: () =>
      read(
        one.termination.$get({
          param: { contractId, right: right.key },
          query: { on, ...(price === undefined ? {} : { price }) },
        }),
      ),
    enabled: isComplete,
    retry: false,
  });
  const { data: state } = useQuery(contractState(contractId));
  if (!isComplete) return null;
  if (query.error !== null) return <Refused refusal={refusalOf(query.error)} />;
  if (query.data === undefined) return null;
  const { price: settled, why, refundOwed, handBackDemanded, penalty } = query.data;
  const rule = state?.terms.terms.penalties?.find(({ key }) => key === penalty);
  return (
    <section className="panel" aria-label={t("right.consequences")} aria-live="polite">
      <h3>{t("right.consequences")}</h3>
      <ul>
        <li>
          {t("right.settled", { amount: yuan(settled) })}
          <small className="block">{say(why)}</small>
        </li>
        <li>{t("right.refund", { amount: yuan(refundOwed) })}</li>
        <li>{t("right.releases")}</li>
        {handBackDemanded ? <li>{t("right.handBack")}</li> : null}
        {rule === undefined ? null : <li>{t("right.penalty", { title: say(titleText(rule.title)) })}</li>}
      </ul>
    </section>
  );
}
