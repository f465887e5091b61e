import { obligationKindNames, obligationStateNames, type ObligationState } from "@luyue/core/obligation";
import { sideNames } from "@luyue/core/party";
import type { Text } from "@luyue/core/text";
import { useSession } from "../session/session.ts";
import { Day, Distance } from "../ui/day.tsx";
import { Money } from "../ui/money.tsx";
import { Tag } from "../ui/tag.tsx";
import { Why } from "../ui/why.tsx";
import { useWords } from "../words/words.ts";
import { ObligationLink } from "./obligation-link.tsx";
import { type Obligation, stateTones } from "./obligation-queries.ts";

export function StateTag({ state }: { readonly state: ObligationState }) {
  const { say } = useWords();
  return <Tag tone={stateTones[state]}>{say(obligationStateNames[state])}</Tag>;
}

/** An obligation in one line: by when, how it stands, what and for whom, and why. */
export function ObligationRow(props: {
  readonly item: Obligation;
  readonly contract?: boolean;
  /** Whether the address can name this place; not where something around it has the name. */
  readonly named?: boolean;
}) {
  const { item, contract = true, named = true } = props;
  const { t, say } = useWords();
  const { side } = useSession();
  const counterpart = side === "partner" ? item.buyerName : item.vendorName;
  return (
    <li className="line obligation" id={named ? item.key : undefined}>
      <div className="when">
        <DueDay item={item} />
      </div>
      <div className="what">
        <div>
          <StateTag state={item.state} /> {say(obligationKindNames[item.kind])} ·{" "}
          <ObligationLink item={item} /> <Quota item={item} />
        </div>
        <small>
          {t("obligation.owedBy", { side: say(sideNames[item.debtor]) })}
          {contract ? ` · ${item.contractName} · ${counterpart}` : ""}
        </small>
        <Awaited item={item} />
        {item.fulfilment === null ? null : (
          <small className="block">{t("obligation.evidence", { day: item.fulfilment.on })}</small>
        )}
      </div>
      <div className="amount">
        <Amount item={item} />
      </div>
    </li>
  );
}

const paceOf = ({ quota }: Obligation, say: (text: Text) => string) =>
  quota === null || quota.pace === null ? null : say(quota.pace.why);

function DueDay({ item }: { readonly item: Obligation }) {
  const { t, say } = useWords();
  const grounds = [
    { name: t("common.clause"), text: item.clause },
    { name: t("common.why"), text: say(item.why) },
    { name: t("obligation.pace"), text: paceOf(item, say) },
    { name: t("common.provisional"), text: item.provisional ? t("common.provisionalWhy") : null },
  ];
  const day = item.dueOn;
  return (
    <>
      <Why what={say(item.title)} grounds={grounds}>
        {day === null ? (
          item.windowOpensOn === null ? (
            t("common.noDay")
          ) : (
            t("common.openSince", { day: item.windowOpensOn })
          )
        ) : (
          <Day date={day} />
        )}
      </Why>
      {day === null || item.state === "fulfilled" ? null : (
        <Distance date={day} late={item.state === "overdue"} />
      )}
      {item.provisional ? <Tag tone="warn">{t("common.provisional")}</Tag> : null}
    </>
  );
}

function Quota({ item: { quota } }: { readonly item: Obligation }) {
  const { t } = useWords();
  if (quota === null) return null;
  const { count, done, atMost, pace } = quota;
  const over = done > count ? t("obligation.over", { count: done - count }) : "";
  return (
    <>
      {atMost ? `${t("obligation.used", { done, count })}${over}` : `${done}/${count}`}{" "}
      {pace?.state === "behind" ? <Tag tone="bad">{t("obligation.behind")}</Tag> : null}
    </>
  );
}

/** What it waits for, and who has to act. */
function Awaited({ item: { waitingFor } }: { readonly item: Obligation }) {
  const { t, say } = useWords();
  if (waitingFor.length === 0) return null;
  return (
    <div className="awaited">
      <Tag tone="warn">{t("obligation.waitsFor")}</Tag>
      {waitingFor.map(({ event, of, label, holder }) => (
        <span key={`${event} ${of ?? ""}`}>
          {say(label)} · {say(sideNames[holder])}
        </span>
      ))}
    </div>
  );
}

function Amount({ item }: { readonly item: Obligation }) {
  const { t, say } = useWords();
  if (item.amount === null) return null;
  const isPart = item.rest !== null && item.rest !== "0.00" && item.rest !== item.amount;
  const grounds = [
    { name: t("obligation.amount"), text: item.amountWhy === null ? null : say(item.amountWhy) },
  ];
  return (
    <>
      <Why what={`${say(item.title)} ${t("obligation.amount")}`} grounds={grounds}>
        <Money amount={isPart ? (item.rest ?? item.amount) : item.amount} />
      </Why>
      {isPart ? <small className="block">{t("obligation.of", { amount: `¥${item.amount}` })}</small> : null}
    </>
  );
}
