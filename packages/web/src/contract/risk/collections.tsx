import { useQuery } from "@tanstack/react-query";
import { read } from "../../client/api.ts";
import { useMay } from "../../session/session.ts";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { showInstant } from "../../ui/show-instant.ts";
import { yuan } from "../../ui/money.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place } from "../contract-place.ts";
import { type Collection, contractBonds, type Penalty, takenDeductions } from "./risk-queries.ts";

interface Props {
  readonly place: Place;
  readonly penalty: Penalty;
}

/** How a penalty was dealt with, each with who, when and by what, and what was taken back of it. */
export function Collections({ place, penalty }: Props) {
  const { t } = useWords();
  if (penalty.collections.length === 0) return null;
  return (
    <ul className="papers" aria-label={t("penalty.taking")}>
      {penalty.collections.map((collection) => (
        <CollectionRow key={collection.id} place={place} penalty={penalty} collection={collection} />
      ))}
    </ul>
  );
}

function CollectionRow({ place, penalty, collection }: Props & { readonly collection: Collection }) {
  const { t } = useWords();
  const { way, amount, by, on, document, reason, revoked } = collection;
  const story = [
    `${by.name} ${showInstant(by.at)}`,
    on === null ? "" : t("penalty.paidDay", { day: on }),
    document ?? "",
    reason ?? "",
    revoked === null ? "" : t("penalty.revoked", { name: revoked.name, reason: revoked.reason }),
  ].filter((part) => part !== "");
  return (
    <li>
      <div>
        <Tag tone={revoked === null ? "info" : "plain"}>
          {revoked === null ? t(`penalty.way.${way}`) : t("penalty.revokedTag")}
        </Tag>{" "}
        {revoked === null ? yuan(amount) : <del>{`${t(`penalty.way.${way}`)} ${yuan(amount)}`}</del>}
        <small className="block">{story.join(" · ")}</small>
      </div>
      {place.side === "agency" && revoked === null ? (
        <Revoke place={place} penalty={penalty} collection={collection} />
      ) : null}
    </li>
  );
}

/** What a payment has set off, or an issuer paid, is not taken back here. */
function Revoke({ place, penalty, collection }: Props & { readonly collection: Collection }) {
  const { t } = useWords();
  const may = useMay();
  const { contractId } = place;
  const { data: taken } = useQuery({ ...takenDeductions(contractId), enabled: collection.way === "setOff" });
  const { data: bonds } = useQuery({ ...contractBonds(place), enabled: collection.way === "bond" });
  if (!may("penalty:decide")) return null;
  if (collection.way === "setOff") {
    if (taken === undefined) return null;
    if (collection.deductionId !== null && taken.includes(collection.deductionId))
      return <small>{t("penalty.takenByPayment")}</small>;
  }
  if (collection.way === "bond") {
    const claims = bonds?.items.find(({ id }) => id === collection.bondId)?.claims ?? [];
    const claim = claims.find(({ penaltyId, state }) => penaltyId === penalty.id && state === "claimed");
    if (claim === undefined) return null;
  }
  const param = { contractId, penaltyId: penalty.id, collectionId: collection.id };
  return (
    <ReasonDialog
      label={t("penalty.revoke")}
      run={(reason) =>
        read(
          ofContract.penalties[":penaltyId"].collections[":collectionId"].revocation.$post({
            param,
            header: {},
            json: { reason },
          }),
        )
      }
      danger
    />
  );
}
