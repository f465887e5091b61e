import { parseArgs } from "node:util";
import { createCalendar } from "@luyue/core/calendar";
import { fromEpochMs, instantAt } from "@luyue/core/civil-date";
import { type ContractTerms, contractTermsSchema } from "@luyue/core/contract";
import { DomainError, type Fault } from "@luyue/core/error";
import { type ContractEvent, eventListSchema } from "@luyue/core/event";
import { deriveObligations, findEventFaults } from "@luyue/core/obligation";
import { describeObligation } from "./describe-obligation.ts";
import { parseAsOf } from "./parse-as-of.ts";
import { printTable } from "./print-table.ts";
import { readJson } from "./read-json.ts";
import { UsageError } from "./usage-error.ts";

/** Derives the obligations of a terms file, with events where they are given, and prints them as a table or as JSON. */
export async function runPlan(args: readonly string[]): Promise<number> {
  const { file, events: eventsFile, asOf, json } = readArgs(args);
  const terms = await readJson(file, contractTermsSchema);
  const events = eventsFile === undefined ? [] : await readEvents(eventsFile, terms);
  const now = asOf === undefined ? fromEpochMs(Date.now()) : instantAt(parseAsOf(asOf), "18:00");
  const calendar = createCalendar({});
  const obligations = deriveObligations(terms, events, calendar).map((each) =>
    describeObligation(each, calendar, now),
  );
  const plan = { number: terms.number, name: terms.name, asOf: now, obligations };
  process.stdout.write(json ? `${JSON.stringify(plan, null, 2)}\n` : printTable(plan.name, obligations));
  return 0;
}

function readArgs(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { events: { type: "string" }, "as-of": { type: "string" }, json: { type: "boolean" } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0)
      throw new UsageError("请给出一个条款文件 / give one terms file");
    return { file, events: values.events, asOf: values["as-of"], json: values.json === true };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function readEvents(file: string, terms: ContractTerms): Promise<ContractEvent[]> {
  const listed = await readJson(file, eventListSchema);
  const events = listed.map((event, index) => ({ ...event, id: event.id ?? `event-${index + 1}` }));
  const faults = findAllEventFaults(events, terms);
  if (faults.length > 0) {
    throw new DomainError("invalid", { zh: `文件 ${file} 有误`, en: `${file} is not valid` }, faults);
  }
  return events;
}

function findAllEventFaults(events: readonly ContractEvent[], terms: ContractTerms): Fault[] {
  const keys = new Set(deriveObligations(terms, events, createCalendar({})).map(({ key }) => key));
  const ids = new Set<string>();
  return events.flatMap((event, index) => {
    const faults = findEventFaults(event, terms, events.slice(0, index), keys).map((fault) => ({
      path: `/${index}${fault.path}`,
      reason: fault.reason,
    }));
    if (ids.has(event.id)) {
      faults.push({
        path: `/${index}/id`,
        reason: { zh: `事件编号 ${event.id} 重复`, en: `event id ${event.id} stands twice` },
      });
    }
    ids.add(event.id);
    return faults;
  });
}
