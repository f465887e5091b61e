import type { ObligationView } from "./api-reader.ts";
import { bracket, Frame, say, type View } from "./frame.tsx";
import { ObligationList } from "./obligation-list.tsx";

/** What is on somebody's table: overdue, due in the next 30 days, waiting. */
export function TodayPage(props: {
  view: View;
  overdue: readonly ObligationView[];
  held: readonly ObligationView[];
  due: readonly ObligationView[];
  waiting: readonly ObligationView[];
  contracts: readonly { readonly id: string; readonly number: string; readonly name: string }[];
}) {
  const { view, overdue, held, due, waiting, contracts } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  return (
    <Frame view={view} title={t("待办", "Today")}>
      <h1>{t("待办", "Today")}</h1>
      <p class="lead">
        {contracts.length === 0
          ? t(
              "还没有生效的合同。录入合同并启用后，逾期、将到期和等待中的义务会列在这里。",
              "No contract is active yet. Once one has been entered and activated, what is overdue, due or waiting stands here.",
            )
          : t("合同：", "Contracts: ")}
        {contracts.map(({ id, number, name }, index) => (
          <>
            {index > 0 ? t("，", ", ") : ""}
            <a href={`/contracts/${id}`}>
              {name}
              {bracket(view, number)}
            </a>
          </>
        ))}
      </p>
      <h2>{`${t("已逾期", "Overdue")}${bracket(view, overdue.length)}`}</h2>
      <ObligationList view={view} items={overdue} empty={t("没有逾期的义务。", "Nothing is overdue.")} />
      {held.length === 0 ? null : (
        <>
          <h2>{`${t("已到期，待对方办理", "Past its date, held by the other side")}${bracket(view, held.length)}`}</h2>
          <ObligationList view={view} items={held} empty="" />
        </>
      )}
      <h2>{`${t("30天内到期", "Due within 30 days")}${bracket(view, due.length)}`}</h2>
      <ObligationList
        view={view}
        items={due}
        empty={t("30天内没有到期的义务。", "Nothing falls due within 30 days.")}
      />
      <h2>{`${t("等待条件", "Waiting")}${bracket(view, waiting.length)}`}</h2>
      <ObligationList view={view} items={waiting} empty={t("没有等待中的义务。", "Nothing is waiting.")} />
    </Frame>
  );
}
