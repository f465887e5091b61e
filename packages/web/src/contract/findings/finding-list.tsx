import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import type { Place } from "../contract-place.ts";
import { CommonSteps, commonSteps } from "./common-steps.tsx";
import { filterOf, type Finding, findingsPage } from "./finding-queries.ts";
import { FindingRow } from "./finding-row.tsx";
import type { FindingsSearch } from "./findings-search.ts";
import { isOwnAnswer, listSteps, type Reader, type Step } from "./next-steps.ts";

interface Props {
  readonly place: Place;
  readonly reader: Reader;
  readonly search: FindingsSearch;
  readonly change: (search: FindingsSearch) => void;
}

/** A page of the findings by number, with what can be done with one of them, or several together. */
export function FindingList({ place, reader, search, change }: Props) {
  const { t } = useWords();
  const query = useQuery(findingsPage(place, search));
  return (
    <Loaded query={query} rows={8}>
      {({ items, cursor, deriving }) => (
        <>
          {deriving ? <Tag tone="warn">{t("finding.writing")}</Tag> : null}
          {items.length === 0 && Object.keys(search).length === 0 ? (
            <Empty title={t("finding.noneOut")}>{t("finding.noneOutHint")}</Empty>
          ) : items.length === 0 ? (
            <Empty title={t("finding.noMatch")}>
              <button type="button" className="link" onClick={() => change({})}>
                {t("finding.clear")}
              </button>
            </Empty>
          ) : (
            <Choosing key={`list ${JSON.stringify(search)}`} place={place} reader={reader} items={items} />
          )}
          <Pages
            key={`pages ${JSON.stringify(filterOf(search))}`}
            search={search}
            change={change}
            items={items}
            cursor={cursor}
          />
        </>
      )}
    </Loaded>
  );
}

interface ChoosingProps extends Pick<Props, "place" | "reader"> {
  readonly items: readonly Finding[];
}

/** What is chosen is chosen on this page, and no more than can take a step together. */
function Choosing({ place, reader, items }: ChoosingProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const lines = items.map((finding) => ({ finding, steps: listSteps(finding, reader) }));
  const isCommon = (steps: readonly Step[]) => commonSteps.some((step) => steps.includes(step));
  const free = lines.filter(({ steps }) => isCommon(steps)).map(({ finding }) => finding.id);
  const choiceOf = (id: string) => ({
    chosen: chosen.has(id),
    choose: (isChosen: boolean) =>
      setChosen(new Set(isChosen ? [...chosen, id] : [...chosen].filter((each) => each !== id))),
  });
  const taken = lines.filter(({ finding }) => chosen.has(finding.id));
  return (
    <>
      {free.length < 2 ? null : (
        <div className="together">
          <Checkbox
            checked={taken.length > 0 && free.every((id) => chosen.has(id))}
            indeterminate={taken.length > 0 && !free.every((id) => chosen.has(id))}
            onChange={({ target }) => setChosen(new Set(target.checked ? free : []))}
          >
            {taken.length === 0 ? t("finding.chooseAll") : t("finding.chosen", { count: taken.length })}
          </Checkbox>
          <div className="actions">
            {commonSteps.map((step) => {
              const ids = taken.filter(({ steps }) => steps.includes(step)).map(({ finding }) => finding.id);
              return ids.length === 0 ? null : (
                <CommonSteps key={step} place={place} step={step} ids={ids} together />
              );
            })}
          </div>
        </div>
      )}
      <ul className="list findings">
        {lines.map(({ finding, steps }) => (
          <FindingRow
            key={finding.id}
            place={place}
            finding={finding}
            steps={steps}
            byOthers={isDecidedByOthers(finding, reader)}
            {...(free.length < 2 ? {} : { choice: isCommon(steps) ? choiceOf(finding.id) : null })}
          />
        ))}
      </ul>
    </>
  );
}

function isDecidedByOthers(finding: Finding, reader: Reader): boolean {
  const { state } = finding;
  const permission = state === "answered" ? "finding:review" : "finding:retest";
  return (
    (state === "answered" || state === "approved") && isOwnAnswer(finding, reader) && reader.may(permission)
  );
}

/** The API says where the next page begins; the ways back are those that somebody has come. */
function Pages(props: {
  readonly search: FindingsSearch;
  readonly change: Props["change"];
  readonly items: readonly Finding[];
  readonly cursor: string | null;
}) {
  const { search, change, items, cursor } = props;
  const { t } = useWords();
  const { after, ...first } = search;
  const [before, setBefore] = useState<readonly (string | undefined)[]>([]);
  const [from, to] = [items[0]?.number, items.at(-1)?.number];
  if (after === undefined && cursor === null) return null;
  const goBack = () => {
    const last = before.at(-1);
    setBefore(before.slice(0, -1));
    change(last === undefined ? first : { ...first, after: last });
  };
  return (
    <nav className="actions pages" aria-label={t("finding.pages")}>
      {after === undefined ? null : (
        <Button onClick={goBack}>{before.length === 0 ? t("finding.firstPage") : t("finding.back")}</Button>
      )}
      {from === undefined ? null : <span>{t("finding.span", { from, to })}</span>}
      {cursor === null ? null : (
        <Button
          onClick={() => {
            setBefore([...before, after]);
            change({ ...first, after: cursor });
          }}
        >
          {t("finding.nextPage")}
        </Button>
      )}
    </nav>
  );
}
