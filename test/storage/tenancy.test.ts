import { beforeAll, describe, expect, it } from "vitest";
import type { Change } from "@luyue/usecases/runtime";
import {
  about,
  contractOf,
  obligationOf,
  outboxOf,
  putObligation,
  recordOf,
  seedContract,
  storedOf,
  tenantOf,
} from "./samples.ts";
import { onEveryEngine, type OpenTable, present } from "./storage-suite.ts";

onEveryEngine("tenancy", (openFresh) => {
  let table: OpenTable;
  const theirs = contractOf("ten_b", "ctr_b", { vendorId: "ven_2" });
  const stored = storedOf(theirs, obligationOf("payment.t1", { dueOn: "2026-05-01" }), present);
  const sent = outboxOf("ten_b", "ctr_b", "rem_1", about("payment.t1"));
  const page = { limit: 10 };

  beforeAll(async () => {
    table = await openFresh();
    for (const id of ["ten_a", "ten_b"]) {
      await table.platform.tenant(id).commit([{ change: "createTenant", tenant: tenantOf(id) }]);
    }
    const store = table.platform.tenant("ten_b");
    await seedContract(store, theirs, [stored]);
    await store.commit([
      { change: "putOutbox", entry: sent },
      { change: "putRecord", aggregate: "ctr_b", entry: recordOf(1) },
      { change: "putRecord", aggregate: "tenant", entry: recordOf(1) },
      {
        change: "putIdempotency",
        item: { key: "k", requestHash: "h", answer: 1, expiresAt: "2026-05-01T00:00:00Z" },
      },
    ]);
  });

  it("shows a tenant nothing of another, by any reading", async () => {
    const store = table.platform.tenant("ten_a");
    const filter = { now: present };
    for (const id of ["ctr_b", "../ten_b#C#ctr_b", "#C#ctr_b", "ctr_b#"]) {
      expect(await store.getContract(id)).toBeUndefined();
      expect(await store.loadContract(id)).toBeUndefined();
      expect(await store.listTermsVersions(id)).toEqual([]);
      expect(await store.getObligation(id, "payment.t1")).toBeUndefined();
      expect(await store.listContractDue(id, filter, page)).toEqual({ items: [] });
      expect(await store.listObligationOutbox(id, "payment.t1")).toEqual([]);
      expect(await store.getOutbox(id, "payment.t1#rem_1")).toBeUndefined();
      expect(await store.listRecord(id, page)).toEqual({ items: [] });
    }
    expect(await store.listRecord("tenant", page)).toEqual({ items: [] });
    expect(await store.listContracts(page)).toEqual({ items: [] });
    expect(await store.listDue(filter, page)).toEqual({ items: [] });
    expect(await store.listOutbox(page)).toEqual({ items: [] });
    expect(await store.getIdempotency("k")).toBeUndefined();
    expect((await table.platform.tenant("ten_b").listDue(filter, page)).items).toEqual([stored]);
  });

  it("shows a vendor nothing of another", async () => {
    const filter = { now: present };
    expect(await table.platform.vendor("ven_1").listDue(filter, page)).toEqual({ items: [] });
    expect(await table.platform.vendor("ven_1").listContracts(page)).toEqual({ items: [] });
    expect((await table.platform.vendor("ven_2").listDue(filter, page)).items).toEqual([stored]);
  });

  it.each<[string, Change]>([
    ["putObligation", putObligation(stored)],
    ["createContract", { change: "createContract", contract: theirs }],
    ["putContract", { change: "putContract", contract: theirs, expectedVersion: 1 }],
    ["putOutbox", { change: "putOutbox", entry: sent }],
    ["createTenant", { change: "createTenant", tenant: tenantOf("ten_b") }],
    ["putTenant", { change: "putTenant", tenant: tenantOf("ten_b"), expectedVersion: 1 }],
  ])("does not write another tenant's things: %s", async (_name, change) => {
    const store = table.platform.tenant("ten_a");
    await expect(store.commit([change])).rejects.toThrow("another tenant");
  });

  it("does not move another tenant's reminders or messages", async () => {
    const store = table.platform.tenant("ten_a");
    await expect(store.commitReminder(stored, undefined, [])).rejects.toThrow("another tenant");
    await expect(async () => store.replaceOutbox([{ seen: sent, next: sent }])).rejects.toThrow(
      "another tenant",
    );
    const mine = storedOf(contractOf("ten_a", "ctr_a"), obligationOf("payment.t1"));
    await expect(store.commitReminder(mine, undefined, [sent])).rejects.toThrow("another tenant");
  });

  describe("a cursor", () => {
    const invalid = { name: "DomainError", code: "invalid" };

    it("of another tenant, or of another list, is no cursor", async () => {
      const { platform } = table;
      const store = platform.tenant("ten_b");
      const more = ["a", "b"].map((key) => storedOf(theirs, obligationOf(key, { dueOn: "2026-05-02" })));
      await store.commit(more.map(putObligation));
      const { cursor } = await store.listDue({ now: present }, { limit: 1 });
      expect(cursor).toBeTypeOf("string");
      const with1 = { limit: 1, cursor };
      await expect(platform.tenant("ten_a").listDue({ now: present }, with1)).rejects.toMatchObject(invalid);
      await expect(platform.vendor("ven_2").listDue({ now: present }, with1)).rejects.toMatchObject(invalid);
      await expect(store.listContracts(with1)).rejects.toMatchObject(invalid);
      await expect(store.listRecord("tenant", with1)).rejects.toMatchObject(invalid);
      await expect(store.listContractDue("ctr_b", { now: present }, with1)).rejects.toMatchObject(invalid);
      expect((await store.listDue({ now: present }, with1)).items).toHaveLength(1);
    });

    it.each(["", "x", "[]", "e30", Buffer.from('["a",1]').toString("base64url"), "A".repeat(9000)])(
      "made up is none: %#",
      async (cursor) => {
        const store = table.platform.tenant("ten_b");
        await expect(store.listContracts({ limit: 1, cursor })).rejects.toMatchObject(invalid);
      },
    );
  });

  it.each(["", "a#b", "T#a", "a b", "x".repeat(65)])("no store is made for the id %j", (id) => {
    expect(() => table.platform.tenant(id)).toThrow("not an id");
    expect(() => table.platform.vendor(id)).toThrow("not an id");
  });
});
