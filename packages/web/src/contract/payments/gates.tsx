import { sideNames } from "@luyue/core/party";
import { useSession } from "../../session/session.ts";
import { useWords } from "../../words/words.ts";
import type { Line } from "./payment-queries.ts";

/** What has to be there before it may be paid: what is, since when; what is not, whose it is and by when. */
export function Gates({ line }: { readonly line: Line }) {
  const { t, say } = useWords();
  const { today } = useSession();
  if (line.gates.length === 0) return null;
  const byWhen = (by: string | null) =>
    by === null
      ? ""
      : by < today
        ? `，${t("payment.wasDueBy", { day: by })}`
        : `，${t("payment.by", { day: by })}`;
  return (
    <div className="gates">
      <h3>{t("payment.gates")}</h3>
      <ul>
        {line.gates.map(({ gate, of, label, open, openedOn, by, holders }) => (
          <li key={`${gate} ${of ?? ""}`} className={open ? "open" : "closed"}>
            <span aria-hidden="true">{open ? "✓" : "○"}</span>
            <span>
              {say(label)}
              <small className="block">
                {open
                  ? openedOn === null
                    ? t("payment.met")
                    : t("payment.metOn", { day: openedOn })
                  : `${t("payment.missing", { who: holders.map((holder) => say(sideNames[holder])).join("、") })}${byWhen(by)}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
