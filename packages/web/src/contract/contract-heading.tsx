import { toCapitals } from "@luyue/core/money";
import { statusTones } from "../contracts/contract-table.tsx";
import { useSession } from "../session/session.ts";
import { yuan } from "../ui/money.tsx";
import { Tag } from "../ui/tag.tsx";
import { Why } from "../ui/why.tsx";
import { useWords } from "../words/words.ts";
import type { ContractHere } from "./contract-place.ts";

/** What a contract is, in one line: number, parties, price, and how it stands. */
export function ContractHeading({ head }: { readonly head: ContractHere["head"] }) {
  const { t } = useWords();
  const { side, organisation } = useSession();
  const { status, phase, number, buyerName, vendorName, total, pendingFrom, deriving } = head;
  return (
    <>
      {status === undefined ? null : (
        <>
          <Tag tone={statusTones[status]}>
            {status === "active" && phase !== undefined && phase !== null
              ? t(`contract.phase.${phase}`)
              : t(`contracts.statusOf.${status}`)}
          </Tag>{" "}
        </>
      )}
      {number} · {t("side.buyer")} {buyerName} · {t("side.vendor")}{" "}
      {side === "partner" ? organisation : vendorName} ·{" "}
      <Why what={t("contract.price")} grounds={[{ name: t("contract.capitals"), text: toCapitals(total) }]}>
        <span className="money">{yuan(total)}</span>
      </Why>
      {pendingFrom === null ? null : (
        <>
          {" "}
          <Tag tone="warn">{t("contracts.pending", { day: pendingFrom })}</Tag>
        </>
      )}
      {deriving === true ? <Tag tone="warn">{t("contract.deriving")}</Tag> : null}
    </>
  );
}
