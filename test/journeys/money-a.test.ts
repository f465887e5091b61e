import { createHash } from "node:crypto";
import { findBrokenEntry, type RecordEntry } from "@luyue/usecases/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { despite, openAgency, terms } from "./money-agency.ts";
import { type Balances, expectBalances, untouched } from "./money-balances.ts";
import type { Steps } from "./money-steps.ts";

let steps: Steps;
let balances: Balances = untouched;
const ids = { invoice: "", payment: "", deduction: "" };

beforeAll(async () => {
  steps = await openAgency("2026-04-24");
}, 60_000);
afterAll(() => steps.stack.stop());

describe("contract A, from signing to its last payment", () => {
  it("is entered", { timeout: 60_000 }, async () => {
    const { does, sees, refused, about } = steps;
    const t0 = Date.now();
    about.contractId = String((await does("contractManager", "POST /v1/contracts", { terms }))["id"]);
    console.log(JSON.stringify(await sees("auditor", "/checks")).slice(0, 300));
    await refused(
      "contractManager",
      "POST /activate",
      {},
      { status: 409, code: "conflict", paths: ["/references/0", "/deliverables"] },
    );
    console.log(await does("contractManager", "POST /activate", { despite }));
    await steps.liveTo("2026-04-27");
    await does("contractManager", "POST /events", { event: { kind: "signed", on: "2026-04-27" } });
    const mine = await does("vendor", "GET /v1/partner/contracts");
    console.log(JSON.stringify(mine));
    about.agencyId = String((mine["items"] as any)[0].agencyId);
    console.log(Date.now() - t0);
    await expectBalances(steps, balances, ["0.00", "0.00", "2180000.00"]);
    console.log(Date.now() - t0);
    console.log(JSON.stringify(await sees("finance", "/payments/t1"), null, 1));
    console.log(JSON.stringify(await sees("finance", "/payments/t5"), null, 1));
    console.log(JSON.stringify(await does("auditor", "GET /v1/budget"), null, 1));
    await steps.liveTo("2026-05-18");
    console.log(Date.now() - t0);
    console.log(steps.stack.inbox.list().length, steps.stack.inbox.list().slice(0, 5));
  });
});
