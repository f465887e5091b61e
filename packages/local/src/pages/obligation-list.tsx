import { weekdayOf } from "@luyue/core/civil-date";
import { formatMoney } from "@luyue/core/money";
import { obligationKindNames, obligationStateNames } from "@luyue/core/obligation";
import { sideNames } from "@luyue/core/party";
import type { ObligationView } from "./api-reader.ts";
import { addressOf } from "./contract-address.ts";
import { bracket, say, type View } from "./frame.tsx";

const weekdays = {
  zh: ["", "周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  en: ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
} as const;

/** Obligations as a list: date, state, what and for whom, amount, and why behind a click. */
export function ObligationList(props: {
  view: View;
  items: readonly ObligationView[];
  empty: string;
  contract?: boolean;
  /** The one whose key names a place around the list already. */
  around?: string;
}) {
  const { view, items, empty, contract = true, around } = props;
  return (
    <div class="list">
      {items.length === 0 ? <div class="empty">{empty}</div> : null}
      {items.map((item) => (
        <ObligationItem view={view} item={item} contract={contract} named={item.key !== around} />
      ))}
    </div>
  );
}

function ObligationItem(props: { view: View; item: ObligationView; contract: boolean; named: boolean }) {
  const { view, item, contract, named } = props;
  const { language } = view;
  const t = (zh: string, en: string) => say(view, zh, en);
  const kind = nameOf(obligationKindNames, item.kind, language);
  const counterpart = view.person?.side === "partner" ? item.buyerName : item.vendorName;
  return (
    <div class="item" {...(named ? { id: item.key } : {})}>
      <div class="date">
        {dateText(item, view)}
        {item.provisional ? <small>{t("暂定", "provisional")}</small> : null}
      </div>
      <div>
        <span class={`tag ${item.state}`}>{nameOf(obligationStateNames, item.state, language)}</span>
      </div>
      <div class="what">
        <div>
          {kind} · {item.title[language]}
          {item.quota === null ? null : ` ${quotaText(item.quota, view)}`}
          {item.quota?.pace?.state === "behind" ? (
            <>
              {" "}
              <span class="tag overdue">{t("进度落后", "behind")}</span>
            </>
          ) : null}
        </div>
        <small>
          {t("义务人：", "owed by ")}
          {sideNames[item.debtor][language]}
          {contract ? (
            <>
              {" · "}
              <a href={addressOf(item)}>{item.contractName}</a>
              {" · "}
              {counterpart}
            </>
          ) : null}
        </small>
        {item.waitingFor.length === 0 ? null : (
          <div>
            <span class="tag waiting">{t("等待", "waits for")}</span>{" "}
            {item.waitingFor
              .map(({ label, holder }) => `${label[language]}${bracket(view, sideNames[holder][language])}`)
              .join(t("；", "; "))}
          </div>
        )}
        <details>
          <summary>{t("为什么是这个日期", "Why this date")}</summary>
          {item.clause === null ? null : <div>{`${t("条款：", "Clause: ")}${item.clause}`}</div>}
          <div>{item.why[language]}</div>
          {item.quota?.pace === null || item.quota === null ? null : (
            <div>{`${t("进度：", "Pace: ")}${item.quota.pace.why[language]}`}</div>
          )}
          {item.amountWhy === null ? null : (
            <div>{`${t("金额：", "Amount: ")}${item.amountWhy[language]}`}</div>
          )}
        </details>
      </div>
      <div class="amount">
        {item.amount === null ? "" : `¥${formatMoney(openOf(item) ?? item.amount)}`}
        {item.amount === null || openOf(item) === undefined ? null : (
          <small>{t(`共 ¥${formatMoney(item.amount)}`, `of ¥${formatMoney(item.amount)}`)}</small>
        )}
      </div>
    </div>
  );
}

/** What is left of a payment of which a part has been paid or set off. */
function openOf({ rest, amount }: ObligationView): string | undefined {
  return rest === null || rest === "0.00" || rest === amount ? undefined : rest;
}

/** Done of what is owed, or used of what may be. */
function quotaText({ count, done, atMost }: NonNullable<ObligationView["quota"]>, view: View): string {
  if (!atMost) return `${done}/${count}`;
  const over = done > count ? say(view, `，超出 ${done - count}`, `, ${done - count} too many`) : "";
  return say(view, `已用 ${done}/${count}${over}`, `${done}/${count} used${over}`);
}

function dateText({ dueOn, windowOpensOn }: ObligationView, view: View) {
  if (dueOn === null) return windowOpensOn === null ? "—" : `${windowOpensOn} ${say(view, "起", "on")}`;
  return (
    <>
      {dueOn} <small>{weekdays[view.language][weekdayOf(dueOn)]}</small>
    </>
  );
}

function nameOf(
  names: Readonly<Record<string, { readonly zh: string; readonly en: string }>>,
  key: string,
  language: "zh" | "en",
) {
  return names[key]?.[language] ?? key;
}
