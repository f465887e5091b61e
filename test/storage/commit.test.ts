import { WriteConflict, type Change } from "@luyue/usecases/runtime";
import { addMinutes } from "@luyue/core/civil-date";
import { beforeAll, describe, expect, it } from "vitest";
import {
  contractOf,
  eventOf,
  memberOf,
  outboxOf,
  recordOf,
  seedContract,
  issuerOf,
  tenantOf,
  termsOf,
} from "./samples.ts";
import { onEveryEngine, type OpenTable, present } from "./storage-suite.ts";

onEveryEngine("committing", (openFresh, { transactions }) => {
  describe.skipIf(!transactions)("in transactions", () => {
    let table: OpenTable;
    beforeAll(async () => {
      table = await openFresh();
    });
    const storeOf = (tenantId: string) => table.platform.tenant(tenantId);

    const conflictOf = async (commit: Promise<void>): Promise<readonly Change[]> => {
      const error: unknown = await commit.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (error instanceof WriteConflict) return error.conflicting;
      throw new Error("no write conflict", { cause: error });
    };

    it("gives an issuer to one tenant only", async () => {
      await storeOf("ten_i").commit([{ change: "createTenant", tenant: tenantOf("ten_i") }]);
      const create: Change = {
        change: "createTenant",
        tenant: { ...tenantOf("ten_j"), issuer: issuerOf("ten_i") },
      };
      expect(await conflictOf(storeOf("ten_j").commit([create]))).toEqual([create]);
      expect(await storeOf("ten_j").getTenant()).toBeUndefined();
    });

    it("gives a number once in a tenant, and again in another", async () => {
      await seedContract(storeOf("ten_n"), contractOf("ten_n", "ctr_1", { number: "2026-1" }));
      const again: Change = {
        change: "createContract",
        contract: contractOf("ten_n", "ctr_2", { number: "2026-1" }),
      };
      expect(await conflictOf(storeOf("ten_n").commit([again]))).toEqual([again]);
      expect(await storeOf("ten_n").getContract("ctr_2")).toBeUndefined();
      await seedContract(storeOf("ten_m"), contractOf("ten_m", "ctr_3", { number: "2026-1" }));
    });

    it("names every change whose expectation failed, and writes none", async () => {
      const store = storeOf("ten_c");
      const contract = contractOf("ten_c", "ctr_1");
      const outbox = outboxOf("ten_c", "ctr_1", "chg_1");
      await seedContract(store, contract);
      await store.commit([
        { change: "putRecord", aggregate: "ctr_1", entry: recordOf(1) },
        { change: "putOutbox", entry: outbox },
      ]);
      const stale: Change = {
        change: "putContract",
        contract: { ...contract, version: 9 },
        expectedVersion: 8,
      };
      const line: Change = { change: "putRecord", aggregate: "ctr_1", entry: recordOf(1) };
      const entry: Change = { change: "putOutbox", entry: outbox };
      const event: Change = { change: "putEvent", contractId: "ctr_1", event: eventOf("evt_1") };
      expect(await conflictOf(store.commit([event, stale, line, entry]))).toEqual([stale, line, entry]);
      expect(await store.loadContract("ctr_1")).toMatchObject({ contract, events: [] });
    });

    it("lets one of two concurrent commits win", async () => {
      const store = storeOf("ten_r");
      const contract = contractOf("ten_r", "ctr_1");
      await seedContract(store, contract);
      const results = await Promise.allSettled(
        ["甲", "乙"].map((name) =>
          store.commit([
            { change: "putContract", contract: { ...contract, name, version: 2 }, expectedVersion: 1 },
          ]),
        ),
      );
      expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      expect((await store.getContract("ctr_1"))?.version).toBe(2);
    });

    it("writes a chunk only while the contract stays as it was read", async () => {
      const store = storeOf("ten_k");
      await seedContract(store, contractOf("ten_k", "ctr_1"));
      const check = (expectedVersion: number): Change => ({
        change: "checkContract",
        contractId: "ctr_1",
        expectedVersion,
      });
      const event: Change = { change: "putEvent", contractId: "ctr_1", event: eventOf("evt_1") };
      await store.commit([check(1), event]);
      expect(await conflictOf(store.commit([event, check(2)]))).toEqual([check(2)]);
      const missing: Change = { change: "checkContract", contractId: "ctr_none", expectedVersion: 1 };
      expect(await conflictOf(store.commit([event, missing]))).toEqual([missing]);
    });

    it("guards the tenant's settings by their version", async () => {
      const store = storeOf("ten_s");
      await store.commit([{ change: "createTenant", tenant: tenantOf("ten_s") }]);
      const next = { ...tenantOf("ten_s"), name: "新名", version: 2 };
      await store.commit([{ change: "putTenant", tenant: next, expectedVersion: 1 }]);
      expect(await store.getTenant()).toEqual(next);
      const stale: Change = { change: "putTenant", tenant: next, expectedVersion: 1 };
      expect(await conflictOf(store.commit([stale]))).toEqual([stale]);
    });

    it("takes an idempotency key once, and again when it has expired", async () => {
      const store = storeOf("ten_x");
      const item = { key: "k", requestHash: "h", answer: { id: "1" }, expiresAt: addMinutes(present, 60) };
      const put: Change = { change: "putIdempotency", item };
      await store.commit([put]);
      expect(await store.getIdempotency("k")).toEqual(item);
      expect(await conflictOf(store.commit([put]))).toEqual([put]);
      table.clock.now = addMinutes(present, 60);
      expect(await store.getIdempotency("k")).toBeUndefined();
      const later = { ...item, requestHash: "h2", expiresAt: addMinutes(present, 120) };
      await store.commit([{ change: "putIdempotency", item: later }]);
      expect(await store.getIdempotency("k")).toEqual(later);
      table.clock.now = present;
    });

    it("takes 100 actions, and no more", async () => {
      const store = storeOf("ten_h");
      const members = (count: number): Change[] =>
        Array.from({ length: count }, (_, index) => ({ change: "putMember", member: memberOf(`s${index}`) }));
      await store.commit(members(100));
      expect(await store.listMembers()).toHaveLength(100);
      await expect(store.commit(members(101))).rejects.toThrow("101 actions");
      const terms: Change = { change: "putTerms", contractId: "ctr_1", terms: termsOf(1), present: true };
      await expect(store.commit([...members(99), terms])).rejects.toThrow("101 actions");
      await store.commit([]);
    });

    it("refuses what is too large for an item, in words", async () => {
      const large = contractOf("ten_l", "ctr_1", { name: "大".repeat(130_000) });
      const commit = storeOf("ten_l").commit([{ change: "createContract", contract: large }]);
      await expect(commit).rejects.toMatchObject({ name: "DomainError", code: "invalid" });
    });

    it("hands a bug of the caller on as it is", async () => {
      const event: Change = { change: "putEvent", contractId: "ctr_1", event: eventOf("evt_1") };
      await expect(storeOf("ten_v").commit([event, event])).rejects.not.toBeInstanceOf(WriteConflict);
    });
  });
});
