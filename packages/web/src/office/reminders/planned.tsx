import { civilDateOf } from "@luyue/core/civil-date";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { InferResponseType } from "hono/client";
import { api, read } from "../client/api.ts";
import { tabOf } from "../contract/contract-search.ts";
import { Day } from "../ui/day.tsx";
import { Empty } from "../ui/empty.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page } from "../ui/page.tsx";
import { Tag } from "../ui/tag.tsx";
import { Why } from "../ui/why.tsx";
import { showInstant } from "../ui/show-instant.ts";
import { useWords } from "../words/words.ts";

type Planned = InferResponseType<(typeof api.v1.reminders.preview)["$get"], 200>["items"][number];

/** What will go out in the next thirty days, to whom, and why. */
export function RemindersPage() {
  const { t } = useWords();
  const query = useQuery({
    queryKey: ["reminders", "preview"],
    queryFn: () => read(api.v1.reminders.preview.$get({ query: { days: "30", limit: "200" } })),
  });
  return (
    <Page title={t("office.reminders")} lead={t("office.remindersLead")}>
      <Loaded query={query} rows={8}>
        {({ items, more }) => {
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
        }}
      </Loaded>
    </Page>
  );
}

function PlannedRow({ item }: { readonly item: Planned }) {
  const { t, say } = useWords();
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
            <Tag>{t(`office.channel.${channel}`)}</Tag> {name ?? recipient} · {t(`office.because.${reason}`)}
            {digest ? ` · ${t("office.digest")}` : ""}
          </small>
        ))}
      </div>
    </li>
  );
}
