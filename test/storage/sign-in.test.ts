import { addMinutes } from "@luyue/core/civil-date";
import { newAccount, type Seat, type Session, type Ticket } from "@luyue/core/sign-in";
import { accessChain } from "@luyue/usecases/record";
import { emptyRecord } from "@luyue/usecases/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import { issuerOf, memberOf, partnerUserOf, tenantOf } from "./samples.ts";
import { onEveryEngine, type OpenTable, present } from "./storage-suite.ts";

onEveryEngine("signing in", (openFresh, { transactions }) => {
  let table: OpenTable;
  const seat: Seat = { kind: "member", tenantId: "ten_a", subject: "s1" };

  beforeAll(async () => {
    table = await openFresh();
    for (const id of ["ten_a", "ten_b"]) {
      await table.platform.tenant(id).commit([{ change: "createTenant", tenant: tenantOf(id) }]);
    }
  });
  const store = () => table.platform.signIn;

  describe("an account", () => {
    it("is written on what was read, and by one of many at once", async () => {
      const account = newAccount("a@a.example");
      expect(await store().getAccount("a@a.example")).toBeUndefined();
      expect(await store().putAccount(account, 1)).toBe(false);
      const made = await Promise.all(Array.from({ length: 8 }, () => store().putAccount(account, undefined)));
      expect(made.filter(Boolean)).toHaveLength(1);
      const next = { ...account, failures: 1, version: 1 };
      const written = await Promise.all(Array.from({ length: 8 }, () => store().putAccount(next, 0)));
      expect(written.filter(Boolean)).toHaveLength(1);
      expect(await store().getAccount("a@a.example")).toEqual(next);
      await table.platform.tenant("ten_a").commit([{ change: "deleteAccount", address: "a@a.example" }]);
      expect(await store().getAccount("a@a.example")).toBeUndefined();
    });
  });

  describe("a ticket", () => {
    const ticket = (hash: string): Ticket => ({
      step: "link",
      hash,
      expiresAt: addMinutes(present, 10),
      address: "a@a.example",
      browser: "b",
    });

    it("is taken once, however many want it", async () => {
      await store().putTicket(ticket("t1"));
      expect(await store().getTicket("t1")).toEqual(ticket("t1"));
      const taken = await Promise.all(Array.from({ length: 8 }, () => store().takeTicket("t1")));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await store().getTicket("t1")).toBeUndefined();
      expect(await store().takeTicket("unknown")).toBe(false);
    });

    it("is gone once it is over, whether the engine has removed it or not", async () => {
      await store().putTicket(ticket("t2"));
      table.clock.now = addMinutes(present, 10);
      expect(await store().getTicket("t2")).toBeUndefined();
      table.clock.now = present;
    });
  });

  describe("a session", () => {
    const session = (hash: string, more: Partial<Session> = {}): Session => ({
      hash,
      seat,
      by: "mail",
      address: "a@a.example",
      agent: "browser",
      from: "",
      createdAt: present,
      seenAt: present,
      ...more,
    });

    it("is found by the hash of its secret, and listed for its seat alone", async () => {
      await store().createSession(session("h1"));
      await store().createSession(session("h2", { createdAt: addMinutes(present, 1) }));
      await store().createSession(session("h3", { seat: { ...seat, tenantId: "ten_b" } }));
      expect(await store().getSession("h1")).toEqual(session("h1"));
      expect((await store().listSessions(seat)).map(({ hash }) => hash)).toEqual(["h2", "h1"]);
    });

    it("is used on while it is there, and does not come back", async () => {
      const used = session("h1", { seenAt: addMinutes(present, 5) });
      await store().touchSession(used);
      expect(await store().getSession("h1")).toEqual(used);
      await store().deleteSession("h1");
      await store().touchSession(used);
      expect(await store().getSession("h1")).toBeUndefined();
      await store().deleteSession("h1");
      table.clock.now = addMinutes(present, 30);
      expect(await store().getSession("h2")).toBeUndefined();
      table.clock.now = present;
    });
  });

  it("counts each of many that come at once", async () => {
    const until = addMinutes(present, 15);
    const counts = await Promise.all(Array.from({ length: 20 }, () => store().countUp("link", until)));
    expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(await store().countUp("other", until)).toBe(1);
  });

  it("finds whose an address is, in any letters, as long as it is theirs", async () => {
    const [own, other] = [table.platform.tenant("ten_a"), table.platform.tenant("ten_b")];
    const person = { ...memberOf("s#1|x"), email: "Both@Somewhere.Example" };
    await own.commit([{ change: "putMember", member: person }]);
    await other.commit([{ change: "putMember", member: { ...person, subject: "s2" } }]);
    const user = { ...partnerUserOf("p1", "ven_1"), email: "both@somewhere.example" };
    await own.commit([{ change: "createPartnerUser", user }]);
    const seats = () => store().listSeats("both@somewhere.example");
    const expected: Seat[] = [
      { kind: "partner", subject: "p1" },
      { kind: "member", tenantId: "ten_a", subject: "s#1|x" },
      { kind: "member", tenantId: "ten_b", subject: "s2" },
    ];
    expect(await seats()).toEqual(expected);
    expect((await table.platform.vendor("ven_1").listUsers()).map(({ subject }) => subject)).toEqual(["p1"]);
    await own.commit([{ change: "putMember", member: { ...person, email: "new@somewhere.example" } }]);
    await other.commit([{ change: "deleteMember", subject: "s2" }]);
    await own.commit([{ change: "deletePartnerUser", subject: "p1" }]);
    expect(await seats()).toEqual([]);
    expect(await table.platform.getPartnerUser("p1")).toBeUndefined();
  });

  it.skipIf(!transactions)("moves an issuer from one tenant to another, and to no second one", async () => {
    const [own, other] = [table.platform.tenant("ten_a"), table.platform.tenant("ten_b")];
    const { url } = issuerOf("ten_a");
    await expect(other.commit([{ change: "createIssuer", url }])).rejects.toThrow("write conflict");
    await own.commit([{ change: "deleteIssuer", url }]);
    await other.commit([{ change: "createIssuer", url }]);
    expect((await table.platform.findTenantByIssuer(url))?.id).toBe("ten_b");
  });

  it.skipIf(!transactions)("keeps a chain of what each person has opened, one after another", async () => {
    const own = table.platform.tenant("ten_a");
    const head = (sequence: number, id: string) => ({
      ...emptyRecord,
      sequence,
      at: present,
      person: { id, name: id },
    });
    for (const id of ["mem_2", "mem_1"]) {
      const chain = accessChain(id);
      await own.commit([{ change: "putHead", chain, head: head(1, id), expectedSequence: undefined }]);
      await expect(
        own.commit([{ change: "putHead", chain, head: head(1, id), expectedSequence: undefined }]),
      ).rejects.toThrow("write conflict");
    }
    const chain = accessChain("mem_1");
    await own.commit([{ change: "putHead", chain, head: head(2, "mem_1"), expectedSequence: 1 }]);
    expect(await own.getHead(chain)).toEqual(head(2, "mem_1"));
    const first = await own.listAccess({ limit: 1 });
    expect(first.items).toEqual([head(2, "mem_1")]);
    expect((await own.listAccess({ limit: 1, cursor: first.cursor })).items).toEqual([head(1, "mem_2")]);
    expect((await table.platform.tenant("ten_b").listAccess({ limit: 5 })).items).toEqual([]);
    expect(await table.platform.tenant("ten_b").getHead(chain)).toBeUndefined();
  });
});
