import { useQuery } from "@tanstack/react-query";
import { read } from "../../client/api.ts";
import { useMay, useSession } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { yuan } from "../../ui/money.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place } from "../contract-place.ts";
import { contractBonds, type Penalty } from "./risk-queries.ts";

interface Props {
  readonly place: Place;
  readonly penalty: Penalty;
}

const one = ofContract.penalties[":penaltyId"];

/** How an imposed penalty is taken, all that is open or a part of it: set off, claimed, paid, or waived. */
export function TakePenalty({ place, penalty }: Props) {
  const { t } = useWords();
  const may = useMay();
  const { id, today } = useSession();
  const open = penalty.standing?.open ?? "0.00";
  if (open === "0.00") return null;
  const param = { contractId: place.contractId, penaltyId: penalty.id };
  const amount: Field = {
    name: "amount",
    label: t("penalty.amountYuan"),
    kind: "money",
    initial: open,
    hint: t("penalty.openHint", { open: yuan(open) }),
  };
  return (
    <>
      {may("penalty:collect") ? (
        <>
          <CommandDialog
            label={t("penalty.setOff")}
            lead={<p>{t("penalty.setOffLead")}</p>}
            fields={[amount]}
            run={(values) => read(one["set-offs"].$post({ param, header: {}, json: values }))}
            primary
          />
          <CommandDialog
            label={t("penalty.recordPaid")}
            fields={[
              amount,
              { name: "on", label: t("penalty.paidOn"), kind: "date", initial: today, most: today },
              { name: "document", label: t("penalty.voucher"), kind: "text" },
            ]}
            run={({ on = "", document = "", ...rest }) =>
              read(one.payments.$post({ param, header: {}, json: { on, document, ...rest } }))
            }
          />
        </>
      ) : null}
      <ClaimOnBond place={place} penalty={penalty} amount={amount} />
      {may("penalty:decide") && penalty.decided?.actorId !== id ? (
        <CommandDialog
          label={t("penalty.waive")}
          fields={[amount, { name: "reason", label: t("common.reason"), kind: "longText" }]}
          run={({ reason = "", ...rest }) =>
            read(one.waivers.$post({ param, header: {}, json: { reason, ...rest } }))
          }
          danger
        />
      ) : null}
    </>
  );
}

/** Claims it on a bond that is valid today and has something left. */
function ClaimOnBond({ place, penalty, amount }: Props & { readonly amount: Field }) {
  const { t } = useWords();
  const may = useMay();
  const { today } = useSession();
  const { data } = useQuery(contractBonds(place));
  const bonds = (data?.items ?? []).filter(
    ({ state, validFrom, validUntil, open }) =>
      state === "held" && validFrom <= today && today <= validUntil && open !== "0.00",
  );
  const [first] = bonds;
  if (first === undefined || !may("bond:claim")) return null;
  const fields: readonly Field[] = [
    {
      name: "bondId",
      label: t("penalty.bond"),
      kind: "choice",
      options: bonds.map(({ id, issuer, number, open }) => ({
        value: id,
        label: `${issuer} ${number}（${t("bond.open")} ${yuan(open)}）`,
      })),
      initial: first.id,
    },
    amount,
    { name: "document", label: t("bond.claimDocument"), kind: "text", optional: true },
  ];
  return (
    <CommandDialog
      label={t("penalty.claimOnBond")}
      fields={fields}
      run={({ bondId = "", ...rest }) =>
        read(
          one["bond-claims"].$post({
            param: { contractId: place.contractId, penaltyId: penalty.id },
            header: {},
            json: { bondId, ...rest },
          }),
        )
      }
    />
  );
}
