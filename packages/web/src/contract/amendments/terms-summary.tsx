import type { ContractTerms } from "@luyue/core/contract";
import { printRule, printSchedule } from "@luyue/core/date-rule";
import { Button } from "antd";
import { computeTranches } from "../../entry/compute-terms.ts";
import { saveFile } from "../../ui/save-file.ts";
import { yuan } from "../../ui/money.tsx";
import { useWords } from "../../words/words.ts";
import { nameSubject } from "../notices/list-recordable.ts";
import { Fact } from "../../ui/fact.tsx";

/** A version of the terms for people to read: price, days, payments and services; all of it as a file. */
export function TermsSummary({
  terms,
  version,
}: {
  readonly terms: ContractTerms;
  readonly version: number;
}) {
  const { t, say } = useWords();
  const { amounts } = computeTranches(terms);
  const nameOf = (of: string) => nameSubject(terms, [], of) ?? { zh: of, en: of };
  const { services = [] } = terms;
  return (
    <>
      <dl className="facts">
        <Fact name={t("contract.price")}>{yuan(terms.price.total)}</Fact>
        {terms.terms.map(({ key, title, start, end }) => (
          <Fact key={key} name={title.zh}>
            {say(printRule(start, nameOf))} — {say(printRule(end, nameOf))}
          </Fact>
        ))}
        {terms.tranches.map(({ key, title, due }) => (
          <Fact key={key} name={title.zh}>
            {yuan(amounts.get(key)?.amount ?? "0.00")} · {say(printRule(due, nameOf))}
          </Fact>
        ))}
        {services.map(({ key, title, schedule }) => (
          <Fact key={key} name={title.zh}>
            {say(printSchedule(schedule, nameOf))}
          </Fact>
        ))}
      </dl>
      <Button
        onClick={() =>
          saveFile(
            `${terms.number}_${version}.json`,
            new Blob([JSON.stringify(terms, undefined, 2)], { type: "application/json" }),
          )
        }
      >
        {t("amendment.download")}
      </Button>
    </>
  );
}
