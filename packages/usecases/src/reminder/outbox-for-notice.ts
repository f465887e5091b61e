import type { Notice } from "@luyue/core/reminder";
import type { Contract } from "../contract/contract.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { Change } from "../runtime/store.ts";

/** A notice to whoever has to be told: one entry, which a sender makes into one for each, so that a command stays small. */
export function outboxForNotice(
  notice: Notice,
  { id: contractId, tenantId }: Pick<Contract, "id" | "tenantId">,
  runtime: Pick<Runtime, "now" | "newId">,
): Change {
  const at = runtime.now();
  return {
    change: "putOutbox",
    entry: {
      id: runtime.newId("ntc"),
      tenantId,
      contractId,
      type: `notice.${notice.event}`,
      to: { channel: "people" },
      payload: notice,
      createdAt: at,
      state: "pending",
      attempts: [],
      wakeAt: at,
    },
  };
}
