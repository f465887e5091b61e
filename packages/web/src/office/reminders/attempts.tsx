import { showInstant } from "../../ui/show-instant.ts";
import { useWords } from "../../words/words.ts";
import type { Sent } from "./reminder-queries.ts";

export const sentTones = {
  pending: "info",
  bundled: "plain",
  delivered: "good",
  failed: "bad",
  withdrawn: "plain",
} as const;

const outcomes = ["delivered", "retry", "failed"] as const;
const isKnown = (outcome: string): outcome is (typeof outcomes)[number] =>
  outcomes.some((each) => each === outcome);

/** Each attempt to deliver, with what the provider or receiver said. */
export function Attempts({ attempts }: Pick<Sent, "attempts">) {
  const { t } = useWords();
  if (attempts.length === 0) return null;
  return (
    <details>
      <summary>{t("reminders.attempts", { count: attempts.length })}</summary>
      <ul>
        {attempts.map(({ at, outcome, detail, status, response, tookMs }) => (
          <li key={`${at} ${outcome}`}>
            {showInstant(at)} {isKnown(outcome) ? t(`reminders.outcome.${outcome}`) : outcome}{" "}
            {[status, detail, response].filter(Boolean).join(" ")}{" "}
            {tookMs === null ? null : <small>{`${tookMs} ms`}</small>}
          </li>
        ))}
      </ul>
    </details>
  );
}
