import { civilDateOf } from "@luyue/core/civil-date";
import { stepKey } from "@luyue/core/reminder";
import { type OutboxEntry, recipientKey } from "@luyue/usecases/reminder";
import type { TenantStore } from "@luyue/usecases/runtime";
import { tenantCalendar } from "@luyue/usecases/tenant";
import { describeObligation, type DescribedObligation } from "../luyue/describe-obligation.ts";
import type { Stack } from "../stack/index.ts";
import type { SeededContract } from "./seed-demo.ts";

export interface DemoReport {
  readonly asOf: string;
  readonly contracts: readonly {
    readonly key: string;
    readonly id: string;
    readonly number: string;
    readonly name: string;
    readonly buyer: string;
    readonly vendor: string;
    readonly status: string;
    readonly total: string;
    readonly obligations: readonly DescribedObligation[];
  }[];
  readonly reminders: readonly SentReminder[];
}

/** A reminder that was delivered: to whom, by which channel, on which day. */
interface SentReminder {
  readonly contract: string;
  readonly obligation: string;
  readonly step: string;
  readonly channel: OutboxEntry["to"]["channel"];
  readonly recipient: string;
  readonly on: string;
}

/** What a stack holds of the demo's contracts, read back from its store, and what it has really sent. */
export async function reportDemo(stack: Stack, seeded: readonly SeededContract[]): Promise<DemoReport> {
  const now = stack.clock.now();
  const contracts: DemoReport["contracts"][number][] = [];
  const reminders: SentReminder[] = [];
  for (const { key, tenantId, contractId } of seeded) {
    const store = stack.platform.tenant(tenantId);
    const [state, tenant] = await Promise.all([store.loadContract(contractId), store.getTenant()]);
    if (state === undefined || tenant === undefined) throw new Error(`contract ${key} is not there`);
    const calendar = tenantCalendar(tenant, stack.runtime);
    const { contract } = state;
    contracts.push({
      key,
      id: contract.id,
      number: contract.number,
      name: contract.name,
      buyer: contract.buyerName,
      vendor: contract.vendorName,
      status: contract.status,
      total: contract.total,
      obligations: state.obligations
        .map(({ obligation }) => describeObligation(obligation, calendar, now))
        .toSorted(byDate),
    });
    reminders.push(...(await listSentReminders(store, key)));
  }
  return {
    asOf: stack.clock.today(),
    contracts,
    reminders: reminders.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
  };
}

function byDate(a: DescribedObligation, b: DescribedObligation): number {
  const [left, right] = [a, b].map((each) => `${each.dueOn ?? each.windowOpensOn ?? "9999"} ${each.key}`);
  return (left ?? "") < (right ?? "") ? -1 : 1;
}

async function listSentReminders(store: TenantStore, contract: string): Promise<SentReminder[]> {
  const sent: SentReminder[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.listOutbox({ limit: 200, cursor });
    for (const entry of page.items) {
      const reminder = sentReminder(entry, contract);
      if (reminder !== undefined) sent.push(reminder);
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return sent;
}

function sentReminder(
  { reminder, to, attempts, state }: OutboxEntry,
  contract: string,
): SentReminder | undefined {
  const last = attempts.at(-1);
  if (reminder === undefined || state !== "delivered" || last === undefined) return undefined;
  return {
    contract,
    obligation: reminder.obligationKey,
    step: stepKey(reminder.step),
    channel: to.channel,
    recipient: recipientKey(to),
    on: civilDateOf(last.at),
  };
}
