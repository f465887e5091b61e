import { demoContract } from "@luyue/testing/contracts";
import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, type Platform, WriteConflict } from "@luyue/usecases/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const { terms, vendor } = demoContract("A");
const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00");
const manager = "a/contractManager";
let fixture: Fixture;
let id: string;

beforeAll(async () => {
  const platform: Platform = createMemoryPlatform<KindsOf<Change>>({
    now: runtime.now,
    conflict: (changes) => new WriteConflict(changes),
  });
  fixture = await startFixture(platform, runtime);
});

/** A due list's rows, by key. */
async function dueOf(
  path: string,
  as: string,
): Promise<Record<string, { dueOn: string | null; state: string }>> {
  const { body } = await fixture.call("GET", path, { as });
  const { items } = body as { items: { key: string; dueOn: string | null; state: string }[] };
  return Object.fromEntries(items.map((item) => [item.key, item]));
}

describe("a contract over HTTP", () => {
  it("is refused while its vendor is not on file", async () => {
    const { status, body } = await fixture.call("POST", "/v1/contracts", { as: manager, body: { terms } });
    expect(status).toBe(422);
    expect(body).toMatchObject({ faults: [{ path: "/terms/parties/vendor/creditCode" }] });
  });

  it("is drafted, found under its Location, edited and activated", async () => {
    const file = { ...vendorInput(), contacts: [{ name: "V", email: "v@vendor.example" }] };
    expect((await fixture.call("POST", "/v1/vendors", { as: manager, body: file })).status).toBe(201);
    expect((await fixture.call("GET", "/v1/vendors", { as: manager })).body).toMatchObject({
      items: [{ creditCode: vendor.creditCode, contacts: [{ language: "zh" }] }],
    });
    const drafted = await fixture.call("POST", "/v1/contracts", { as: manager, body: { terms } });
    expect(drafted.status).toBe(201);
    id = (drafted.body as { id: string }).id;
    expect(drafted.headers.get("location")).toBe(`/v1/contracts/${id}`);
    expect(drafted.headers.get("etag")).toBe('"1"');
    const edited = await fixture.call("PUT", `/v1/contracts/${id}/terms`, {
      as: manager,
      body: { terms: { ...terms, name: "Renamed" } },
      headers: { "If-Match": '"1"' },
    });
    expect([edited.status, edited.headers.get("etag")]).toEqual([200, '"2"']);
    const activate = (body?: object) =>
      fixture.call("POST", `/v1/contracts/${id}/activate`, { as: manager, body });
    expect((await activate({})).status).toBe(409);
    const active = await activate({ despite: "the paper was signed like this" });
    expect(active.body).toMatchObject({ id, status: "active" });
    const read = await fixture.call("GET", `/v1/contracts/${id}`, { as: "a/auditor" });
    expect(read.headers.get("etag")).toBe('"3"');
    expect(read.body).toMatchObject({
      contract: { id, status: "active", name: "Renamed", version: 3, deriving: false },
      events: [],
    });
  });

  it("gets its dates from an event, and says why", async () => {
    expect((await dueOf("/v1/obligations?state=waiting", manager))["payment.t1"]).toMatchObject({
      dueOn: null,
    });
    const event = { kind: "signed", on: "2026-04-27" };
    const recorded = await fixture.call("POST", `/v1/contracts/${id}/events`, {
      as: manager,
      body: { event },
    });
    expect(recorded.status).toBe(201);
    const due = await dueOf(`/v1/contracts/${id}/obligations?limit=200`, manager);
    const dated = Object.entries(due).find(([, { dueOn }]) => dueOn !== null);
    expect(dated).toBeDefined();
    const [key] = dated!;
    const one = await fixture.call("GET", `/v1/contracts/${id}/obligations/${key}`, { as: manager });
    expect(one.body).toMatchObject({ key, dueOn: due[key]?.dueOn, sent: [] });
    const { why, steps } = one.body as { why: { zh: string; en: string }; steps: unknown[] };
    expect(why.zh).toContain("2026-04-27");
    expect(why.en).not.toBe(why.zh);
    expect(steps.length).toBeGreaterThan(0);
  });

  it("corrects and withdraws an event, and keeps both on the record", async () => {
    const { body } = await fixture.call("GET", `/v1/contracts/${id}`, { as: manager });
    const eventId = (body as { events: { id: string }[] }).events[0]?.id ?? "";
    const path = `/v1/contracts/${id}/events/${eventId}`;
    const event = { kind: "signed", on: "2026-04-28" };
    const corrected = await fixture.call("PUT", path, { as: manager, body: { event, reason: "typo" } });
    expect(corrected.status).toBe(200);
    const withdrawn = await fixture.call("POST", `${path}/withdrawal`, {
      as: manager,
      body: { reason: "not yet" },
    });
    expect(withdrawn.body).toMatchObject({ contractId: id, eventId });
    const again = await fixture.call("POST", `${path}/withdrawal`, {
      as: manager,
      body: { reason: "not yet" },
    });
    expect(again.status).toBe(404);
    const record = await fixture.call("GET", `/v1/contracts/${id}/record`, { as: "a/auditor" });
    const { items } = record.body as { items: { command: string; reason?: string }[] };
    expect(items.map(({ command }) => command)).toEqual([
      "contract.draft",
      "contract.edit",
      "contract.activate",
      "event.record",
      "event.correct",
      "event.withdraw",
    ]);
    expect(items.at(-1)?.reason).toBe("not yet");
  });

  it("lets an obligation be fulfilled once, with evidence", async () => {
    const event = { kind: "signed", on: "2026-04-27" };
    await fixture.call("POST", `/v1/contracts/${id}/events`, { as: manager, body: { event } });
    const key = "service.rule-update-windows.01";
    expect(await dueOf(`/v1/contracts/${id}/obligations?kind=service`, manager)).toHaveProperty([key]);
    const path = `/v1/contracts/${id}/obligations/${key}/fulfilment`;
    expect((await fixture.call("POST", path, { as: manager, body: {} })).status).toBe(422);
    const done = await fixture.call("POST", path, { as: manager, body: { evidence: [{ note: "seen" }] } });
    expect(done.status).toBe(200);
    const after = await dueOf(`/v1/contracts/${id}/obligations?kind=service&state=fulfilled`, manager);
    expect(Object.keys(after)).toEqual([key]);
    const fulfilled = await dueOf(`/v1/obligations?state=fulfilled`, manager);
    expect(fulfilled[key]).toMatchObject({ state: "fulfilled" });
    expect(
      (await fixture.call("POST", path, { as: manager, body: { evidence: [{ note: "x" }] } })).status,
    ).toBe(409);
  });

  it("is amended, with every version readable", async () => {
    const body = { terms: { ...terms, name: "Amended" }, from: "2026-04-28", reason: "supplement 1" };
    const amended = await fixture.call("POST", `/v1/contracts/${id}/amendments`, { as: manager, body });
    expect(amended.status).toBe(201);
    const versions = await fixture.call("GET", `/v1/contracts/${id}/terms`, { as: "a/finance" });
    expect(versions.body).toMatchObject({
      items: [
        { version: 1, from: null },
        { version: 2, from: "2026-04-28", reason: "supplement 1" },
      ],
    });
  });

  it("pages its lists and refuses a limit out of bounds, another list's cursor and unknown filters", async () => {
    const all = await fixture.call("GET", "/v1/obligations?limit=200", { as: manager });
    const keys: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await fixture.call("GET", `/v1/obligations?limit=7${query}`, { as: manager });
      const page = body as { items: { key: string }[]; cursor: string | null };
      expect(page.items.length).toBeLessThanOrEqual(7);
      keys.push(...page.items.map(({ key }) => key));
      cursor = page.cursor;
    } while (cursor !== null);
    expect(keys).toEqual((all.body as { items: { key: string }[] }).items.map(({ key }) => key));
    for (const query of [
      "limit=0",
      "limit=201",
      "limit=1&limit=2",
      "cursor=nonsense",
      "sate=open",
      "from=2026-02-30",
    ]) {
      expect([
        query,
        (await fixture.call("GET", `/v1/obligations?${query}`, { as: manager })).status,
      ]).toEqual([query, 422]);
    }
  });
});

describe("somebody else", () => {
  it("of another agency finds nothing, whatever the verb", async () => {
    const as = "b/contractManager";
    const reason = "x";
    const event = { kind: "signed", on: "2026-04-27" };
    const tried: [string, string, unknown?][] = [
      ["GET", `/v1/contracts/${id}`],
      ["GET", `/v1/contracts/${id}/terms`],
      ["GET", `/v1/contracts/${id}/obligations`],
      ["GET", `/v1/contracts/${id}/obligations/payment.t1`],
      ["GET", `/v1/contracts/${id}/record`],
      ["PUT", `/v1/contracts/${id}/terms`, { terms }],
      ["POST", `/v1/contracts/${id}/activate`, {}],
      ["POST", `/v1/contracts/${id}/amendments`, { terms, from: "2026-05-01", reason }],
      ["POST", `/v1/contracts/${id}/events`, { event }],
      ["PUT", `/v1/contracts/${id}/events/evt_1`, { event, reason }],
      ["POST", `/v1/contracts/${id}/events/evt_1/withdrawal`, { reason }],
      ["POST", `/v1/contracts/${id}/obligations/payment.t1/fulfilment`, { evidence: [{ note: "x" }] }],
    ];
    for (const [method, path, body] of tried) {
      const { status } = await fixture.call(method, path, { as, body });
      expect([method, path, status]).toEqual([method, path, 404]);
    }
    expect((await fixture.call("GET", "/v1/contracts", { as })).body).toEqual({ items: [], cursor: null });
    expect(await dueOf("/v1/obligations", as)).toEqual({});
  });

  it("of the vendor sees the vendor's contracts and nothing of the agency's own", async () => {
    const user = { creditCode: vendor.creditCode, subject: "v1", name: "V", email: "v@vendor.example" };
    expect((await fixture.call("POST", "/v1/partner-users", { as: "operator/op", body: user })).status).toBe(
      201,
    );
    const contracts = await fixture.call("GET", "/v1/partner/contracts", { as: "partner/v1" });
    expect(contracts.body).toMatchObject({ items: [{ id, name: "Amended" }], cursor: null });
    expect(JSON.stringify(contracts.body)).not.toContain("version");
    const due = await dueOf("/v1/partner/obligations?limit=200", "partner/v1");
    expect(due["payment.t1"]).toBeDefined();
    expect(JSON.stringify(due)).not.toMatch(/"sent"|ten_a/);
    const other = { ...user, creditCode: demoContract("C").vendor.creditCode, subject: "v2" };
    await fixture.call("POST", "/v1/partner-users", { as: "operator/op", body: other });
    expect(await dueOf("/v1/partner/obligations", "partner/v2")).toEqual({});
  });
});

function vendorInput() {
  return { creditCode: vendor.creditCode, name: vendor.name, size: "small" };
}
