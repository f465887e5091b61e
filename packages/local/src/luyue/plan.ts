import { createCalendar } from "@luyue/core/calendar";
import { fromEpochMs, instantAt } from "@luyue/core/civil-date";
import { deriveObligations } from "@luyue/core/obligation";
import { describeObligation } from "./describe-obligation.ts";
import { parseAsOf } from "./parse-as-of.ts";
import { printTable } from "./print-table.ts";
import { readContract } from "./read-contract.ts";
import { readOptions } from "./read-options.ts";
import { UsageError } from "./usage-error.ts";

/** Derives the obligations of a terms file, with events where they are given, and prints them as a table or as JSON. */
export async function runPlan(args: readonly string[]): Promise<number> {
  const { file, events: eventsFile, asOf, json } = readArgs(args);
  const { terms, events } = await readContract(file, eventsFile);
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
  const { values, positionals } = readOptions(args, {
    allowPositionals: true,
    options: { events: { type: "string" }, "as-of": { type: "string" }, json: { type: "boolean" } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError("请给出一个条款文件 / give one terms file");
  return { file, events: values.events, asOf: values["as-of"], json: values.json === true };
}
