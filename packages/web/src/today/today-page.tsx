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

/** What is on somebody's table: overdue, due soon, waiting for one's own side, and the money of it. */
export function TodayPage() {
  const { t } = useWords();
  const { side, today } = useSession();
  const own = side === "agency" ? "buyer" : "vendor";
  const soon: ObligationFilter = { from: today, to: addDays(today, daysAhead) };
  const waitsForUs = ({ waitingFor }: Obligation) =>
    waitingFor.some(({ holder }) => holder === own || holder === "both");
  const isAhead = ({ state }: Obligation) => state === "open" || state === "upcoming";
  const waiting: ObligationFilter = { state: "waiting" };
  return (
    <Page title={t("today.title")} lead={<Day date={today} />}>
      <div className="tiles" role="list">
        <Tile name={t("today.overdue")} filter={{ state: "overdue" }} to="overdue" bad />
        <Tile name={t("today.due")} filter={soon} keep={isAhead} to="due" />
        <Tile name={t("today.mine")} filter={waiting} keep={waitsForUs} to="mine" />
        <Tile name={t("today.held")} filter={{ state: "held" }} to="held" />
      </div>
      {side === "agency" ? <MoneyNeeds /> : <Receivables />}
      <ObligationSection
        id="overdue"
        title={t("today.overdue")}
        filter={{ state: "overdue" }}
        none={t("today.noOverdue")}
      />
      <ObligationSection
        id="due"
        title={t("today.due")}
        filter={soon}
        keep={isAhead}
        none={t("today.noDue")}
      />
      <ObligationSection
        id="mine"
        title={t("today.mine")}
        filter={waiting}
        keep={waitsForUs}
        none={t("today.noMine")}
      />
      <ObligationSection
        id="held"
        title={t("today.held")}
        filter={{ state: "held" }}
        none={t("today.noHeld")}
      />
      <ObligationSection
        id="theirs"
        title={t("today.theirs")}
        filter={waiting}
        keep={(item) => !waitsForUs(item)}
        none={t("today.noTheirs")}
      />
      {isDemo ? (
        <Suspense fallback={null}>
          <Tour />
        </Suspense>
      ) : null}
    </Page>
  );
}

/** A number that leads to its list. */
function Tile(props: {
  readonly name: string;
  readonly filter: ObligationFilter;
  readonly to: string;
  readonly keep?: (item: Obligation) => boolean;
  readonly bad?: boolean;
}) {
  const { name, filter, to, keep = () => true, bad = false } = props;
  const { side } = useSession();
  const { data, hasNextPage } = useInfiniteQuery(obligationList(side, filter));
  const count = data?.items.filter(keep).length;
  return (
    <a role="listitem" href={`#${to}`} className={bad && count !== 0 ? "tile bad" : "tile"}>
      <strong>{count === undefined ? "…" : `${count}${hasNextPage ? "+" : ""}`}</strong>
      <span>{name}</span>
    </a>
  );
}
