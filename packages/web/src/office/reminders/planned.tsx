import { civilDateOf } from "@luyue/core/civil-date";
import { Link } from "@tanstack/react-router";
import { tabOf } from "../../contract/contract-search.ts";
import { Day } from "../../ui/day.tsx";
import { Empty } from "../../ui/empty.tsx";
import { showInstant } from "../../ui/show-instant.ts";
import { Tag } from "../../ui/tag.tsx";
import { Why } from "../../ui/why.tsx";
import { useWords } from "../../words/words.ts";
import { useRecipientName } from "./use-recipient-name.ts";
import type { Planned, Preview } from "./reminder-queries.ts";

/** What goes out day by day, to whom, and why. */
export function PlannedDays({ preview: { items, more } }: { readonly preview: Preview }) {
  const { t } = useWords();
  if (items.length === 0) return <Empty title={t("office.noReminders")} />;
  const days = [...new Set(items.map(({ at }) => civilDateOf(at)))];
  return (
    <>
      {days.map((day) => (
        <section key={day} aria-label={day} className="due-list">
          <h2>
            <Day date={day} />
          </h2>
          <ul className="list">
            {items
              .filter(({ at }) => civilDateOf(at) === day)
              .map((item) => (
                <PlannedRow
                  key={`${item.contractId} ${item.obligationKey} ${item.step} ${item.at}`}
                  item={item}
                />
              ))}
          </ul>
        </section>
      ))}
      {more ? <p className="note">{t("office.moreReminders")}</p> : null}
    </>
  );
}

function PlannedRow({ item }: { readonly item: Planned }) {
  const { t, say } = useWords();
  const nameOf = useRecipientName();
  const { contractId, obligationKey, title, dueOn, why, recipients, at, contractName } = item;
  return (
    <li className="line">
      <div className="when">
        {showInstant(at).slice(11)}
        <small>
          {dueOn === null ? null : (
            <Why what={say(title)} grounds={[{ name: t("common.why"), text: say(why) }]}>
              {t("office.due", { day: dueOn })}
            </Why>
          )}
        </small>
      </div>
      <div className="what">
        <Link
          to="/contracts/$contractId"
          params={{ contractId }}
          search={{ tab: tabOf(obligationKey) }}
          hash={obligationKey}
        >
          {say(title)}
        </Link>{" "}
        <small>{contractName}</small>
        {recipients.map(({ channel, recipient, name, why: reason, digest }) => (
          <small key={`${channel} ${recipient}`} className="block">
            <Tag>{t(`office.channel.${channel}`)}</Tag> {nameOf(recipient, name)} ·{" "}
            {t(`office.because.${reason}`)}
            {digest ? ` · ${t("office.digest")}` : ""}
          </small>
        ))}
      </div>
    </li>
  );
}
