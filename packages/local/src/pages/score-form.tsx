import { say } from "./frame.tsx";
import type { FormPlace } from "./row-form.tsx";
import type { ScoreView } from "./work-views.ts";

/** The score sheet of a period that is over: full marks until somebody takes some off, only for what was scheduled in it. */
export function ScoreForm({ place, score }: { place: FormPlace; score: ScoreView }) {
  const { view, base, anchor, refused } = place;
  const t = (zh: string, en: string) => say(view, zh, en);
  if (!place.running) return null;
  const { period, items } = score;
  const form = `scores/${period}`;
  const wrong = refused?.form === form ? refused : undefined;
  const counted = items.filter(({ scheduled }) => scheduled);
  const left = items.filter(({ scheduled }) => !scheduled);
  return (
    <section class="card proposed" id={anchor} aria-label={t(`为 ${period} 评分`, `Score ${period}`)}>
      <h2>
        {t(`${period} 可以评分`, `${period} can be scored`)}{" "}
        <span class="tag open">{t("待评分", "to be scored")}</span>
      </h2>
      <p>
        {t(
          `本期安排 ${counted.length} 项计分，预填满分；提出后由乙方答复，再由他人确定。`,
          `${counted.length} items were scheduled and start at full marks. Once proposed the vendor answers, then somebody else makes it final.`,
        )}
      </p>
      <details open={wrong !== undefined}>
        <summary>{t("填写评分表", "Fill in the sheet")}</summary>
        <form method="post" action={`${base}/${form}#${anchor}`}>
          <input type="hidden" name="form" value={form} />
          {wrong === undefined ? null : (
            <p class="wrong" role="alert">
              {[wrong.detail, ...wrong.faults.map(({ text }) => text)].join(t("；", "; "))}
            </p>
          )}
          <table class="stack marks">
            <thead>
              <tr>
                <th>{t("考核项目", "Item")}</th>
                <th>{t("各部分得分（0 至 100）", "Given, 0 to 100")}</th>
                <th>{t("扣分说明", "Why points are off")}</th>
              </tr>
            </thead>
            <tbody>
              {counted.map(({ item, title, full, parts }) => (
                <tr>
                  <td>
                    {title[view.language]}
                    <small class="soft">{` ${t(`满分 ${full}`, `of ${full}`)}`}</small>
                  </td>
                  <td>
                    {parts.map(({ part, title: name, percent }) => (
                      <label class="mark">
                        <span>{`${name[view.language]} ${percent}%`}</span>
                        <input
                          name={`given.${item}.${part}`}
                          value={wrong?.values[`given.${item}.${part}`] ?? "100"}
                          inputmode="decimal"
                          required
                          autocomplete="off"
                          aria-label={`${title[view.language]} ${name[view.language]}`}
                        />
                      </label>
                    ))}
                  </td>
                  <td>
                    <input
                      name={`note.${item}`}
                      value={wrong?.values[`note.${item}`] ?? ""}
                      autocomplete="off"
                      aria-label={`${title[view.language]} ${t("扣分说明", "why points are off")}`}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {left.length === 0 ? null : (
            <p class="soft">
              {`${t("本期未安排，不计分：", "Not scheduled, not counted: ")}${left.map(({ title }) => title[view.language]).join(t("、", ", "))}`}
            </p>
          )}
          <p class="entry">
            <label>
              <span>{t("总说明（可不填）", "Note (optional)")}</span>
              <input name="note" class="text" value={wrong?.values["note"] ?? ""} autocomplete="off" />
            </label>
            <button type="submit" class="main">
              {t("提出评分", "Propose")}
            </button>
          </p>
        </form>
      </details>
    </section>
  );
}
