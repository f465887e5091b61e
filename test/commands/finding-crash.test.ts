import { handOutFindings, putUnit } from "@luyue/usecases/finding";
import { sweepReminders } from "@luyue/usecases/reminder";
import { canonicalJson } from "@luyue/core/text";
import { expect, it } from "vitest";
import { listAll } from "./dump-platform.ts";
import { bring, rowFor, seedFindings, seedUnits, tenantId } from "./finding-seed.ts";
import { Crash, crashAt, intercept } from "./intercept.ts";
import { onBoth } from "./on-engine.ts";
import { member } from "./people.ts";
import { run, seedTenant } from "./seed.ts";
import { start, type World } from "./world.ts";

const manager = member(tenantId, "contractManager");
const many = 90;
const later = "2026-06-01T10:05:00+08:00";

/** Findings of both units by forty-four different days: more than one transaction holds, and as many tallies and obligations. */
function rowsOf({ own, vendors }: { readonly own: string; readonly vendors: string }) {
  return Array.from({ length: many }, (_, at) => {
    const day = new Date(Date.UTC(2026, 6, 1 + (at % 44))).toISOString().slice(0, 10);
    return rowFor(at % 2 === 0 ? own : vendors, { title: `弱口令${at}`, dueOn: day });
  });
}

/** A contract with one finding there already, and what hands out many more. */
async function arrange(world: World) {
  await seedTenant(world, tenantId);
  const units = await seedUnits(world);
  await seedFindings(world, units.contractId, [rowFor(units.own, { dueOn: "2026-07-01" })]);
  const input = { contractId: units.contractId, findings: rowsOf(units) };
  return { ...units, input };
}

async function stateOf(world: World, contractId: string) {
  const store = world.platform.tenant(tenantId);
  const state = await store.loadContract(contractId);
  const findings = await listAll((page) => store.listFindings(contractId, {}, page));
  const obligations = state?.obligations.toSorted((a, b) => (a.obligation.key < b.obligation.key ? -1 : 1));
  // A try that came to nothing has used an id up; hashes cover the ids.
  const contract = { ...state?.contract, record: state?.contract.record.sequence };
  const text = canonicalJson({ ...state, contract, obligations, findings });
  return { state, findings, text: text.replaceAll(/(bat|fnd)_0{10}\d\d/g, "$1") };
}

async function handOutUntil(world: World, n: number, when: "before" | "after", input: object) {
  const crash = crashAt(n, when);
  const mortal = { ...world, platform: intercept(world.platform, crash.around) };
  await run(mortal, handOutFindings, manager, tenantId, input, { idempotencyKey: "import-1" }).catch(
    (error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    },
  );
  return crash.crashed();
}

/** Hands out until its second commit, and not all of it; gives what is there then. */
async function cutShort(world: World, contractId: string, input: object) {
  const commits = crashAt(2, "after", (operation) => operation === "commit");
  const mortal = { ...world, platform: intercept(world.platform, commits.around) };
  // What follows on the first commit is taken up later, so that the caller has an answer.
  await run(mortal, handOutFindings, manager, tenantId, input);
  expect(commits.crashed()).toBe(true);
  const cut = await stateOf(world, contractId);
  expect(cut.state?.contract.derivation).toEqual({ since: start });
  expect(cut.findings.length).toBeLessThan(many + 1);
  return cut;
}

/** What was cut short is taken up, and then nothing is left to take up. */
async function sweepTwice(world: World): Promise<void> {
  world.runtime.setNow(later);
  expect((await sweepReminders(world.platform, world.runtime)).failed).toEqual([]);
  expect((await sweepReminders(world.platform, world.runtime)).contracts).toBe(0);
  world.runtime.setNow(start);
}

onBoth("a hand-out of many findings", (openWorld) => {
  it("leaves every finding once, numbered on, with its tallies and obligations", async () => {
    const world = await openWorld();
    const { contractId, input } = await arrange(world);
    const { answer } = await run(world, handOutFindings, manager, tenantId, input);
    const { state, findings } = await stateOf(world, contractId);
    expect(findings.map(({ number }) => number)).toEqual(Array.from({ length: many + 1 }, (_, at) => at + 1));
    expect(findings.slice(1).map(({ title }) => title)).toEqual(input.findings.map(({ title }) => title));
    expect(answer.findings.map(({ id }) => id)).toEqual(findings.slice(1).map(({ id }) => id));
    expect(state?.contract).not.toHaveProperty("derivation");
    expect(state?.contract.findings).toBe(many + 1);
    expect(state?.work.batches).toEqual([]);
    const owed = state?.obligations.filter(({ obligation }) => obligation.kind === "finding") ?? [];
    expect(owed).toHaveLength(44);
    const counted = owed.reduce((sum, { obligation }) => sum + (obligation.quota?.count ?? 0), 0);
    expect(counted).toBe(many + 1);
  });

  it.each(["before", "after"] as const)(
    "ends in the same place wherever it is cut short: %s a call of the store",
    async (when) => {
      const whole = await openWorld();
      const arranged = await arrange(whole);
      expect(await handOutUntil(whole, 1000, when, arranged.input)).toBe(false);
      await sweepTwice(whole);
      const end = (await stateOf(whole, arranged.contractId)).text;
      let crashed = true;
      let n = 1;
      let unwritten = 0;
      for (; crashed; n += 1) {
        const world = await openWorld();
        const { contractId, input } = await arrange(world);
        crashed = await handOutUntil(world, n, when, input);
        const { findings, state } = await stateOf(world, contractId);
        if (state?.contract.findings === 1) {
          expect(findings).toHaveLength(1);
          unwritten += 1;
          await handOutUntil(world, 1000, when, input);
        }
        await sweepTwice(world);
        expect((await stateOf(world, contractId)).text === end, `cut short ${when} call ${n}`).toBe(true);
      }
      expect(n).toBeGreaterThan(8);
      expect(unwritten).toBeGreaterThan(1);
    },
  );

  it("that was cut short is finished by whoever takes one of its findings further", async () => {
    const world = await openWorld();
    const { contractId, input } = await arrange(world);
    const before = await cutShort(world, contractId, input);
    const last = before.state?.work.batches[0]?.id.replace("bat", "fnd") ?? "";
    await bring(world, contractId, [`${last}${`${many - 1}`.padStart(3, "0")}`], "answered");
    const { state, findings } = await stateOf(world, contractId);
    expect(findings).toHaveLength(many + 1);
    expect(findings.map(({ state: at }) => at).filter((at) => at === "answered")).toHaveLength(1);
    expect(state?.work.batches).toEqual([]);
  });

  it("is counted at once by whatever else changes the contract meanwhile", async () => {
    const world = await openWorld();
    const { contractId, input } = await arrange(world);
    await cutShort(world, contractId, input);
    const unit = { contractId, name: "第三单位", side: "buyer", contacts: [] };
    await run(world, putUnit, manager, tenantId, unit);
    const { state, findings } = await stateOf(world, contractId);
    expect(findings).toHaveLength(many + 1);
    expect(state?.obligations.filter(({ obligation }) => obligation.kind === "finding")).toHaveLength(44);
  });
});
