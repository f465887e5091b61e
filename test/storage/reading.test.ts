import { noWork } from "@luyue/core/work";
import { beforeAll, describe, expect, it } from "vitest";
import {
  about,
  contractOf,
  eventOf,
  memberOf,
  noMoney,
  obligationOf,
  outboxOf,
  partnerUserOf,
  putObligation,
  recordOf,
  seedContract,
  storedOf,
  tenantOf,
  termsOf,
  vendorFileOf,
} from "./samples.ts";
import { onEveryEngine, type OpenTable, present } from "./storage-suite.ts";

onEveryEngine("reading", (openFresh) => {
  let table: OpenTable;
  const contract = contractOf("ten_a", "ctr_1", { termsVersion: 2, version: 2 });
  const draft = contractOf("ten_a", "ctr_2", { status: "draft", number: "草稿一" });
  const payment = storedOf(
    contract,
    obligationOf("payment.t1", { dueOn: "2026-05-01" }),
    "2026-04-24T09:00:00+08:00",
  );
  const waiting = storedOf(contract, obligationOf("payment.t2"));
  const sent = outboxOf("ten_a", "ctr_1", "rem_1", about("payment.t1"));
  const notice = outboxOf("ten_a", "ctr_1", "chg_1", { createdAt: "2026-04-15T02:30:00Z" });

  beforeAll(async () => {
    table = await openFresh();
    const store = table.platform.tenant("ten_a");
    await store.commit([
      { change: "createTenant", tenant: tenantOf("ten_a") },
      { change: "putMember", member: memberOf("s#1|x") },
      { change: "putMember", member: memberOf("s2") },
      { change: "putVendorFile", file: vendorFileOf("ven_1") },
      { change: "createPartnerUser", user: partnerUserOf("p1", "ven_1") },
      { change: "putRecord", aggregate: "tenant", entry: recordOf(1) },
    ]);
    await seedContract(store, { ...contract, termsVersion: 1, version: 1 }, [payment, waiting]);
    await seedContract(store, draft);
    await store.commit([
      { change: "putContract", contract, expectedVersion: 1 },
      { change: "putTerms", contractId: "ctr_1", terms: termsOf(2), present: true },
      { change: "putEvent", contractId: "ctr_1", event: eventOf("evt_2") },
      { change: "putEvent", contractId: "ctr_1", event: eventOf("evt_1") },
      { change: "putRecord", aggregate: "ctr_1", entry: recordOf(1) },
      { change: "putRecord", aggregate: "ctr_1", entry: recordOf(2) },
      { change: "putOutbox", entry: sent },
      { change: "putOutbox", entry: notice },
    ]);
  });

  it("finds a tenant by id and by the issuer of its tokens", async () => {
    const { platform } = table;
    expect(await platform.tenant("ten_a").getTenant()).toEqual(tenantOf("ten_a"));
    expect(await platform.findTenantByIssuer("https://sign-in.example/ten_a")).toEqual(tenantOf("ten_a"));
    expect(await platform.findTenantByIssuer("https://sign-in.example/ten_b")).toBeUndefined();
    expect(await platform.tenant("ten_none").getTenant()).toBeUndefined();
  });

  it("finds people: members, partner users, vendors on file", async () => {
    const { platform } = table;
    const store = platform.tenant("ten_a");
    expect(await store.getMember("s#1|x")).toEqual(memberOf("s#1|x"));
    expect(await store.getMember("s#1")).toBeUndefined();
    expect(await store.listMembers()).toEqual([memberOf("s#1|x"), memberOf("s2")]);
    expect(await store.getVendorFile("ven_1")).toEqual(vendorFileOf("ven_1"));
    expect(await store.listVendorFiles()).toEqual([vendorFileOf("ven_1")]);
    expect(await platform.getPartnerUser("p1")).toEqual(partnerUserOf("p1", "ven_1"));
    expect(await platform.getPartnerUser("p2")).toBeUndefined();
  });

  it("loads a contract whole, with its latest terms, in one call", async () => {
    const state = await table.platform.tenant("ten_a").loadContract("ctr_1");
    expect(state).toEqual({
      contract,
      terms: termsOf(2),
      versions: [termsOf(1), termsOf(2)],
      money: noMoney,
      work: noWork,
      events: [eventOf("evt_1"), eventOf("evt_2")],
      obligations: [payment, waiting],
    });
  });

  it("loads a contract of more than a megabyte whole", async () => {
    const store = table.platform.tenant("ten_large");
    const large = contractOf("ten_large", "ctr_1", { vendorId: "ven_large" });
    const stored = Array.from({ length: 30 }, (_, index) =>
      storedOf(large, obligationOf(`k${10 + index}`, { title: { zh: "长".repeat(20_000), en: "long" } })),
    );
    await seedContract(store, large, stored.slice(0, 15));
    await store.commit(stored.slice(15).map(putObligation));
    expect((await store.loadContract("ctr_1"))?.obligations).toEqual(stored);
    expect((await store.listDue({ now: present }, { limit: 30 })).items).toEqual(stored);
  });

  it("keeps every version of the terms", async () => {
    const store = table.platform.tenant("ten_a");
    expect(await store.listTermsVersions("ctr_1")).toEqual([termsOf(1), termsOf(2)]);
    expect(await store.listTermsVersions("ctr_none")).toEqual([]);
  });

  it("lists contracts by number, and shows the vendor those that are no drafts", async () => {
    const { platform } = table;
    const listed = await platform.tenant("ten_a").listContracts({ limit: 10 });
    expect(listed).toEqual({ items: [contract, draft] });
    expect(await platform.vendor("ven_1").listContracts({ limit: 10 })).toEqual({ items: [contract] });
    expect(await platform.tenant("ten_a").getContract("ctr_2")).toEqual(draft);
  });

  it("finds one obligation and what was sent about it", async () => {
    const store = table.platform.tenant("ten_a");
    expect(await store.getObligation("ctr_1", "payment.t1")).toEqual(payment);
    expect(await store.listObligationOutbox("ctr_1", "payment.t1")).toEqual([sent]);
    expect(await store.listObligationOutbox("ctr_1", "payment.t")).toEqual([]);
    expect(await store.getOutbox("ctr_1", "payment.t1#rem_1")).toEqual(sent);
    expect(await store.getOutbox("ctr_1", "-#chg_1")).toEqual(notice);
  });

  it("lists what was sent, the newest first whatever offset its instant has", async () => {
    const store = table.platform.tenant("ten_a");
    const first = await store.listOutbox({ limit: 1 });
    expect(first.items).toEqual([notice]);
    expect(await store.listOutbox({ limit: 1, cursor: first.cursor })).toEqual({ items: [sent] });
  });

  it("lists the record of a contract and of the settings, each its own", async () => {
    const store = table.platform.tenant("ten_a");
    const first = await store.listRecord("ctr_1", { limit: 1 });
    expect(first.items).toEqual([recordOf(1)]);
    expect(await store.listRecord("ctr_1", { limit: 1, cursor: first.cursor })).toEqual({
      items: [recordOf(2)],
    });
    expect(await store.listRecord("tenant", { limit: 5 })).toEqual({ items: [recordOf(1)] });
  });

  describe("an id that nothing can have", () => {
    it.each(["", "#", "ctr_1#", "x".repeat(3000), "合".repeat(900)])("%#: finds nothing", async (id) => {
      const store = table.platform.tenant("ten_a");
      expect(await store.getContract(id)).toBeUndefined();
      expect(await store.loadContract(id)).toBeUndefined();
      expect(await store.getObligation("ctr_1", id)).toBeUndefined();
      expect(await store.getOutbox("ctr_1", id)).toBeUndefined();
      expect(await store.listObligationOutbox("ctr_1", id)).toEqual([]);
      expect(await store.getMember(id)).toBeUndefined();
      expect((await store.listRecord(id, { limit: 1 })).items).toEqual([]);
    });
  });

  it("takes what was deleted out of every list", async () => {
    const store = table.platform.tenant("ten_a");
    const gone = storedOf(draft, obligationOf("gone", { dueOn: "2031-01-01" }));
    await store.commit([
      putObligation(gone),
      { change: "putEvent", contractId: "ctr_2", event: eventOf("e") },
    ]);
    expect((await store.loadContract("ctr_2"))?.obligations).toEqual([gone]);
    await store.commit([
      { change: "deleteObligation", contractId: "ctr_2", key: "gone" },
      { change: "deleteEvent", contractId: "ctr_2", eventId: "e" },
    ]);
    expect(await store.loadContract("ctr_2")).toMatchObject({ events: [], obligations: [] });
    const filter = { from: "2031-01-01", now: table.clock.now };
    expect(await store.listDue(filter, { limit: 5 })).toEqual({ items: [] });
  });
});
