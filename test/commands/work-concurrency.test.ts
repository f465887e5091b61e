import { findBrokenEntry, type RecordEntry } from "@luyue/usecases/runtime";
import { signRound } from "@luyue/usecases/acceptance";
import { expect, it } from "vitest";
import { applyFor, assess, seedAccepted } from "./acceptance-seed.ts";
import { listAll } from "./dump-platform.ts";
import { refusalOf } from "./expect-refusal.ts";
import { onEngine } from "./on-engine.ts";
import { member } from "./people.ts";
import { arrange, rows } from "./rows.ts";
import { type Conditions, run, seedTenant } from "./seed.ts";
import { type Contest, contests } from "./work-contests.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const areas = ["deliverable.", "acceptance.", "measurement.", "score.", "unit.", "finding."];
const workRows = rows.filter(({ name }) => areas.some((area) => name.startsWith(area)));

async function look(world: World, contractId: string) {
  const store = world.platform.tenant(tenantId);
  const lines: readonly RecordEntry[] = await listAll((page) => store.listRecord(contractId, page));
  const outbox = (await listAll((page) => store.listOutbox(page))).filter(
    ({ to }) => to.channel === "webhook",
  );
  return { version: (await store.getContract(contractId))?.version ?? 0, lines, outbox: outbox.length };
}

/** Both moves at once: one is made and has its line on the record, the other is refused, and leaves nothing. */
async function contend(world: World, { prepare }: Contest, guarded: boolean) {
  await seedTenant(world, tenantId);
  const { contractId, moves } = await prepare(world);
  const before = await look(world, contractId);
  const conditions: Conditions = guarded ? { expectedVersion: before.version } : {};
  const tries = moves.map(({ make }) => make(world, conditions));
  const made = await Promise.allSettled(tries);
  const won = made.findIndex(({ status }) => status === "fulfilled");
  expect(made.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const after = await look(world, contractId);
  expect(after.version).toBe(before.version + 1);
  expect(after.lines.slice(before.lines.length)).toMatchObject([
    { command: moves[won]?.command, actor: { id: moves[won]?.by.id } },
  ]);
  expect(findBrokenEntry(after.lines, world.runtime)).toBeUndefined();
  return refusalOf(tries[1 - won]!);
}

onEngine("at the same time, two people about one thing", (openWorld) => {
  it.each(contests)("$about, both having seen the same version: one of them does", async (contest) => {
    const { code } = await contend(await openWorld(), contest, true);
    // A finding is read after its contract, and may have been moved in between.
    expect(["versionMismatch", ...(contest.about.startsWith("a finding") ? ["conflict"] : [])]).toContain(
      code,
    );
  });

  it.each(contests)("$about, the second with a version of before: it is stale", async ({ prepare }) => {
    const world = await openWorld();
    await seedTenant(world, tenantId);
    const { contractId, moves } = await prepare(world);
    const { version: expectedVersion } = await look(world, contractId);
    await moves[0].make(world, { expectedVersion });
    const before = await look(world, contractId);
    const refusal = await refusalOf(moves[1].make(world, { expectedVersion }));
    expect(refusal.code).toBe("versionMismatch");
    expect(await look(world, contractId)).toEqual(before);
  });

  it.each(contests)("$about: one does, and the other is told in words what keeps it", async (contest) => {
    const { code, reason } = await contend(await openWorld(), contest, false);
    expect(code).toBe("conflict");
    expect(reason.zh).toMatch(/\p{Script=Han}/u);
    expect(reason.en).toMatch(/[a-z]{3}/);
  });

  it("two acceptors sign one round: both signatures are there", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId);
    const ids = await assess(world, await applyFor(world, await seedAccepted(world)));
    const signers = [member(tenantId, "contractManager"), member(tenantId, "acceptor")];
    await Promise.all(signers.map((by) => run(world, signRound, by, tenantId, { ...ids, agrees: true })));
    const state = await world.platform.tenant(tenantId).loadContract(ids.contractId);
    const signed = state?.work.rounds[0]?.assessment?.signatures.map(({ acceptor }) => acceptor);
    expect(signed?.toSorted()).toEqual(["mem_acceptor", "mem_contractManager"]);
  });
});

onEngine("at the same time, one request many times under one key", (openWorld) => {
  it("there are such requests of every kind of work", () => {
    for (const area of areas)
      expect(
        workRows.some(({ name }) => name.startsWith(area)),
        area,
      ).toBe(true);
  });

  it.each(workRows)("$name has one effect and one answer", async (row) => {
    const world = await openWorld();
    const { input, contractId = "" } = await arrange(world, row);
    const before = await look(world, contractId);
    const conditions = { idempotencyKey: "key-1" };
    const copies = Array.from({ length: 12 }, () =>
      row.execute(world, row.actor(tenantId), tenantId, input, conditions),
    );
    const answers = await Promise.all(copies);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const [first, ...others] = answers.map(({ answer, version }) => ({ answer, version }));
    for (const other of others) expect(other).toEqual(first);
    const after = await look(world, contractId);
    expect(after.version).toBe(before.version + 1);
    expect(after.lines.slice(before.lines.length)).toMatchObject([{ command: row.name }]);
    expect(after.outbox).toBe(before.outbox + 1);
  });
});
