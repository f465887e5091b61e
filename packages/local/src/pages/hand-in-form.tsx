import type { ObligationView } from "./api-reader.ts";
import { bracket, say, type View } from "./frame.tsx";
import { fileFields } from "./piece-rows.tsx";
import { mayDo } from "./person.ts";
import { type Field, type FormPlace, RowForm } from "./row-form.tsx";
import type { Pieces } from "./work-lines.ts";

/** For the vendor: hands in for one of what is open; with the day and the people where it is a service. */
export function HandInForm({ place, pieces, late }: { place: FormPlace; pieces: Pieces; late: boolean }) {
  const { view } = place;
  const { toHandIn } = pieces;
  const [first] = toHandIn;
  if (first === undefined || view.person?.side !== "partner" || !mayDo(view.person, "work:submit"))
    return null;
  const name = `submissions/${first.key}`;
  return (
    <details open={place.refused?.form === name}>
      <summary>
        {say(view, "提交", "Hand in")}
        {late ? <span class="bad">{say(view, "（有逾期）", " (some is overdue)")}</span> : null}
      </summary>
      <RowForm
        place={place}
        path="submissions"
        name={name}
        button={say(view, "提交", "Hand in")}
        main={true}
        fields={[...whichFields(toHandIn, view), ...serviceFields(first, view), ...fileFields(view)]}
      />
    </details>
  );
}

function whichFields(toHandIn: readonly ObligationView[], view: View): Field[] {
  const options = toHandIn.map((each) => [each.key, describe(each, view)] as const);
  return [{ name: "of", label: say(view, "对应", "For"), kind: "choice", options }];
}

function describe({ title, dueOn, quota, state }: ObligationView, view: View): string {
  const name = title[view.language];
  if (quota !== null)
    return `${name} ${quota.done.toLocaleString("en-US")}/${quota.count.toLocaleString("en-US")}`;
  if (dueOn === null || state === "ongoing") return name;
  const due = say(view, `应于 ${dueOn} 前`, `due by ${dueOn}`);
  return `${name}${bracket(view, state === "overdue" ? `${due}${say(view, "，已逾期", ", overdue")}` : due)}`;
}

function serviceFields({ kind, quota }: ObligationView, view: View): Field[] {
  const t = (zh: string, en: string) => say(view, zh, en);
  const many: Field[] =
    quota !== null && quota.count > 20
      ? [{ name: "quantity", label: t("完成数量", "How many"), kind: "number" }]
      : [];
  if (kind !== "service") return many;
  return [
    { name: "performedOn", label: t("服务日期", "Done on"), kind: "date", value: view.today },
    { name: "people", label: t("人数（可不填）", "People (optional)"), kind: "number", optional: true },
    ...many,
  ];
}
