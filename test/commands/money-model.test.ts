import { findBrokenEntry } from "@luyue/usecases/runtime";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listAll } from "./dump-platform.ts";
import { commands } from "./money-model-commands.ts";
import { openModel, type Seen } from "./money-model-real.ts";
import { tenantId } from "./money-model-step.ts";
import { onEngine } from "./on-engine.ts";
import { openMemoryWorld, type World } from "./world.ts";

const amounts = ["invoice.submit", "payment.request", "payment.pay", "payment.refund", "deduction.propose"];
/** What the runs must have come to, or they show nothing: every verb done, and the refusals that keep the money together. */
const tried: readonly string[] = [
  ...["submit", "accept", "reject", "withdraw", "revoke"].map((verb) => `invoice.${verb} done`),
  ...["request", "approve", "reject", "withdraw", "pay", "reverse", "refund"].map(
    (verb) => `payment.${verb} done`,
  ),
  ...["propose", "approve", "reject", "withdraw"].map((verb) => `deduction.${verb} done`),
  ...["amend", "end", "resume", "close", "reopen"].map((verb) => `contract.${verb} done`),
  "event.record done",
  "event.withdraw done",
  "repeat same",
  "repeat changed",
  ...amounts.map((verb) => `${verb} invalid`),
  ...["invoice.accept", "payment.approve", "deduction.approve"].map((verb) => `${verb} forbidden`),
  ...["invoice.revoke", "payment.request", "payment.approve", "deduction.withdraw"].map(
    (verb) => `${verb} conflict`,
  ),
];

/** Random requests against the ledger model; the record holds at the end of each run. */
async function runModel(openWorld: () => Promise<World>, numRuns: number, seen: Seen): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.commands([...commands], { maxCommands: 40, size: "max" }), async (sequence) => {
      const { model, real } = await openModel(await openWorld(), seen);
      await fc.asyncModelRun(() => ({ model, real }), sequence);
      const { world, contractId } = real;
      const lines = await listAll((page) => world.platform.tenant(tenantId).listRecord(contractId, page));
      expect(findBrokenEntry(lines, world.runtime)).toBeUndefined();
      // Drafted, activated, signed, and a line for every request that went through.
      expect(lines).toHaveLength(3 + real.sent.length);
    }),
    // Runs of every length, also the first ones.
    { numRuns, unbiased: true },
  );
}

describe("money against a model of the ledger, in memory", () => {
  it("is conserved, whatever is asked for", { timeout: 60_000 }, async () => {
    const seen: Seen = new Map();
    await runModel(openMemoryWorld, 160, seen);
    expect(tried.filter((what) => !seen.has(what))).toEqual([]);
  });
});

onEngine("money against a model of the ledger", (openWorld) => {
  it("is conserved, whatever is asked for", { timeout: 60_000 }, () => runModel(openWorld, 3, new Map()));
});
