import { describe, expect, it } from "vitest";
import { createMemoryPlatform } from "./create-memory-platform.ts";
import type { Kinds, MemoryChange } from "./kinds.ts";

class Conflict extends Error {
  readonly changes: readonly string[];
  constructor(changes: readonly MemoryChange<Kinds>[]) {
    super("conflict");
    this.changes = changes.map(({ change }) => change);
  }
}

const start = "2026-04-28T09:00:00+08:00";

function open(now = start) {
  const clock = { now };
  const platform = createMemoryPlatform<Kinds>({
    now: () => clock.now,
    conflict: (changes) => new Conflict(changes),
  });
  return { platform, clock };
}

const tenant = (id: string, version = 1, url = `https://${id}.example`) => ({ id, version, issuer: { url } });
const contract = (id: string, number = id, version = 1) => ({
  id,
  tenantId: "ten_a",
  vendorId: "ven_1",
  number,
  status: "active",
  termsVersion: 1,
  version,
});
const line = (sequence: number) =>
  ({ change: "putRecord", aggregate: "tenant", entry: { sequence } }) as const;

async function refused(commit: Promise<void>): Promise<readonly string[]> {
  const error: unknown = await commit.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Conflict);
  return (error as Conflict).changes;
}

describe("a transaction", () => {
  it("is refused where a version has moved, and then writes nothing", async () => {
    const store = open().platform.tenant("ten_a");
    await store.commit([{ change: "createTenant", tenant: tenant("ten_a") }]);
    const late = { change: "putTenant", tenant: tenant("ten_a", 3), expectedVersion: 2 } as const;
    expect(await refused(store.commit([line(1), late]))).toEqual(["putTenant"]);
    expect((await store.listRecord("tenant", { limit: 10 })).items).toEqual([]);
    expect((await store.getTenant())?.version).toBe(1);
  });

  it("is refused for an issuer, a number, a line or an outbox entry that is there already", async () => {
    const { platform } = open();
    const store = platform.tenant("ten_a");
    await store.commit([{ change: "createTenant", tenant: tenant("ten_a") }, line(1)]);
    const twin = { change: "createTenant", tenant: tenant("ten_b", 1, "https://ten_a.example") } as const;
    expect(await refused(platform.tenant("ten_b").commit([twin]))).toEqual(["createTenant"]);
    await store.commit([{ change: "createContract", contract: contract("ctr_1", "N1") }]);
    const again = { change: "createContract", contract: contract("ctr_2", "N1") } as const;
    expect(await refused(store.commit([again, line(1)]))).toEqual(["createContract", "putRecord"]);
    expect(await store.getContract("ctr_2")).toBeUndefined();
  });

  it("takes no more than 100 actions, none twice, and nothing of another tenant", async () => {
    const store = open().platform.tenant("ten_a");
    const lines = Array.from({ length: 101 }, (_, index) => line(index + 1));
    await expect(store.commit(lines)).rejects.toThrow("101 actions");
    await store.commit(lines.slice(0, 100));
    const member = { change: "putMember", member: { subject: "s", email: "s@a.example" } } as const;
    await expect(store.commit([member, member])).rejects.toThrow("two actions");
    await expect(store.commit([{ change: "createTenant", tenant: tenant("ten_b") }])).rejects.toThrow(
      "ten_b",
    );
  });

  it("holds an idempotency key until it expires", async () => {
    const { platform, clock } = open();
    const store = platform.tenant("ten_a");
    const item = { key: "k", expiresAt: "2026-04-29T09:00:00+08:00" };
    await store.commit([{ change: "putIdempotency", item }]);
    expect(await refused(store.commit([{ change: "putIdempotency", item }]))).toEqual(["putIdempotency"]);
    clock.now = "2026-04-29T09:00:00+08:00";
    expect(await store.getIdempotency("k")).toBeUndefined();
  });

  it("keeps what it was given, not the object", async () => {
    const store = open().platform.tenant("ten_a");
    const given = { ...tenant("ten_a") };
    await store.commit([{ change: "createTenant", tenant: given }]);
    given.version = 99;
    expect((await store.getTenant())?.version).toBe(1);
  });
});

describe("a contract", () => {
  const terms = (version: number, present: boolean) =>
    ({ change: "putTerms", contractId: "ctr_1", terms: { version }, present }) as const;
  const account = (number: string) => {
    const changed = { actorId: "m", name: "n", at: start };
    const facts = { holder: "h", bank: "b", number, noticedOn: "2026-04-28", changed };
    return { kind: "account", id: "account", account: facts } as const;
  };
  const deduction = (id: string, amount = "1.00") => {
    const proposed = { actorId: "m", name: "n", at: start };
    const facts = { id, title: "t", reason: "r", amount, evidence: [], proposed, state: "proposed" } as const;
    return { kind: "deduction", id, deduction: facts } as const;
  };
  const put = (entry: ReturnType<typeof account> | ReturnType<typeof deduction>) =>
    ({ change: "putEntry", contractId: "ctr_1", entry }) as const;

  it("has its money by kind in the order of ids, each replaced by its id", async () => {
    const store = open().platform.tenant("ten_a");
    await store.commit([{ change: "createContract", contract: contract("ctr_1") }, terms(1, true)]);
    const none = { invoices: [], payments: [], deductions: [] };
    expect((await store.loadContract("ctr_1"))?.money).toEqual(none);
    await store.commit([put(deduction("ded_2")), put(deduction("ded_1")), put(account("111111"))]);
    await store.commit([put(deduction("ded_2", "3.00")), put(account("222222"))]);
    expect((await store.loadContract("ctr_1"))?.money).toEqual({
      ...none,
      deductions: [deduction("ded_1").deduction, deduction("ded_2", "3.00").deduction],
      account: account("222222").account,
    });
    expect((await store.loadContract("ctr_2"))?.money).toBeUndefined();
  });

  it("keeps the terms that hold beside those that will", async () => {
    const store = open().platform.tenant("ten_a");
    await store.commit([{ change: "createContract", contract: contract("ctr_1") }, terms(1, true)]);
    const signed = { ...contract("ctr_1"), pending: { version: 2 }, version: 2 };
    await store.commit([{ change: "putContract", contract: signed, expectedVersion: 1 }, terms(2, false)]);
    const state = await store.loadContract("ctr_1");
    expect(state?.terms.version).toBe(1);
    expect(state?.versions.map(({ version }) => version)).toEqual([1, 2]);
    const amended = { ...contract("ctr_1"), termsVersion: 2, version: 3 };
    const head = { change: "putContract", contract: amended, expectedVersion: 2 } as const;
    await store.commit([head, terms(2, true)]);
    expect((await store.loadContract("ctr_1"))?.terms.version).toBe(2);
    await store.commit([terms(3, false)]);
    const versions = (await store.loadContract("ctr_1"))?.versions;
    expect(versions?.map(({ version }) => version)).toEqual([1, 2]);
  });
});

describe("an invoice's number", () => {
  const use = { number: "1", contractId: "ctr_1", invoiceId: "inv_1" };
  const take = { change: "createInvoiceNumber", use } as const;

  it("is taken once in a tenant until it is given back", async () => {
    const { platform } = open();
    const store = platform.tenant("ten_a");
    await store.commit([take]);
    expect(await refused(store.commit([take]))).toEqual(["createInvoiceNumber"]);
    expect(await platform.tenant("ten_b").getInvoiceUse("1")).toBeUndefined();
    await platform.tenant("ten_b").commit([take]);
    await store.commit([{ change: "deleteInvoiceNumber", number: "1" }]);
    expect(await store.getInvoiceUse("1")).toBeUndefined();
    const again = { ...use, invoiceId: "inv_2" };
    await store.commit([{ change: "createInvoiceNumber", use: again }]);
    expect(await store.getInvoiceUse("1")).toEqual(again);
  });
});

describe("a list", () => {
  it("pages through everything once and refuses another list's cursor", async () => {
    const { platform } = open();
    const store = platform.tenant("ten_a");
    for (const id of ["ctr_3", "ctr_1", "ctr_2"]) {
      await store.commit([{ change: "createContract", contract: contract(id) }]);
    }
    const first = await store.listContracts({ limit: 2 });
    const second = await store.listContracts({ limit: 2, cursor: first.cursor });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(["ctr_1", "ctr_2", "ctr_3"]);
    expect(second.cursor).toBeUndefined();
    await expect(store.listRecord("tenant", { limit: 2, cursor: first.cursor })).rejects.toThrow(
      "no such cursor",
    );
    expect((await platform.vendor("ven_1").listContracts({ limit: 9 })).items).toHaveLength(3);
    expect((await platform.vendor("ven_2").listContracts({ limit: 9 })).items).toEqual([]);
  });
});

describe("a file's note", () => {
  it("is the first one of each uploader", async () => {
    const store = open().platform.tenant("ten_a");
    const first = { hash: `sha256-${"1".repeat(64)}`, bytes: 1, contentType: "text/csv", by: "agency" };
    await store.putFile(first);
    await store.putFile({ ...first, contentType: "text/plain" });
    expect(await store.getFiles([first.hash], "agency")).toEqual(new Map([[first.hash, first]]));
  });
});
