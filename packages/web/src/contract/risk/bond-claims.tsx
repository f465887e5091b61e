import { read } from "../../client/api.ts";
import { useMay, useSession } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { yuan } from "../../ui/money.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place } from "../contract-place.ts";
import type { Bond } from "./risk-queries.ts";

type Claim = Bond["claims"][number];

const tones = { claimed: "warn", paid: "good", withdrawn: "plain" } as const;

interface Props {
  readonly place: Place;
  readonly bond: Bond;
  readonly isRunning: boolean;
}

/** What was claimed on a bond, and what the issuer has paid of it. */
export function BondClaims({ place, bond, isRunning }: Props) {
  const { t } = useWords();
  if (bond.claims.length === 0) return null;
  const storyOf = ({ claimed, paid, withdrawn }: Claim) => [
    t("bond.claimedOn", { day: claimed.on, name: claimed.name, document: claimed.document ?? "" }).trim(),
    ...(paid === null ? [] : [t("bond.paidOn", { day: paid.on, name: paid.name, document: paid.document })]),
    ...(withdrawn === null ? [] : [`${t("bond.claim.withdrawn")} ${withdrawn.name}：${withdrawn.reason}`]),
  ];
  return (
    <ul className="papers" aria-label={t("bond.claims")}>
      {bond.claims.map((claim) => (
        <li key={claim.id}>
          <div>
            <Tag tone={tones[claim.state]}>{t(`bond.claim.${claim.state}`)}</Tag> {yuan(claim.amount)}：
            {claim.reason}
            <small className="block">{storyOf(claim).join(" · ")}</small>
          </div>
          {place.side === "agency" && isRunning && claim.state === "claimed" ? (
            <ClaimSteps contractId={place.contractId} bondId={bond.id} claim={claim} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** By somebody else than who claimed; the claim of a penalty is taken back at the penalty. */
function ClaimSteps(props: { readonly contractId: string; readonly bondId: string; readonly claim: Claim }) {
  const { contractId, bondId, claim } = props;
  const { t } = useWords();
  const may = useMay();
  const { id, today } = useSession();
  if (!may("bond:claim")) return null;
  const param = { contractId, bondId, claimId: claim.id };
  const one = ofContract.bonds[":bondId"].claims[":claimId"];
  return (
    <div className="actions">
      {claim.claimed.actorId === id ? (
        <small>{t("bond.paidByAnother")}</small>
      ) : (
        <CommandDialog
          label={t("bond.recordPaid")}
          fields={[
            { name: "on", label: t("penalty.paidOn"), kind: "date", initial: today, most: today },
            { name: "document", label: t("penalty.voucher"), kind: "text" },
          ]}
          run={({ on = "", document = "" }) =>
            read(one.payment.$post({ param, header: {}, json: { on, document } }))
          }
          primary
        />
      )}
      {claim.penaltyId === null ? (
        <ReasonDialog
          label={t("bond.withdrawClaim")}
          run={(reason) => read(one.withdrawal.$post({ param, header: {}, json: { reason } }))}
          danger
        />
      ) : (
        <small>{t("bond.ofPenalty")}</small>
      )}
    </div>
  );
}
