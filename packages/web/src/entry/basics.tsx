import { useQuery } from "@tanstack/react-query";
import type { ContractTerms } from "@luyue/core/contract";
import { Input, Select } from "antd";
import { api, read } from "../client/api.ts";
import { Labelled } from "../ui/labelled.tsx";
import { MoneyHint } from "../ui/money-hint.tsx";
import { parseMoneyInput } from "../ui/parse-money-input.ts";
import { useWords } from "../words/words.ts";

export interface TermsProps {
  readonly terms: ContractTerms;
  readonly change: (terms: ContractTerms) => void;
}

/** Number, name, parties, price and days of the service. */
export function Basics({ terms, change, fixedNumber }: TermsProps & { readonly fixedNumber: boolean }) {
  const { t } = useWords();
  const { price } = terms;
  return (
    <section className="panel" aria-labelledby="basics">
      <h2 id="basics">{t("entry.basics")}</h2>
      <div className="fields-2">
        <Labelled label={t("contracts.number")}>
          {(id) => (
            <Input
              id={id}
              value={terms.number}
              maxLength={100}
              disabled={fixedNumber}
              onChange={({ target }) => change({ ...terms, number: target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t("contracts.name")}>
          {(id) => (
            <Input
              id={id}
              value={terms.name}
              maxLength={200}
              onChange={({ target }) => change({ ...terms, name: target.value })}
            />
          )}
        </Labelled>
        <VendorChoice terms={terms} change={change} />
        <Labelled label={t("contracts.total")}>
          {(id) => (
            <>
              <Input
                id={id}
                inputMode="decimal"
                value={price.total}
                onChange={({ target }) => change({ ...terms, price: { ...price, total: target.value } })}
                onBlur={() => change({ ...terms, price: { ...price, total: parseMoneyInput(price.total) } })}
              />
              <MoneyHint value={price.total} />
            </>
          )}
        </Labelled>
        {terms.terms.map((term, index) => (
          <TermDays key={term.key} terms={terms} change={change} index={index} />
        ))}
      </div>
      <Others terms={terms} />
    </section>
  );
}

function VendorChoice({ terms, change }: TermsProps) {
  const { t } = useWords();
  const { data } = useQuery({ queryKey: ["vendors"], queryFn: () => read(api.v1.vendors.$get()) });
  const { parties } = terms;
  const vendors = data?.items ?? [];
  return (
    <Labelled label={t("contracts.vendor")}>
      {(id) => (
        <>
          <Select<string>
            id={id}
            className="whole"
            value={parties.vendor.creditCode ?? null}
            placeholder={t("entry.chooseVendor")}
            options={vendors.map(({ creditCode, name }) => ({ value: creditCode, label: name }))}
            onChange={(creditCode) => {
              const name = vendors.find((vendor) => vendor.creditCode === creditCode)?.name ?? "";
              change({ ...terms, parties: { ...parties, vendor: { ...parties.vendor, name, creditCode } } });
            }}
          />
          <small>{t("entry.vendorHint")}</small>
        </>
      )}
    </Labelled>
  );
}

/** The first and last day of a term that has them as dates; others are shown as they are agreed, in the preview. */
export function TermDays({ terms, change, index }: TermsProps & { readonly index: number }) {
  const { t, say } = useWords();
  const term = terms.terms[index];
  if (term === undefined) return null;
  const title = say({ zh: term.title.zh, en: term.title.en ?? term.title.zh });
  return (["start", "end"] as const).map((edge) => {
    const rule = term[edge];
    if (rule.rule !== "on" || rule.anchor.anchor !== "date") return null;
    const { on: day } = rule.anchor;
    const set = (on: string) => {
      const next = { ...term, [edge]: { rule: "on", anchor: { anchor: "date", on } } } as const;
      change({ ...terms, terms: terms.terms.with(index, next) });
    };
    return (
      <Labelled key={edge} label={`${title} ${t(edge === "start" ? "entry.firstDay" : "entry.lastDay")}`}>
        {(id) => <Input id={id} type="date" value={day} onChange={({ target }) => set(target.value)} />}
      </Labelled>
    );
  });
}

const parts = [
  "services",
  "deliverables",
  "reports",
  "acceptances",
  "penalties",
  "limits",
  "rights",
  "notices",
] as const;

/** What terms hold besides what can be typed here: it stays as it is. */
function Others({ terms }: { readonly terms: ContractTerms }) {
  const { t } = useWords();
  const there = parts.filter((part) => (terms[part]?.length ?? 0) > 0);
  if (there.length === 0) return null;
  return (
    <p className="lead">
      {t("entry.others")}
      {there.map((part) => `${t(`entry.part.${part}`)} ${terms[part]?.length ?? 0}`).join(" · ")}
    </p>
  );
}
