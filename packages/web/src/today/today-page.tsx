import { useInfiniteQuery } from "@tanstack/react-query";
import { addDays } from "@luyue/core/civil-date";
import { lazy, Suspense } from "react";
import { type Obligation, type ObligationFilter, obligationList } from "../obligation/obligation-queries.ts";
import { ObligationSection } from "../obligation/obligation-section.tsx";
import { isDemo } from "../session/demo.ts";
import { useSession } from "../session/session.ts";
import { Day } from "../ui/day.tsx";
import { Page } from "../ui/page.tsx";
import { useWords } from "../words/words.ts";
import { Receivables } from "./receivables.tsx";
import { MoneyNeeds } from "./money-needs.tsx";

const Tour = lazy(async () => ({ default: (await import("./first-tour.tsx")).FirstTour }));

const daysAhead = 30;

interface DueList {
  readonly id: "overdue" | "due" | "mine" | "held" | "theirs";
  readonly filter: ObligationFilter;
  readonly none: string;
  readonly keep?: (item: Obligation) => boolean;
}

/** What is on somebody's table: overdue, due soon, waiting for one's own side, and the money of it. */
export function TodayPage() {
  const { t } = useWords();
  const { side, today } = useSession();
  const lists = useDueLists();
  return (
    <Page title={t("today.title")} lead={<Day date={today} />}>
      <ul className="tiles">
        {lists
          .filter(({ id }) => id !== "theirs")
          .map((list) => (
            <li key={list.id}>
              <Tile list={list} />
            </li>
          ))}
      </ul>
      {side === "agency" ? <MoneyNeeds /> : <Receivables />}
      {lists.map((list) => (
        <ObligationSection key={list.id} title={t(`today.${list.id}`)} {...list} />
      ))}
      {isDemo ? (
        <Suspense fallback={null}>
          <Tour />
        </Suspense>
      ) : null}
    </Page>
  );
}

function useDueLists(): readonly DueList[] {
  const { t } = useWords();
  const { side, today } = useSession();
  const own = side === "agency" ? "buyer" : "vendor";
  const waitsForUs = ({ waitingFor }: Obligation) =>
    waitingFor.some(({ holder }) => holder === own || holder === "both");
  const isAhead = ({ state }: Obligation) => state === "open" || state === "upcoming";
  const waiting: ObligationFilter = { state: "waiting" };
  return [
    { id: "overdue", filter: { state: "overdue" }, none: t("today.noOverdue") },
    {
      id: "due",
      filter: { from: today, to: addDays(today, daysAhead) },
      none: t("today.noDue"),
      keep: isAhead,
    },
    { id: "mine", filter: waiting, none: t("today.noMine"), keep: waitsForUs },
    { id: "held", filter: { state: "held" }, none: t("today.noHeld") },
    { id: "theirs", filter: waiting, none: t("today.noTheirs"), keep: (item) => !waitsForUs(item) },
  ];
}

/** A number that leads to its list. */
function Tile({ list: { id, filter, keep = () => true } }: { readonly list: DueList }) {
  const { t } = useWords();
  const { side } = useSession();
  const { data, hasNextPage } = useInfiniteQuery(obligationList(side, filter));
  const count = data?.items.filter(keep).length;
  return (
    <a href={`#${id}`} className={id === "overdue" && count !== 0 ? "tile bad" : "tile"}>
      <strong>{count === undefined ? "…" : `${count}${hasNextPage ? "+" : ""}`}</strong>
      <span>{t(`today.${id}`)}</span>
    </a>
  );
}
