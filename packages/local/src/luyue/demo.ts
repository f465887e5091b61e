import { type CivilDate, instantAt } from "@luyue/core/civil-date";
import { demoContracts, type DemoKey } from "@luyue/testing/contracts";
import { type DemoReport, reportDemo, seedDemo } from "../demo/index.ts";
import { createPages } from "../pages/index.ts";
import { createStillClock, startStack } from "../stack/index.ts";
import { parseAsOf } from "./parse-as-of.ts";
import { printTable } from "./print-table.ts";
import { readOptions } from "./read-options.ts";
import { UsageError } from "./usage-error.ts";

/** Runs the five demo contracts through a month on a stack of its own that leaves nothing behind, and prints what came of it. */
export async function runDemo(args: readonly string[]): Promise<number> {
  const { asOf, sign, json } = readArgs(args);
  const clock = createStillClock(instantAt(asOf, "09:01"));
  const stack = await startStack({ clock, pages: createPages });
  try {
    const seeded = await seedDemo(stack, { asOf, sign });
    const report = await reportDemo(stack, seeded);
    process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : printReport(report));
  } finally {
    await stack.stop();
  }
  return 0;
}

function readArgs(args: readonly string[]): {
  asOf: CivilDate;
  sign: Map<DemoKey, CivilDate>;
  json: boolean;
} {
  const { values } = readOptions(args, {
    options: {
      "as-of": { type: "string" },
      sign: { type: "string", multiple: true },
      json: { type: "boolean" },
    },
  });
  const asOf = parseAsOf(values["as-of"] ?? "2026-05-12");
  return { asOf, sign: parseSign(values.sign ?? [], asOf), json: values.json === true };
}

/** `C=2025-09-30`: which contract was signed when. */
function parseSign(given: readonly string[], asOf: CivilDate): Map<DemoKey, CivilDate> {
  return new Map(
    given
      .flatMap((text) => text.split(","))
      .map((text) => {
        const [key, day = ""] = text.split("=");
        const contract = demoContracts.find((each) => each.key === key);
        if (contract === undefined) {
          throw new UsageError(
            `--sign 应为 合同=日期，如 C=2025-09-30 / --sign takes contract=date, such as C=2025-09-30: ${text}`,
          );
        }
        const on = parseAsOf(day);
        if (on > asOf)
          throw new UsageError(`签订日 ${on} 晚于 ${asOf} / signed on ${on}, which is after ${asOf}`);
        return [contract.key, on];
      }),
  );
}

function printReport(report: DemoReport): string {
  const parts = report.contracts.map(({ key, name, obligations }) =>
    printTable(`\n${key}  ${name}`, obligations),
  );
  const reminders = report.reminders.map(
    ({ on, contract, obligation, step, channel, recipient }) =>
      `${on}  ${contract}  ${obligation}  ${step}  ${channel}  ${recipient}`,
  );
  return `${parts.join("")}\n提醒 reminders (${reminders.length})\n${reminders.join("\n")}\n`;
}
