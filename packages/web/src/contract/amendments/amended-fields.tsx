import type { ContractTerms } from "@luyue/core/contract";
import { Input } from "antd";
import { type TermsProps, TermDays } from "../../entry/basics.tsx";
import { Labelled } from "../../ui/labelled.tsx";
import { MoneyHint } from "../../ui/money-hint.tsx";
import { parseMoneyInput } from "../../ui/parse-money-input.ts";
import { useWords } from "../../words/words.ts";

/** What supplements usually change besides payments: price and its lines, days of the term, how often, the bond. */
export function AmendedFields({ terms, change }: TermsProps) {
  const { t } = useWords();
  const { price, bond } = terms;
  return (
    <section className="panel" aria-labelledby="amended">
      <h2 id="amended">{t("amendment.usual")}</h2>
      <div className="fields-2">
        <MoneyField
          label={t("contracts.total")}
          value={price.total}
          set={(total) => change({ ...terms, price: { ...price, total } })}
        />
        {bond === undefined ? null : (
          <MoneyField
            label={t("amendment.bond")}
            value={bond.amount}
            set={(amount) => change({ ...terms, bond: { ...bond, amount } })}
          />
        )}
        {terms.terms.map((term, index) => (
          <TermDays key={term.key} terms={terms} change={change} index={index} />
        ))}
      </div>
      <PriceLines terms={terms} change={change} />
      <Counts terms={terms} change={change} />
    </section>
  );
}

function MoneyField(props: {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
}) {
  const { label, value, set } = props;
  return (
    <Labelled label={label}>
      {(id) => (
        <>
          <Input
            id={id}
            inputMode="decimal"
            value={value}
            onChange={({ target }) => set(target.value)}
            onBlur={() => set(parseMoneyInput(value))}
          />
          <MoneyHint value={value} />
        </>
      )}
    </Labelled>
  );
}

function PriceLines({ terms, change }: TermsProps) {
  const { t } = useWords();
  const { price } = terms;
  const { lines = [] } = price;
  if (lines.length === 0) return null;
  return (
    <fieldset className="group">
      <legend>{t("amendment.lines")}</legend>
      <div className="fields-2">
        {lines.map((line, at) => (
          <MoneyField
            key={line.key}
            label={`${line.title.zh} × ${line.quantity}`}
            value={line.amount}
            set={(amount) =>
              change({ ...terms, price: { ...price, lines: lines.with(at, { ...line, amount }) } })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

type Service = NonNullable<ContractTerms["services"]>[number];

/** How often or how many of a service that is counted. */
function Counts({ terms, change }: TermsProps) {
  const { t } = useWords();
  const { services = [] } = terms;
  const set = (at: number, service: Service, count: number) => {
    const { schedule } = service;
    if (schedule.schedule !== "count") return;
    change({
      ...terms,
      services: services.with(at, { ...service, schedule: { ...schedule, count: Math.max(1, count) } }),
    });
  };
  if (!services.some(({ schedule }) => schedule.schedule === "count")) return null;
  return (
    <fieldset className="group">
      <legend>{t("amendment.counts")}</legend>
      <div className="fields-2">
        {services.map((service, at) =>
          service.schedule.schedule === "count" ? (
            <Labelled key={service.key} label={service.title.zh}>
              {(id) => (
                <Input
                  id={id}
                  inputMode="numeric"
                  value={service.schedule.schedule === "count" ? String(service.schedule.count) : ""}
                  onChange={({ target }) =>
                    set(at, service, Number(target.value.replaceAll(/\D/g, "").slice(0, 9)))
                  }
                />
              )}
            </Labelled>
          ) : null,
        )}
      </div>
    </fieldset>
  );
}
