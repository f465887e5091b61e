import type { ContractTerms } from "@luyue/core/contract";
import { compareMoney, toCapitals } from "@luyue/core/money";
import { Button, Input, Select } from "antd";
import { Money, yuan } from "../ui/money.tsx";
import { parseMoneyInput } from "../ui/parse-money-input.ts";
import { Why } from "../ui/why.tsx";
import { useWords } from "../words/words.ts";
import type { TermsProps } from "./basics.tsx";
import { blankTranche } from "./blank-terms.ts";
import { computeTranches, type TrancheSums } from "./compute-terms.ts";
import { DueChoice } from "./due-choice.tsx";

type Tranche = ContractTerms["tranches"][number];

/** The payments: what each is, what it comes to, when it is due, and whether they add up. */
export function Tranches({ terms, change }: TermsProps) {
  const { t } = useWords();
  const sums = computeTranches(terms);
  const { tranches } = terms;
  return (
    <section className="panel" aria-labelledby="tranches">
      <h2 id="tranches">{t("contract.tab.payments")}</h2>
      {tranches.map((tranche, index) => (
        <TrancheFields
          key={tranche.key}
          tranche={tranche}
          sums={sums}
          change={(next) => change({ ...terms, tranches: tranches.with(index, next) })}
          remove={
            tranches.length < 2
              ? undefined
              : () => change({ ...terms, tranches: tranches.toSpliced(index, 1) })
          }
        />
      ))}
      <div className="actions">
        <Button onClick={() => change({ ...terms, tranches: [...tranches, blankTranche(tranches)] })}>
          {t("entry.addTranche")}
        </Button>
      </div>
      <SumLine total={terms.price.total} sums={sums} />
    </section>
  );
}

function TrancheFields(props: {
  readonly tranche: Tranche;
  readonly sums: TrancheSums;
  readonly change: (tranche: Tranche) => void;
  readonly remove: (() => void) | undefined;
}) {
  const { tranche, sums, change, remove } = props;
  const { t, say } = useWords();
  const { title, amount } = tranche;
  const found = sums.amounts.get(tranche.key);
  return (
    <fieldset className="tranche">
      <legend>{title.zh}</legend>
      <Input
        aria-label={t("entry.trancheTitle")}
        value={title.zh}
        maxLength={200}
        onChange={({ target }) => change({ ...tranche, title: { ...title, zh: target.value } })}
      />
      <Select
        aria-label={t("entry.way")}
        value={amount.amount}
        options={(["fixed", "rate", "remainder"] as const).map((way) => ({
          value: way,
          label: t(`entry.wayOf.${way}`),
        }))}
        onChange={(way) => change({ ...tranche, amount: amountOf(way, found?.amount) })}
      />
      {amount.amount === "fixed" ? (
        <Input
          aria-label={t("entry.fixed")}
          inputMode="decimal"
          value={amount.value}
          onChange={({ target }) => change({ ...tranche, amount: { ...amount, value: target.value } })}
          onBlur={() => change({ ...tranche, amount: { ...amount, value: parseMoneyInput(amount.value) } })}
        />
      ) : amount.amount === "rate" ? (
        <Input
          aria-label={t("entry.rate")}
          suffix="%"
          value={amount.rate.replace(/%$/, "")}
          onChange={({ target }) =>
            change({ ...tranche, amount: { ...amount, rate: `${target.value.trim()}%` } })
          }
        />
      ) : (
        <span />
      )}
      <span className="comes-to">
        {found === undefined ? (
          "—"
        ) : (
          <Why
            what={title.zh}
            grounds={[
              { name: t("common.why"), text: say(found.why) },
              { name: t("contract.capitals"), text: toCapitals(found.amount) },
            ]}
          >
            <Money amount={found.amount} />
          </Why>
        )}
      </span>
      <DueChoice tranche={tranche} change={change} />
      {remove === undefined ? null : (
        <Button type="text" danger aria-label={t("entry.remove", { title: title.zh })} onClick={remove}>
          ×
        </Button>
      )}
    </fieldset>
  );
}

function amountOf(way: Tranche["amount"]["amount"], known: string | undefined): Tranche["amount"] {
  if (way === "fixed") return { amount: "fixed", value: known ?? "0.00" };
  return way === "rate" ? { amount: "rate", rate: "0%" } : { amount: "remainder" };
}

/** Whether the payments are the price. */
function SumLine({ total, sums }: { readonly total: string; readonly sums: TrancheSums }) {
  const { t, say } = useWords();
  if (sums.problem !== undefined) return <p className="standing bad">{say(sums.problem)}</p>;
  const isEqual = sums.rest === "0.00";
  const said = isEqual
    ? t("entry.addsUp", { total: yuan(total) })
    : compareMoney(sums.sum, total) > 0
      ? t("entry.tooMuch", { sum: yuan(sums.sum), over: yuan(sums.rest.slice(1)) })
      : t("entry.tooLittle", { sum: yuan(sums.sum), rest: yuan(sums.rest) });
  return (
    <p role="status" className={isEqual ? "standing good" : "standing bad"}>
      {said}
    </p>
  );
}
