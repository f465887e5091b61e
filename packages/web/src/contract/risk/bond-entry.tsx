import { read } from "../../client/api.ts";
import { useSession } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { yuan } from "../../ui/money.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place } from "../contract-place.ts";
import { evidenceOf } from "../evidence.ts";
import { useEvidence } from "../use-evidence.ts";
import type { Bonds } from "./risk-queries.ts";

/** Enters a bond that has come, of at least what was agreed, or one that takes the place of another. */
export function EnterBond(props: {
  readonly place: Place;
  readonly items: Bonds["items"];
  readonly standing: NonNullable<Bonds["standing"]>;
}) {
  const { place, items, standing } = props;
  const { t } = useWords();
  const { today } = useSession();
  const evidence = useEvidence(place);
  const held = items.filter(({ state }) => state === "held");
  const fields: readonly Field[] = [
    { name: "issuer", label: t("bond.issuer"), kind: "text" },
    { name: "number", label: t("bond.number"), kind: "text" },
    {
      name: "amount",
      label: t("bond.amount"),
      kind: "money",
      initial: standing.agreed.amount,
      hint: t("bond.leastAmount", { amount: yuan(standing.agreed.amount) }),
    },
    { name: "receivedOn", label: t("bond.receivedOn"), kind: "date", initial: today, most: today },
    { name: "validFrom", label: t("bond.validFrom"), kind: "date", initial: today },
    { name: "validUntil", label: t("bond.validUntil"), kind: "date", initial: standing.neededUntil ?? "" },
    ...(held.length === 0
      ? []
      : [
          {
            name: "replaces",
            label: t("bond.replaces"),
            kind: "choice" as const,
            options: held.map(({ id, issuer, number }) => ({ value: id, label: `${issuer} ${number}` })),
            optional: true,
          },
        ]),
    ...evidence.fields,
  ];
  return (
    <CommandDialog
      label={held.length === 0 ? t("bond.enter") : t("bond.enterAnother")}
      fields={fields}
      files={{ ...evidence.files, label: t("bond.scan") }}
      run={(
        {
          issuer = "",
          number = "",
          amount = "",
          receivedOn = "",
          validFrom = "",
          validUntil = "",
          ...values
        },
        files,
      ) =>
        read(
          ofContract.bonds.$post({
            param: { contractId: place.contractId },
            header: {},
            json: {
              issuer,
              number,
              amount,
              receivedOn,
              validFrom,
              validUntil,
              ...(values["replaces"] === undefined ? {} : { replaces: values["replaces"] }),
              evidence: evidenceOf(values, files),
            },
          }),
        )
      }
      primary={held.length === 0}
    />
  );
}
