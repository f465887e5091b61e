import { withdrawApplication } from "@luyue/usecases/acceptance";
import type { Actor } from "@luyue/usecases/runtime";
import {
  applyFor,
  assess,
  conclude,
  object,
  type RoundIds,
  seedAccepted,
  signAll,
} from "./acceptance-seed.ts";
import { stillDraft, unknownContract } from "./contract-rows.ts";
import { closedContract } from "./money-seed.ts";
import { partner } from "./people.ts";
import { type Input, invalid, type Refusal } from "./row.ts";
import { run } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const noFile = `sha256-${"0".repeat(64)}`;
export const fileMissing = invalid("a file that was not uploaded", "/evidence/1/file", (input) => ({
  ...input,
  evidence: [{ document: "申请表" }, { file: noFile }],
}));

const unknownRound: Refusal = {
  why: "no such round",
  code: "notFound",
  arrange: (_world, { input }) => ({ ...input, roundId: "rnd_zzzzzzzzzz" }),
};
export const named: readonly Refusal[] = [unknownContract, unknownRound, stillDraft, closedContract];

/** The row's round brought so far that the command comes too late. */
export const when = (why: string, bring: (world: World, ids: RoundIds) => Promise<unknown>): Refusal => ({
  why,
  code: "conflict",
  arrange: async (world, { input }) => {
    const ids = { contractId: String(input["contractId"]), roundId: String(input["roundId"]) };
    await bring(world, ids);
    return input;
  },
});
export const withdrawn = when("it has been withdrawn", (world, ids) =>
  run(world, withdrawApplication, partner, tenantId, { ...ids, reason: "申请有误" }),
);
export const objected = when("it has been objected to", object);
export const passed = when("it has passed", async (world, ids) =>
  conclude(world, await signAll(world, await assess(world, ids)), "passed"),
);

/** A round that was applied for, which the row's input names; `change`: what another input differs in. */
export const prepareRound = (more: Input, change: Input, as?: Actor) => async (world: World) => {
  const contractId = await seedAccepted(world);
  const input = { ...(await applyFor(world, contractId, {}, as)), ...more };
  return { tenantId, contractId, input, other: { ...input, ...change } };
};
