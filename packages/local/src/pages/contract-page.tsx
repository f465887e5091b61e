import { hasOwnCommand } from "@luyue/usecases/event";
import type { ApiReader, ObligationView } from "./api-reader.ts";
import { bracket, Frame, say, type View } from "./frame.tsx";
import { ObligationList } from "./obligation-list.tsx";
import { Timeline } from "./timeline.tsx";

export interface ContractHead {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

const groups = [
  { kinds: ["payment", "invoice", "bond"], zh: "付款、发票与保函", en: "Money" },
  { kinds: ["application", "review", "acceptance", "plan"], zh: "验收", en: "Acceptance" },
  { kinds: ["deliverable", "report"], zh: "交付物与报告", en: "Deliverables and reports" },
  { kinds: ["service"], zh: "服务", en: "Services" },
  { kinds: ["notice", "secrecy", "handBack"], zh: "通知与保密", en: "Notices and secrecy" },
] as const;

/** One contract: its money on an axis, what it waits for with a form to record it, and everything that is owed. */
export function ContractPage(props: {
  view: View;
  contract: ContractHead;
  items: readonly ObligationView[];
  error: string | undefined;
}) {
  const { view, contract, items, error } = props;
  const t = (zh: string, en: string) => say(view, zh, en);
  return (
    <Frame view={view} title={contract.name}>
      <h1>{contract.name}</h1>
      <p class="lead">{contract.number}</p>
      {error === undefined ? null : (
        <p class="note" role="alert">
          {error}
        </p>
      )}
      <Timeline view={view} items={items} />
      {view.person?.role === "contractManager" ? (
        <MissingEvents view={view} contract={contract} items={items} />
      ) : null}
      {groups.map(({ kinds, zh, en }) => {
        const members = items.filter((item) => kinds.some((kind) => kind === item.kind));
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

/** Each thing that dates wait for, once, with a form that records it. */
function MissingEvents({
  view,
  contract,
  items,
}: {
  view: View;
  contract: ContractHead;
  items: readonly ObligationView[];
}) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const missing = new Map(
    items.flatMap(({ waitingFor }) => waitingFor).map((each) => [`${each.event}|${each.of ?? ""}`, each]),
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

/** The contract and its obligations as the person may see them: an agency its own, a vendor those with any agency. */
export async function readContractPage(api: ApiReader, view: View, contractId: string) {
  if (view.person?.side === "partner") {
    const all = await api.list<ObligationView>("/v1/partner/obligations");
    const items = all.filter((item) => item.contractId === contractId);
    const [first] = items;
    if (first === undefined) return undefined;
    return { contract: { id: contractId, number: first.contractNumber, name: first.contractName }, items };
  }
  const contract = await api.get<{ contract: ContractHead }>(`/v1/contracts/${contractId}`);
  if (contract === undefined) return undefined;
  const items = await api.list<ObligationView>(`/v1/contracts/${contractId}/obligations`);
  return { contract: contract.contract, items };
}
