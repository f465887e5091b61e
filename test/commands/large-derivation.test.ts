import { canonicalJson } from "@luyue/core/text";
import type { ContractTerms } from "@luyue/core/contract";
import { activateContract, refreshContract } from "@luyue/usecases/contract";
import { correctEvent, recordEvent } from "@luyue/usecases/event";
import { sweepReminders } from "@luyue/usecases/reminder";
import { type Command } from "@luyue/usecases/runtime";
import { describe, expect, it } from "vitest";
import { Crash, crashAt, intercept } from "./intercept.ts";
import { onBoth } from "./on-engine.ts";
import { member } from "./people.ts";
import { type InputSchema, run, seedActive, seedDraft, seedTenant, termsOf } from "./seed.ts";
import { start, type World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const later = "2026-06-01T10:05:00+08:00";

/** 100 services that are due after signing: two chunks of writes whenever the signing changes. */
function manyTerms(number: string): ContractTerms {
  const after = { anchor: "event", event: "signed" } as const;
  return termsOf(number, {
    services: Array.from({ length: 100 }, (_, index) => ({
      key: `s${index}`,
      title: { zh: `服务${index}`, en: `service ${index}` },
      schedule: {
        schedule: "once",
        due: { rule: "within", count: index + 1, unit: "day", after, roll: "none" },
      },
    })),
  });
}

const stateOf = async (world: World, contractId: string) => {
  const state = await world.platform.tenant(tenantId).loadContract(contractId);
  return canonicalJson({
    ...state,
    obligations: state?.obligations.toSorted((a, b) => (a.obligation.key < b.obligation.key ? -1 : 1)),
  });
};
const contractOf = (world: World, contractId: string) =>
  world.platform.tenant(tenantId).getContract(contractId);

interface Arranged<S extends InputSchema> {
  readonly contractId: string;
  readonly command: Command<S, unknown>;
  readonly input: object;
}

const toActivate = async (world: World) => {
  await seedTenant(world, tenantId);
  const contractId = await seedDraft(world, tenantId, manyTerms("NO 1"));
  return { contractId, command: activateContract, input: { contractId } };
};
const toSign = async (world: World) => {
  await seedTenant(world, tenantId);
  const { contractId } = await seedActive(world, tenantId, manyTerms("NO 1"));
  return {
    contractId,
    command: recordEvent,
    input: { contractId, event: { kind: "signed", on: "2026-06-01" } },
  };
};

/** Runs the command in a process that is gone after its n-th commit; whether it got that far. */
async function runUntil<S extends InputSchema>(world: World, n: number, { command, input }: Arranged<S>) {
  const crash = crashAt(n, "after", (operation) => operation === "commit");
  const mortal = { ...world, platform: intercept(world.platform, crash.around) };
  await run(mortal, command, manager, tenantId, input).catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error;
  });
  return crash.crashed();
}

/** Until reminders that are due have moved on, which some already are while others are still being derived. */
async function sweepTwice(world: World): Promise<void> {
  world.runtime.setNow(later);
  await sweepReminders(world.platform, world.runtime);
  expect((await sweepReminders(world.platform, world.runtime)).contracts).toBe(0);
}

async function expectSameEnd<S extends InputSchema>(
  openWorld: () => Promise<World>,
  arrange: (world: World) => Promise<Arranged<S>>,
) {
  const whole = await openWorld();
  const { contractId, ...rest } = await arrange(whole);
  expect(await runUntil(whole, 100, { contractId, ...rest })).toBe(false);
  await sweepTwice(whole);
  const end = await stateOf(whole, contractId);
  expect(await contractOf(whole, contractId)).not.toHaveProperty("derivation");
  for (const n of [1, 2, 3]) {
    const world = await openWorld();
    const cut = await arrange(world);
    expect(await runUntil(world, n, cut)).toBe(true);
    expect((await contractOf(world, cut.contractId))?.derivation).toEqual(
      n === 3 ? undefined : { since: start },
    );
    world.runtime.setNow(later);
    const { contracts, failed } = await sweepReminders(world.platform, world.runtime);
    expect({ contracts, failed }).toEqual({ contracts: n === 3 ? 0 : 1, failed: [] });
    await sweepTwice(world);
    expect(await stateOf(world, cut.contractId)).toBe(end);
  }
  expect(await stateOf(whole, contractId)).toContain('"key":"service.s99"');
}

onBoth("a change of more than 80 obligations", (openWorld) => {
  it("ends in the same place wherever its activation is cut short", () =>
    expectSameEnd(openWorld, toActivate));
  it("ends in the same place wherever its signing is cut short", () => expectSameEnd(openWorld, toSign));

  it("is finished by a refresh as well, which then has nothing left to do", async () => {
    const world = await openWorld();
    const cut = await toSign(world);
    await runUntil(world, 2, cut);
    const store = world.platform.tenant(tenantId);
    await refreshContract(store, cut.contractId, world.runtime);
    const state = await store.loadContract(cut.contractId);
    expect(state?.contract).not.toHaveProperty("derivation");
    expect(state?.obligations.every(({ obligation }) => obligation.dueOn !== undefined)).toBe(true);
    const before = await world.dump();
    await refreshContract(store, cut.contractId, world.runtime);
    expect(await world.dump()).toBe(before);
  });
});

describe("while a large change is still being written", () => {
  onBoth("a command", (openWorld) => {
    it("that read the obligations before a part of it was written leaves none of that part behind", async () => {
      const world = await openWorld();
      await seedTenant(world, tenantId);
      const ids = await seedActive(world, tenantId, manyTerms("NO 1"), "2026-06-01");
      const settled = (await world.platform.tenant(tenantId).loadContract(ids.contractId))?.obligations ?? [];
      const correct = (on: string) => ({ ...ids, event: { kind: "signed", on }, reason: "日期有误" });
      await runUntil(world, 1, {
        contractId: ids.contractId,
        command: correctEvent,
        input: correct("2026-05-20"),
      });

      const slow = intercept(world.platform, async (operation, call) => {
        const read = await call();
        if (operation === "loadContract") await refreshOneChunk(world, ids.contractId);
        return read;
      });
      await run({ ...world, platform: slow }, correctEvent, manager, tenantId, correct("2026-06-01"));
      world.runtime.setNow(later);
      await sweepReminders(world.platform, world.runtime);
      const state = await world.platform.tenant(tenantId).loadContract(ids.contractId);
      const dues = (all: typeof settled) =>
        all.map(({ obligation }) => `${obligation.key} ${obligation.dueOn ?? "undated"}`).toSorted();
      expect(state?.contract).not.toHaveProperty("derivation");
      expect(dues(state?.obligations ?? [])).toEqual(dues(settled));
    });
  });

  async function refreshOneChunk(world: World, contractId: string): Promise<void> {
    const { around } = crashAt(1, "after", (operation) => operation === "commit");
    const store = intercept(world.platform, around).tenant(tenantId);
    await refreshContract(store, contractId, world.runtime).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
  }
});
