import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { read } from "../../client/api.ts";
import { refusalOf } from "../../client/refusal.ts";
import { useSession } from "../../session/session.ts";
import { CommandDialog, type Values } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { yuan } from "../../ui/money.tsx";
import { Refused } from "../../ui/refused.tsx";
import { useWords } from "../../words/words.ts";
import { contractState, ofContract } from "../contract-place.ts";
import { OpenMatters } from "./open-matters.tsx";
import { Fact } from "../../ui/fact.tsx";

interface OfContract {
  readonly contractId: string;
}

/** What the form has for "by another way than the contract's own grounds". */
const otherWay = "-";

/** Ends a contract early, on a ground that it agrees on or by another way, with the price of the work done. */
export function EndContract({ contractId }: OfContract) {
  const { t } = useWords();
  const { today } = useSession();
  const { data } = useQuery(contractState(contractId));
  const grounds = data?.terms.terms.earlyEnds ?? [];
  const [first] = grounds;
  const fields = ({ ground = first?.key ?? otherWay }: Values): readonly Field[] => [
    {
      name: "ground",
      label: t("life.ground"),
      kind: "choice",
      initial: first?.key ?? otherWay,
      options: [
        ...grounds.map(({ key, title, clause }) => ({
          value: key,
          label: clause === undefined ? title.zh : `${title.zh}（${clause}）`,
        })),
        { value: otherWay, label: t("life.otherWay") },
      ],
    },
    { name: "on", label: t("life.endOn"), kind: "date", initial: today, most: today },
    {
      name: "price",
      label: t("life.price"),
      kind: "money",
      optional: ground !== otherWay,
      hint: ground === otherWay ? t("life.priceHint") : t("life.priceOfGround"),
    },
    { name: "reason", label: t("common.reason"), kind: "longText" },
  ];
  return (
    <CommandDialog
      label={t("life.end")}
      danger
      fields={fields}
      preview={({ ground = otherWay, on = today }) => (
        <>
          {ground === otherWay ? null : <Settlement contractId={contractId} ground={ground} on={on} />}
          <OpenMatters contractId={contractId} />
          <p className="note">{t("life.endHint")}</p>
        </>
      )}
      run={({ ground, on = today, price, reason = "" }) =>
        read(
          ofContract.end.$post({
            param: { contractId },
            header: {},
            json: {
              on,
              reason,
              ...(ground === undefined || ground === otherWay ? {} : { ground }),
              ...(price === undefined ? {} : { price }),
            },
          }),
        )
      }
    />
  );
}

/** What the end would settle by the time worked, and whether its notice has run. */
function Settlement({
  contractId,
  ground,
  on,
}: OfContract & { readonly ground: string; readonly on: string }) {
  const { t, say } = useWords();
  const { data, error } = useQuery({
    queryKey: ["contract", contractId, "settlement", ground, on],
    queryFn: () => read(ofContract.settlement.$get({ param: { contractId }, query: { ground, on } })),
    placeholderData: keepPreviousData,
    // Not asked again once it has been carried out; forgotten with the form.
    staleTime: "static",
    gcTime: 0,
  });
  if (error !== null) return <Refused refusal={refusalOf(error)} />;
  if (data === undefined) return null;
  const { noticedOn, possibleFrom, price, why } = data;
  return (
    <section aria-label={t("life.settlement")}>
      <h3>{t("life.settlement")}</h3>
      <dl className="facts">
        <Fact name={t("life.noticed")}>{noticedOn ?? t("life.notNoticed")}</Fact>
        <Fact name={t("life.possibleFrom")}>{possibleFrom ?? t("common.noDay")}</Fact>
        <Fact name={t("life.price")}>
          <strong className="money">{yuan(price)}</strong>
        </Fact>
      </dl>
      <small>{say(why)}</small>
      {possibleFrom !== null && possibleFrom > on ? (
        <p className="standing bad">{t("life.notYet", { day: possibleFrom })}</p>
      ) : null}
    </section>
  );
}
