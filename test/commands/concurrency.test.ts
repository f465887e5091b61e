import { correctEvent, recordEvent } from "@luyue/usecases/event";
import { draftContract } from "@luyue/usecases/contract";
import { findBrokenEntry } from "@luyue/usecases/runtime";
import { expect, it } from "vitest";
import { listAll } from "./dump-platform.ts";
import { onEngine } from "./on-engine.ts";
import { member } from "./people.ts";
import { run, seedActive, seedTenant, termsOf } from "./seed.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const services = {
  services: [
    {
      key: "scan",
      title: { zh: "扫描", en: "scan" },
      schedule: {
        schedule: "count" as const,
        count: 100,
        unit: "time" as const,
        span: { span: "term" as const, term: "main" },
      },
    },
  ],
};

onEngine("at the same time", (openWorld) => {
  it("64 copies of one request make one contract", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId);
    const input = { terms: termsOf("NO 1") };
    const copies = Array.from({ length: 64 }, () =>
      run(world, draftContract, manager, tenantId, input, { idempotencyKey: "key-1" }),
    );
    const answers = await Promise.all(copies);
    expect(new Set(answers.map(({ answer }) => answer.id)).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const store = world.platform.tenant(tenantId);
    const contracts = await listAll((page) => store.listContracts(page));
    expect(contracts).toMatchObject([{ id: answers[0]?.answer.id, version: 1 }]);
    expect(await listAll((page) => store.listOutbox(page))).toHaveLength(1);
  });

  it("two people correct one event that both have seen: one of them does", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId);
    const ids = await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
    const store = world.platform.tenant(tenantId);
    const expectedVersion = (await store.getContract(ids.contractId))?.version;
    const corrections = ["2026-05-30", "2026-05-29"].map((on) =>
      run(
        world,
        correctEvent,
        manager,
        tenantId,
        { ...ids, event: { kind: "signed", on }, reason: "日期有误" },
        { expectedVersion },
      ),
    );
    const settled = await Promise.allSettled(corrections);
    const won = settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    const lost = settled.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
    expect(won).toMatchObject([{ version: (expectedVersion ?? 0) + 1 }]);
    expect(lost).toMatchObject([{ code: "versionMismatch" }]);
    const lines = await listAll((page) => store.listRecord(ids.contractId, page));
    expect(lines.map(({ command }) => command)).toEqual([
      "contract.draft",
      "contract.activate",
      "event.record",
      "event.correct",
    ]);
  });

  it("20 events of one contract all land, and its record has no hole", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId);
    const { contractId } = await seedActive(world, tenantId, termsOf("NO 1", services), "2026-06-01");
    const evidence = [{ document: "扫描报告" }];
    const event = { kind: "performed", of: "scan", on: "2026-06-01", evidence };
    const events = Array.from({ length: 20 }, () =>
      run(world, recordEvent, manager, tenantId, { contractId, event }),
    );
    const answers = await Promise.all(events);
    const versions = answers.map(({ version }) => version).toSorted((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: 20 }, (_, index) => index + 4));
    const store = world.platform.tenant(tenantId);
    const state = await store.loadContract(contractId);
    const scan = state?.obligations.find(({ obligation }) => obligation.key === "service.scan");
    expect(scan?.obligation.quota?.done).toBe(20);
    expect(state?.events).toHaveLength(21);
    const lines = await listAll((page) => store.listRecord(contractId, page));
    expect(lines.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 23 }, (_, index) => index + 1),
    );
    expect(findBrokenEntry(lines, world.runtime)).toBeUndefined();
    expect(state?.contract.record).toEqual({ sequence: 23, hash: lines.at(-1)?.hash, at: lines.at(-1)?.at });
  });
});
