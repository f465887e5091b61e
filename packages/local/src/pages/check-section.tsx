import { bracket, say, type View } from "./frame.tsx";
import type { CheckView } from "./money-views.ts";

const verdicts = {
  failed: { zh: "不符", en: "failed", tag: "overdue" },
  warning: { zh: "提示", en: "warning", tag: "waiting" },
  notEnoughInput: { zh: "未能判断", en: "cannot tell", tag: "" },
  passed: { zh: "通过", en: "passed", tag: "fulfilled" },
} as const;

/** The checks on a contract: what is wrong stands open, what is right or cannot be judged yet is folded. */
export function CheckSection({ view, checks }: { view: View; checks: readonly CheckView[] }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const of = (...wanted: CheckView["verdict"][]) => checks.filter(({ verdict }) => wanted.includes(verdict));
  const open = [...of("failed"), ...of("warning")];
  return (
    <>
      <h2 id="checks">{`${t("检查", "Checks")}${bracket(view, checks.length)}`}</h2>
      <div class="list">
        {open.length === 0 ? (
          <div class="empty">{t("没有发现不符之处。", "Nothing was found to be wrong.")}</div>
        ) : (
          open.map((check) => <CheckItem view={view} check={check} />)
        )}
        <Folded
          view={view}
          title={t("缺少信息，未能判断", "Cannot tell yet, something is missing")}
          checks={of("notEnoughInput")}
        />
        <Folded view={view} title={t("通过", "Passed")} checks={of("passed")} />
      </div>
    </>
  );
}

function Folded({ view, title, checks }: { view: View; title: string; checks: readonly CheckView[] }) {
  if (checks.length === 0) return null;
  return (
    <details class="folded">
      <summary>{`${title}${bracket(view, checks.length)}`}</summary>
      {checks.map((check) => (
        <CheckItem view={view} check={check} />
      ))}
    </details>
  );
}

function CheckItem({ view, check }: { view: View; check: CheckView }) {
  const { title, verdict, figures, source } = check;
  return (
    <div class="check">
      <span class={`tag ${verdicts[verdict].tag}`}>{verdicts[verdict][view.language]}</span>
      <div>
        <strong>{title[view.language]}</strong>
        <div>{figures[view.language]}</div>
        <small class="soft">{`${say(view, "依据：", "source: ")}${source[view.language]}`}</small>
      </div>
    </div>
  );
}
