import { createCalendar } from "@luyue/core/calendar";
import { type ContractTerms, contractTermsSchema } from "@luyue/core/contract";
import { DomainError, type Fault } from "@luyue/core/error";
import { type ContractEvent, eventListSchema } from "@luyue/core/event";
import { deriveObligations, findEventFaults } from "@luyue/core/obligation";
import * as z from "zod";
import { parseJson, readJson } from "./read-json.ts";
import { UsageError } from "./usage-error.ts";

const bothSchema = z.strictObject({ terms: contractTermsSchema, events: eventListSchema.optional() });

/**
 * Reads a contract from a file with its terms, alone or as `{terms, events}`, and its events from there or from a file of
 * their own. Throws `invalid` with the file, the path inside it and the reason.
 */
export async function readContract(
  file: string,
  eventsFile: string | undefined,
): Promise<{ terms: ContractTerms; events: ContractEvent[] }> {
  const input = await readJson(file, z.unknown());
  const both = hasBoth(input);
  const { terms, events: within } = both
    ? parseJson(file, input, bothSchema)
    : { terms: parseJson(file, input, contractTermsSchema) };
  if (within !== undefined && eventsFile !== undefined) {
    throw new UsageError("事件已在条款文件中 / the events stand in the terms file already");
  }
  if (eventsFile === undefined) return { terms, events: nameEvents(within ?? [], terms, file, "/events") };
  return { terms, events: nameEvents(await readJson(eventsFile, eventListSchema), terms, eventsFile, "") };
}

/** Terms have a list of service terms under the same name. */
function hasBoth(input: unknown): boolean {
  if (typeof input !== "object" || input === null || !("terms" in input)) return false;
  return typeof input.terms === "object" && input.terms !== null && !Array.isArray(input.terms);
}

function nameEvents(
  listed: z.output<typeof eventListSchema>,
  terms: ContractTerms,
  file: string,
  path: string,
): ContractEvent[] {
  const events = listed.map((event, index) => ({ ...event, id: event.id ?? `event-${index + 1}` }));
  const faults = findAllEventFaults(events, terms, path);
  if (faults.length > 0) {
    throw new DomainError("invalid", { zh: `文件 ${file} 有误`, en: `${file} is not valid` }, faults);
  }
  return events;
}

function findAllEventFaults(events: readonly ContractEvent[], terms: ContractTerms, path: string): Fault[] {
  if (events.length === 0) return [];
  const keys = listKeys(terms, events);
  const ids = new Set<string>();
  return events.flatMap((event, index) => {
    const faults = findEventFaults(event, terms, events.slice(0, index), keys).map((fault) => ({
      path: `${path}/${index}${fault.path}`,
      reason: fault.reason,
    }));
    if (ids.has(event.id)) {
      faults.push({
        path: `${path}/${index}/id`,
        reason: { zh: `事件编号 ${event.id} 重复`, en: `event id ${event.id} stands twice` },
      });
    }
    ids.add(event.id);
    return faults;
  });
}

/** Which obligations there are does not rest on amounts: tranches that do not add up are the checks' to find. */
function listKeys(terms: ContractTerms, events: readonly ContractEvent[]): ReadonlySet<string> {
  const amount = { amount: "fixed", value: "0.00" } as const;
  const tranches = terms.tranches.map((tranche) => ({ ...tranche, amount }));
  const obligations = deriveObligations({ ...terms, tranches }, events, createCalendar({}));
  return new Set(obligations.map(({ key }) => key));
}
