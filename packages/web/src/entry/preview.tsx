import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { createCalendar } from "@luyue/core/calendar";
import type { ContractTerms } from "@luyue/core/contract";
import { DomainError } from "@luyue/core/error";
import { Input } from "antd";
import { useMemo, useState } from "react";
import { api, read } from "../client/api.ts";
import type { Fault } from "../client/refusal.ts";
import { useSession } from "../session/session.ts";
import { Day } from "../ui/day.tsx";
import { Labelled } from "../ui/labelled.tsx";
import { yuan } from "../ui/money.tsx";
import { Tag } from "../ui/tag.tsx";
import { useRested } from "../ui/use-rested.ts";
import { Why } from "../ui/why.tsx";
import { useWords } from "../words/words.ts";
import { computeDays } from "./compute-terms.ts";

const mostDays = 12;
const tones = { failed: "bad", warning: "warn" } as const;

/** What follows from the terms as they are typed: what is missing, which days, and what the checks say. */
export function Preview({
  terms,
  faults,
}: {
  readonly terms: ContractTerms;
  readonly faults: readonly Fault[];
}) {
  const { t, say } = useWords();
  return (
    <aside className="panel preview" aria-label={t("entry.preview")}>
      <h2>{t("entry.preview")}</h2>
      {faults.length > 0 ? (
        <>
          <p>{t("entry.missing")}</p>
          <ul>
            {faults.map(({ path, reason }) => (
              <li key={`${path} ${reason.zh}`}>{say(reason)}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <Days terms={terms} />
          <CheckResults terms={terms} />
        </>
      )}
    </aside>
  );
}

function Days({ terms }: { readonly terms: ContractTerms }) {
  const { t, say } = useWords();
  const { today } = useSession();
  const [signedOn, setSignedOn] = useState(today);
  const { data: tenant } = useQuery({ queryKey: ["tenant"], queryFn: () => read(api.v1.tenant.$get()) });
  const found = useMemo(() => {
    if (tenant === undefined || signedOn === "") return { days: [] };
    const { closingDays, keyPeriods } = tenant;
    try {
      return { days: computeDays(terms, signedOn, createCalendar({ closingDays, keyPeriods })) };
    } catch (error) {
      if (error instanceof DomainError) return { problem: error.reason };
      throw error;
    }
  }, [terms, signedOn, tenant]);
  return (
    <>
      <Labelled label={t("entry.assumed")}>
        {(id) => (
          <Input id={id} type="date" value={signedOn} onChange={({ target }) => setSignedOn(target.value)} />
        )}
      </Labelled>
      {"problem" in found ? (
        <p className="standing bad">{say(found.problem)}</p>
      ) : (
        <ul className="papers">
          {found.days.slice(0, mostDays).map((day) => (
            <li key={day.key}>
              <span>
                {say(day.title)} {day.amount === undefined ? "" : yuan(day.amount)}
              </span>
              <Why what={say(day.title)} grounds={[{ name: t("common.why"), text: say(day.why) }]}>
                {day.dueOn === undefined ? (
                  day.waitsFor.map(say).join("、") || t("common.noDay")
                ) : (
                  <Day date={day.dueOn} />
                )}
              </Why>
            </li>
          ))}
          {found.days.length > mostDays ? (
            <li>{t("calendar.others", { count: found.days.length - mostDays })}</li>
          ) : null}
        </ul>
      )}
    </>
  );
}

function CheckResults({ terms }: { readonly terms: ContractTerms }) {
  const { t, say } = useWords();
  const rested = useRested(terms);
  const { data, error } = useQuery({
    queryKey: ["check-terms", rested],
    queryFn: () => read(api.v1.checks.$post({ json: { terms: rested } })),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <p className="standing bad">{t("common.failed")}</p>;
  if (data === undefined) return null;
  const { counts, items } = data;
  return (
    <>
      <h3>{t("contract.tab.checks")}</h3>
      <p>
        {(["failed", "warning", "notEnoughInput", "passed"] as const)
          .map((verdict) => `${t(`check.${verdict}`)} ${counts[verdict]}`)
          .join(" · ")}
      </p>
      <ul className="papers">
        {items.map(({ check, verdict, title, figures, source }) =>
          verdict === "failed" || verdict === "warning" ? (
            <li key={check}>
              <div>
                <Tag tone={tones[verdict]}>{t(`check.${verdict}`)}</Tag> {say(title)}
                <small className="block">
                  {say(figures)} {say(source)}
                </small>
              </div>
            </li>
          ) : null,
        )}
      </ul>
    </>
  );
}
