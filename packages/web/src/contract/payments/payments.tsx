import { useQuery } from "@tanstack/react-query";
import { sumMoney } from "@luyue/core/money";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Money, yuan } from "../../ui/money.tsx";
import { Why } from "../../ui/why.tsx";
import { useAnchor } from "../../ui/use-anchor.ts";
import { useWords } from "../../words/words.ts";
import type { Place } from "../contract-place.ts";
import { Account } from "../notices/account.tsx";
import { BalanceBar } from "./balance-bar.tsx";
import { PaymentCard } from "./payment-card.tsx";
import { SumFacts } from "./sum-facts.tsx";
import { type ContractMoney, contractInvoices, contractMoney } from "./payment-queries.ts";

/** The money of a contract: each payment with its gates, what runs beyond the term, deductions that wait, and the sums. */
export function Payments({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const query = useQuery(contractMoney(place));
  const { data: invoices = [] } = useQuery(contractInvoices(place));
  useAnchor(query.isSuccess);
  return (
    <Loaded query={query} rows={8}>
      {(money) =>
        money.lines.length === 0 ? (
          <Empty title={t("payment.none")}>{t("payment.noneHint")}</Empty>
        ) : (
          <>
            <Totals money={money} />
            <Overrun money={money} />
            <OpenDeductions money={money} />
            {money.lines.map((line) => (
              <PaymentCard
                key={line.of}
                place={place}
                line={line}
                invoices={invoices.filter(({ of }) => of === line.of)}
              />
            ))}
            <Account place={place} />
          </>
        )
      }
    </Loaded>
  );
}

function Totals({ money: { totals } }: { readonly money: ContractMoney }) {
  const { t } = useWords();
  return (
    <section className="panel" aria-labelledby="totals">
      <h2 id="totals">{t("payment.totals")}</h2>
      <BalanceBar balance={totals} label={t("payment.totals")} />
      <SumFacts totals={totals} wide />
    </section>
  );
}

function Overrun({ money: { overrun } }: { readonly money: ContractMoney }) {
  const { t, say } = useWords();
  if (overrun === null) return null;
  const { from, through, days, amount, why, over } = overrun;
  return (
    <p className="note">
      <strong>{over ? t("payment.overrunOver") : t("payment.overrun")}</strong> {from} — {through}，
      {t("payment.days", { count: days })}，
      <Why what={t("payment.overrun")} grounds={[{ name: t("common.why"), text: say(why) }]}>
        <Money amount={amount} />
      </Why>
    </p>
  );
}

function OpenDeductions({ money: { deductions } }: { readonly money: ContractMoney }) {
  const { t } = useWords();
  const open = deductions.filter((deduction) => deduction.open !== "0.00");
  if (open.length === 0) return null;
  return (
    <div className="note">
      <strong>
        {t("payment.openDeductions", { amount: yuan(sumMoney(open.map((each) => each.open))) })}
      </strong>
      <ul>
        {open.map(({ id, title, clause, open: amount }) => (
          <li key={id}>
            {title} {clause === null ? "" : `(${clause})`} {yuan(amount)}
          </li>
        ))}
      </ul>
    </div>
  );
}
