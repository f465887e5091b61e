import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { read } from "../../client/api.ts";
import { useCommand } from "../../client/use-command.ts";
import { Labelled } from "../../ui/labelled.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Refused } from "../../ui/refused.tsx";
import { useUnsavedGuard } from "../../ui/use-unsaved-guard.ts";
import { useWords } from "../../words/words.ts";
import { ofContract } from "../contract-place.ts";
import { cellOf, computeScore, type Given, isMark, marksOf } from "./compute-score.ts";
import { periodScore, type Score, type ScoreItem } from "./score-queries.ts";

const fullMark = "100";

/** The sheet of a period that is over: full marks until somebody takes some off, only for what was scheduled in it. */
export function ScoreSheet({ contractId, period }: { readonly contractId: string; readonly period: string }) {
  const query = useQuery(periodScore({ side: "agency", contractId }, period));
  return (
    <Loaded query={query} rows={8}>
      {(score) => <Sheet contractId={contractId} score={score} />}
    </Loaded>
  );
}

function Sheet({ contractId, score }: { readonly contractId: string; readonly score: Score }) {
  const { t, say } = useWords();
  const { period, items } = score;
  const counted = items.filter(({ scheduled }) => scheduled);
  const left = items.filter(({ scheduled }) => !scheduled);
  const [given, setGiven] = useState<Given>(
    () =>
      new Map(counted.flatMap(({ item, parts }) => parts.map(({ part }) => [cellOf(item, part), fullMark]))),
  );
  const [notes, setNotes] = useState<ReadonlyMap<string, string>>(new Map());
  const [note, setNote] = useState("");
  const [isTouched, setTouched] = useState(false);
  const propose = useCommand(() =>
    read(
      ofContract.scores[":period"].$put({
        param: { contractId, period },
        header: {},
        json: {
          marks: counted.map((item) => marksOf(item, given, notes.get(item.item) ?? "")),
          ...(note.trim() === "" ? {} : { note: note.trim() }),
        },
      }),
    ),
  );
  useUnsavedGuard(isTouched && !propose.isSuccess);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    propose.mutate();
  };
  const set = (cell: string, value: string) => {
    setTouched(true);
    setGiven(new Map(given).set(cell, value));
  };
  return (
    <section className="panel" id={period} aria-label={t("score.fill", { period })}>
      <h2>{t("score.fill", { period })}</h2>
      <p className="lead">{t("score.fillHint", { count: counted.length })}</p>
      <form onSubmit={submit}>
        <Refused refusal={propose.error} />
        <div className="scroller">
          <table className="table marks">
            <caption className="hidden">{t("score.keys")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("score.item")}</th>
                <th scope="col">{t("score.full")}</th>
                <th scope="col">{t("score.given")}</th>
                <th scope="col">{t("score.because")}</th>
              </tr>
            </thead>
            <tbody>
              {counted.map((item, row) => (
                <MarkRow
                  key={item.item}
                  item={item}
                  row={row}
                  given={given}
                  set={set}
                  note={notes.get(item.item) ?? ""}
                  setNote={(value) => setNotes(new Map(notes).set(item.item, value))}
                />
              ))}
            </tbody>
          </table>
        </div>
        {left.length === 0 ? null : (
          <p className="lead">
            {t("score.left")}
            {left.map(({ title }) => say(title)).join("、")}
          </p>
        )}
        <p role="status" className="standing">
          {t("score.comesTo", { score: computeScore(items, given) ?? "—" })}
        </p>
        <Labelled label={t("work.note")}>
          {(id) => (
            <Input id={id} maxLength={2000} value={note} onChange={({ target }) => setNote(target.value)} />
          )}
        </Labelled>
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={propose.isPending}>
            {t("score.propose")}
          </Button>
          <small>{t("score.keys")}</small>
        </div>
      </form>
    </section>
  );
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** From mark to mark by the arrow keys; Enter goes down, as in a spreadsheet. */
function goOn(event: KeyboardEvent<HTMLInputElement>): void {
  const step = steps[event.key];
  const { row, column } = event.currentTarget.dataset;
  if (step === undefined || row === undefined || column === undefined) return;
  const selector = `[data-row="${Number(row) + step[0]}"][data-column="${Number(column) + step[1]}"]`;
  const next = event.currentTarget.closest("table")?.querySelector<HTMLInputElement>(selector);
  event.preventDefault();
  next?.focus();
  next?.select();
}

function MarkRow(props: {
  readonly item: ScoreItem;
  readonly row: number;
  readonly given: Given;
  readonly set: (cell: string, value: string) => void;
  readonly note: string;
  readonly setNote: (note: string) => void;
}) {
  const { item, row, given, set, note, setNote } = props;
  const { t, say } = useWords();
  return (
    <tr>
      <th scope="row">{say(item.title)}</th>
      <td>{item.full}</td>
      <td className="parts">
        {item.parts.map(({ part, title, percent }, column) => {
          const cell = cellOf(item.item, part);
          const value = given.get(cell) ?? "";
          return (
            <label key={part}>
              <small>
                {say(title)} {percent}%
              </small>
              <input
                data-row={row}
                data-column={column}
                inputMode="decimal"
                autoComplete="off"
                required
                aria-label={`${say(item.title)} ${say(title)}`}
                aria-invalid={!isMark(value)}
                value={value}
                onFocus={({ target }) => target.select()}
                onKeyDown={goOn}
                onChange={({ target }) => set(cell, target.value.trim())}
              />
            </label>
          );
        })}
      </td>
      <td>
        <Input
          aria-label={`${say(item.title)} ${t("score.because")}`}
          maxLength={2000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </td>
    </tr>
  );
}
