import { type EventKind, eventKindFacts } from "@luyue/core/event";
import { hasOwnCommand } from "@luyue/usecases/event";
import type { ObligationView } from "./api-reader.ts";
import { CheckSection } from "./check-section.tsx";
import { type ContractHead, ContractHeading, isRunning } from "./contract-heading.tsx";
import { bracket, Frame, say, type View } from "./frame.tsx";
import { MoneySection } from "./money-section.tsx";
import type { CheckView, ContractMoney } from "./money-views.ts";
import { ObligationList } from "./obligation-list.tsx";
import type { Refusal } from "./row-form.tsx";
import { Timeline } from "./timeline.tsx";

const groups = [
  { kinds: ["payment", "invoice", "bond"], zh: "发票与保函", en: "Invoices and bonds" },
  { kinds: ["notice", "secrecy", "handBack"], zh: "通知与保密", en: "Notices and secrecy" },
] as const;

/** One contract: its days on an axis, its money, what it waits for with a form to record it, checks, and what else is owed. */
export function ContractPage(props: {
  view: View;
  contract: ContractHead;
  items: readonly ObligationView[];
  money: ContractMoney | undefined;
  /** None for a vendor. */
  checks: readonly CheckView[] | undefined;
  refused: Refusal | undefined;
}) {
  const { view, contract, items, money, checks, refused } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  const elsewhere = new Set(money?.items.map(({ of }) => `payment.${of}`));
  const others = items.filter(({ key }) => !elsewhere.has(key));
  return (
    <Frame view={view} title={contract.name}>
      <ContractHeading view={view} contract={contract} page="" />
      {refused?.form === "events" ? (
        <p class="note" role="alert">
          {[refused.detail, ...refused.faults.map(({ text }) => text)].join(t("：", ": "))}
        </p>
      ) : null}
      <Timeline view={view} items={items} />
      {money === undefined ? null : (
        <MoneySection
          view={view}
          money={money}
          base={`/contracts/${contract.id}`}
          running={isRunning(contract)}
          refused={refused}
        />
      )}
      {view.person?.roles.includes("contractManager") === true ? (
        <MissingEvents view={view} contract={contract} items={items} checks={checks ?? []} />
      ) : null}
      {checks === undefined ? null : <CheckSection view={view} checks={checks} />}
      {groups.map(({ kinds, zh, en }) => {
        const members = others.filter((item) => kinds.some((kind) => kind === item.kind));
        return members.length === 0 ? null : (
          <>
            <h2>{`${t(zh, en)}${bracket(view, members.length)}`}</h2>
            <ObligationList view={view} items={members} empty="" contract={false} />
          </>
        );
      })}
    </Frame>
  );
}

/** Each thing that dates or checks wait for, once, with a form that records it. */
function MissingEvents(props: {
  view: View;
  contract: ContractHead;
  items: readonly ObligationView[];
  checks: readonly CheckView[];
}) {
  const { view, contract, items, checks } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  const missing = new Map(
    [...items.flatMap(({ waitingFor }) => waitingFor), ...listFormalities(checks)].map((each) => [
      `${each.event}|${each.of ?? ""}`,
      each,
    ]),
  );
  const recordable = [...missing.values()].filter(
    ({ event }) => event !== "fulfilled" && !hasOwnCommand(event),
  );
  if (recordable.length === 0) return null;
  return (
    <>
      <h2>{t("登记已发生的事", "Record what has happened")}</h2>
      <div class="card records">
        {recordable.map(({ event, of, label }) => (
          <form class="row" method="post" action={`/contracts/${contract.id}/events`}>
            <input type="hidden" name="kind" value={event} />
            {of === null ? null : <input type="hidden" name="of" value={of} />}
            <label>
              {label[view.language]}{" "}
              <input type="date" name="on" max={view.today} value={view.today} required />
            </label>
            <button type="submit">{t("登记", "Record")}</button>
          </form>
        ))}
      </div>
    </>
  );
}

const formalities: Readonly<Record<string, EventKind>> = {
  signedInTime: "signed",
  publishedInTime: "published",
  filedInTime: "filed",
};

/** What no date waits for but the law wants on record: award notice, publication, filing. */
function listFormalities(checks: readonly CheckView[]) {
  const kinds = checks.flatMap(({ check, verdict, missing }): EventKind[] => {
    const kind = formalities[check];
    if (kind === undefined || missing.includes("signed")) return [];
    if (verdict === "warning") return [kind];
    if (verdict !== "notEnoughInput") return [];
    return missing.includes("awarded") ? ["awarded"] : [kind];
  });
  return kinds.map((event) => ({ event, of: null, label: eventKindFacts(event).name }));
}
