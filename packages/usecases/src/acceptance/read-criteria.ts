import { type Criterion, measureCriteria } from "@luyue/core/acceptance";
import type { MeasureFacts } from "@luyue/core/measurement";
import { readTermDates } from "@luyue/core/obligation";
import type { ContractState } from "../contract/contract.ts";
import { measuredWork } from "../contract/measured-work.ts";
import type { CommandContext } from "../runtime/define-command.ts";
import { tenantCalendar } from "../tenant/tenant-calendar.ts";
import { acceptanceOf } from "./demand-round.ts";

/** What measures are taken from: the contract's record now, with every series derived to its end and not only as far as stored. */
export function measureFactsOf(
  state: ContractState,
  { tenant, runtime }: Pick<CommandContext, "tenant" | "runtime">,
): MeasureFacts {
  const work = measuredWork(state, { tenant, runtime });
  return {
    ...work,
    measurements: state.work.measurements,
    dates: readTermDates(state.terms.terms, work.events, tenantCalendar(tenant, runtime)),
  };
}

/** The criteria of an acceptance with what the record gives for each now; none where the terms have it no more. */
export function readCriteria(state: ContractState, of: string, facts: MeasureFacts): readonly Criterion[] {
  const acceptance = acceptanceOf(state, of);
  return acceptance === undefined ? [] : measureCriteria(acceptance, facts);
}
