import { read } from "../../client/api.ts";
import { useMay, useSession } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { yuan } from "../../ui/money.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract } from "../contract-place.ts";
import { sumText } from "./penalty-amount.tsx";
import type { Penalties, Penalty } from "./risk-queries.ts";

interface Props {
  readonly contractId: string;
  readonly penalty: Penalty;
}

const one = ofContract.penalties[":penaltyId"];

/** The decision on a proposed penalty: by somebody else, once the vendor has answered or its time is over. */
export function DecidePenalty({ contractId, penalty, caps }: Props & { readonly caps: Penalties["caps"] }) {
  const { t } = useWords();
  const may = useMay();
  const { id, today } = useSession();
  const { state, proposed, answer, answerBy } = penalty;
  if (state !== "proposed" || !may("penalty:decide")) return null;
  const param = { contractId, penaltyId: penalty.id };
  const isOwn = proposed.actorId === id || (answer?.side === "buyer" && answer.actorId === id);
  const waits = answer === null && today <= answerBy;
  return (
    <>
      {isOwn ? (
        <small>{t("penalty.byAnother")}</small>
      ) : (
        <>
          {waits ? (
            <small>{t("penalty.waits", { day: answerBy })}</small>
          ) : (
            <Impose contractId={contractId} penalty={penalty} caps={caps} />
          )}
          <ReasonDialog
            label={t("penalty.dismiss")}
            run={(reason) => read(one.dismissal.$post({ param, header: {}, json: { reason } }))}
            danger
          />
        </>
      )}
      <WithdrawPenalty contractId={contractId} penalty={penalty} />
    </>
  );
}

/** Imposes the rule's sum, or one out of its range; less wants a reason, and what is beyond a cap is cut. */
function Impose({ contractId, penalty, caps }: Props & { readonly caps: Penalties["caps"] }) {
  const { t, say } = useWords();
  const { sum, why } = penalty;
  const least = sum.amount ?? sum.from ?? "0.00";
  return (
    <CommandDialog
      label={t("penalty.impose")}
      lead={
        <>
          <p>
            <strong>{sumText(sum)}</strong>
            <small className="block">{say(why)}</small>
          </p>
          {caps.map(({ key, title, used, limit }) => (
            <small key={key} className="block">
              {say(title)}：{t("penalty.capUsed", { used: yuan(used), limit: yuan(limit) })}
              {t("penalty.capCuts")}
            </small>
          ))}
        </>
      }
      fields={[
        {
          name: "amount",
          label: t("penalty.amountYuan"),
          kind: "money",
          initial: sum.amount ?? "",
          hint: t("penalty.lessWantsReason", { least: yuan(least) }),
        },
        { name: "note", label: t("penalty.decisionNote"), kind: "longText", optional: true },
      ]}
      run={({ amount = "", ...rest }) =>
        read(
          one.imposition.$post({
            param: { contractId, penaltyId: penalty.id },
            header: {},
            json: { amount, ...rest },
          }),
        )
      }
      primary
    />
  );
}

/** Takes a penalty back, while nothing of it has been dealt with; once it is imposed, not by who proposed it. */
export function WithdrawPenalty({ contractId, penalty }: Props) {
  const { t } = useWords();
  const may = useMay();
  const { id } = useSession();
  const { state, proposed, collections } = penalty;
  const isImposed = state === "imposed";
  const isDealtWith = collections.some(({ revoked }) => revoked === null);
  const mayTake = state === "proposed" || (isImposed && proposed.actorId !== id && !isDealtWith);
  if (!mayTake || !may("penalty:decide")) return null;
  return (
    <ReasonDialog
      label={t("penalty.withdraw")}
      run={(reason) =>
        read(
          one.withdrawal.$post({
            param: { contractId, penaltyId: penalty.id },
            header: {},
            json: { reason },
          }),
        )
      }
    />
  );
}
