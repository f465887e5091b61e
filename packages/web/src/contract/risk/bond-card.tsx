import { read } from "../../client/api.ts";
import { useMay, useSession } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { Day, Distance } from "../../ui/day.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { yuan } from "../../ui/money.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place } from "../contract-place.ts";
import { BondClaims } from "./bond-claims.tsx";
import { EvidenceList } from "../evidence-list.tsx";
import type { Bond } from "./risk-queries.ts";
import type { useContractStatus } from "./use-contract-status.ts";
import { Fact } from "../../ui/fact.tsx";

const tones = { held: "info", released: "good", withdrawn: "plain" } as const;

interface Props {
  readonly place: Place;
  readonly bond: Bond;
  readonly status: ReturnType<typeof useContractStatus>;
}

/** A bond: the paper, what may still be claimed on it, its claims, and what may be done with it. */
export function BondCard({ place, bond, status }: Props) {
  const { t } = useWords();
  const { id, state, issuer, number, amount, open, receivedOn, validFrom, validUntil } = bond;
  const { released, withdrawn, entered, evidence } = bond;
  const name = `${issuer} ${number}`;
  return (
    <section className="panel" id={`bond.${id}`} aria-label={name}>
      <div className="panel-head">
        <h2>
          {name} <Tag tone={tones[state]}>{t(`bond.state.${state}`)}</Tag>
        </h2>
        <div className="sum money">{yuan(amount)}</div>
      </div>
      <dl className="facts wide">
        <Fact name={t("bond.valid")}>
          <Day date={validFrom} /> — <Day date={validUntil} />{" "}
          {state === "held" ? <Distance date={validUntil} late /> : null}
        </Fact>
        <Fact name={t("bond.receivedOn")}>
          <Day date={receivedOn} />
        </Fact>
        <Fact name={t("bond.open")}>{yuan(open)}</Fact>
        <Fact name={t("bond.enteredBy")}>{entered.name}</Fact>
      </dl>
      <EvidenceList place={place} evidence={evidence} />
      {released === null ? null : (
        <p>
          {t("bond.released", { on: released.on })} {released.name}：{released.reason}{" "}
          {released.document ?? ""}
        </p>
      )}
      {withdrawn === null ? null : (
        <p>
          {t("bond.state.withdrawn")} {withdrawn.name}：{withdrawn.reason}
        </p>
      )}
      <BondClaims place={place} bond={bond} isRunning={status === "active" || status === "terminated"} />
      {place.side === "agency" && state === "held" && status !== undefined && status !== "draft" ? (
        <BondSteps contractId={place.contractId} bond={bond} isRunning={status !== "closed"} />
      ) : null}
    </section>
  );
}

const one = ofContract.bonds[":bondId"];

function BondSteps(props: { readonly contractId: string; readonly bond: Bond; readonly isRunning: boolean }) {
  const { contractId, bond, isRunning } = props;
  const { t } = useWords();
  const may = useMay();
  const { today } = useSession();
  const param = { contractId, bondId: bond.id };
  const isValid = bond.validFrom <= today && today <= bond.validUntil;
  const isClaimed = bond.claims.some(({ state }) => state === "claimed");
  const document = { name: "document", label: t("evidence.document"), kind: "text" as const, optional: true };
  const reason = { name: "reason", label: t("common.reason"), kind: "longText" as const };
  return (
    <div className="actions">
      {isRunning && isValid && bond.open !== "0.00" && may("bond:claim") ? (
        <CommandDialog
          label={t("bond.doClaim")}
          lead={<p>{t("bond.claimLead")}</p>}
          fields={[
            {
              name: "amount",
              label: t("penalty.amountYuan"),
              kind: "money",
              hint: t("bond.claimMost", { amount: yuan(bond.open) }),
            },
            reason,
            { ...document, label: t("bond.claimDocument") },
          ]}
          run={({ amount = "", reason: why = "", ...rest }) =>
            read(one.claims.$post({ param, header: {}, json: { amount, reason: why, ...rest } }))
          }
        />
      ) : null}
      {isClaimed || !may("bond:enter") ? null : (
        <CommandDialog
          label={t("bond.release")}
          lead={<p>{t("bond.releaseLead")}</p>}
          fields={[
            { name: "on", label: t("bond.releasedOn"), kind: "date", initial: today, most: today },
            reason,
            document,
          ]}
          run={({ on = "", reason: why = "", ...rest }) =>
            read(one.release.$post({ param, header: {}, json: { on, reason: why, ...rest } }))
          }
        />
      )}
      {may("bond:enter") && bond.claims.every(({ state }) => state === "withdrawn") ? (
        <ReasonDialog
          label={t("bond.withdraw")}
          run={(why) => read(one.withdrawal.$post({ param, header: {}, json: { reason: why } }))}
          danger
        />
      ) : null}
    </div>
  );
}
