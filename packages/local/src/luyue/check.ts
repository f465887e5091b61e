import { createCalendar } from "@luyue/core/calendar";
import { countVerdicts, publishedLoanPrimeRates, runChecks } from "@luyue/core/check";
import { type VendorSize, vendorSizeSchema } from "@luyue/core/vendor";
import { parseAsOf } from "./parse-as-of.ts";
import { printChecks } from "./print-checks.ts";
import { readContract } from "./read-contract.ts";
import { readOptions } from "./read-options.ts";
import { UsageError } from "./usage-error.ts";

/** Checks a terms file, with events where they are given, and prints the findings as a table or as JSON. 1 when a check failed. */
export async function runCheck(args: readonly string[]): Promise<number> {
  const { file, events: eventsFile, vendorSize, asOf, json } = readArgs(args);
  const { terms, events } = await readContract(file, eventsFile);
  const checks = runChecks(terms, {
    events,
    calendar: createCalendar({}),
    loanPrimeRates: publishedLoanPrimeRates,
    ...(vendorSize === undefined ? {} : { vendorSize }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  const summary = countVerdicts(checks);
  const { number, name } = terms;
  const answer = { number, name, asOf: asOf ?? null, checks, summary };
  process.stdout.write(json ? `${JSON.stringify(answer, null, 2)}\n` : printChecks(name, checks));
  return summary.failed > 0 ? 1 : 0;
}

function readArgs(args: readonly string[]) {
  const { values, positionals } = readOptions(args, {
    allowPositionals: true,
    options: {
      events: { type: "string" },
      "vendor-size": { type: "string" },
      "as-of": { type: "string" },
      json: { type: "boolean" },
    },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError("请给出一个条款文件 / give one terms file");
  return {
    file,
    events: values.events,
    vendorSize: parseVendorSize(values["vendor-size"]),
    asOf: values["as-of"] === undefined ? undefined : parseAsOf(values["as-of"]),
    json: values.json === true,
  };
}

function parseVendorSize(text: string | undefined): VendorSize | undefined {
  if (text === undefined) return undefined;
  const parsed = vendorSizeSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  const sizes = vendorSizeSchema.options.join(", ");
  throw new UsageError(`企业规模应为 ${sizes}：${text} / a vendor's size is one of ${sizes}: ${text}`);
}
