import { civilDateOf } from "@luyue/core/civil-date";
import type { Obligation } from "@luyue/core/obligation";
import type { CommandContext } from "../runtime/define-command.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import type { ContractState } from "./contract.ts";
import { deriveInForce } from "./plan-derivation.ts";

/** Every obligation of a contract as it stands now, series to their end: more than is stored. */
export function obligationsNow(
  state: ContractState,
  { tenant, runtime }: Pick<CommandContext, "tenant" | "runtime">,
): readonly Obligation[] {
  return deriveInForce(state, tenantCalendar(tenant, runtime), civilDateOf(runtime.now()));
}
