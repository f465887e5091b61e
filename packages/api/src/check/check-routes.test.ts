import { type DemoKey, demoContract } from "@luyue/testing/contracts";
import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { enrolPartners } from "../fixture/sign-contract.ts";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const manager = "a/contractManager";
const auditor = "a/auditor";
let fixture: Fixture;

interface Check {
  readonly check: string;
  readonly verdict: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly figures: { readonly zh: string; readonly en: string };
  readonly source: { readonly zh: string; readonly en: string };
  readonly places: readonly string[];
  readonly missing: readonly string[];
}
interface Checks {
  readonly counts: Readonly<Record<string, number>>;
  readonly items: readonly Check[];
}

beforeEach(async () => {
  const runtime = createFixedRuntime("2026-06-01T09:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  fixture = await startFixture(
    createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict }),
    runtime,
  );
});

const read = async (path: string, as = auditor) => {
  const { status, body } = await fixture.call("GET", path, { as });
  expect([path, status]).toEqual([path, 200]);
  return body;
};
const checksOf = async (id: string) => (await read(`/v1/contracts/${id}/checks`)) as Checks;

async function enrol(key: DemoKey, size?: string): Promise<void> {
  const { name, creditCode } = demoContract(key).vendor;
  const body = { name, creditCode, contacts: [], ...(size === undefined ? {} : { size }) };
  await fixture.call("POST", "/v1/vendors", { as: manager, body });
}

/** A draft of a demo contract, whose vendor is on file. */
async function draft(key: DemoKey, size?: string): Promise<string> {
  await enrol(key, size);
  const { body } = await fixture.call("POST", "/v1/contracts", {
    as: manager,
    body: { terms: demoContract(key).terms },
  });
  return (body as { id: string }).id;
}

const activate = (id: string) =>
  fixture.call("POST", `/v1/contracts/${id}/activate`, { as: manager, body: { despite: "as signed" } });
const withVerdict = ({ items }: Checks, verdict: string) => items.filter((each) => each.verdict === verdict);

describe("the checks on a contract", () => {
  it("are there for a draft, each with what it compared and where it comes from, in both languages", async () => {
    const checks = await checksOf(await draft("B"));
    for (const { title, figures, source, verdict, missing } of checks.items) {
      for (const text of [title, figures, source]) expect([text.zh, text.en]).not.toContain("");
      expect(missing.length > 0).toBe(verdict === "notEnoughInput");
    }
    const counted = Object.keys(checks.counts).map((verdict) => [
      verdict,
      withVerdict(checks, verdict).length,
    ]);
    expect(checks.counts).toEqual(Object.fromEntries(counted));
    expect(new Set(withVerdict(checks, "failed").map(({ check }) => check))).toEqual(
      new Set(["limitsAgree", "scoreSplit"]),
    );
  });

  it("go on for an active contract, which its events decide as well", async () => {
    const id = await draft("D");
    const verdict = async (name: string) =>
      (await checksOf(id)).items.filter(({ check }) => check === name).map((each) => each.verdict);
    const before = await verdict("publishedInTime");
    expect((await activate(id)).status).toBe(200);
    const record = (event: object) =>
      fixture.call("POST", `/v1/contracts/${id}/events`, { as: manager, body: { event } });
    await record({ kind: "signed", on: "2026-04-15" });
    expect(before).toEqual(["notEnoughInput"]);
    await record({ kind: "published", on: "2026-04-20" });
    expect(await verdict("publishedInTime")).toEqual(["failed"]);
  });

  it("judge a draft by the size on the vendor's file, an active contract by that of when it was made", async () => {
    const id = await draft("D", "small");
    const sizeChecks = async () =>
      (await checksOf(id)).items
        .filter(({ check }) => check === "paymentPeriod")
        .map((each) => each.figures.zh);
    const small = await sizeChecks();
    await enrol("D", "large");
    const large = await sizeChecks();
    expect(large).not.toEqual(small);
    await enrol("D", "small");
    await activate(id);
    await enrol("D", "large");
    expect(await sizeChecks()).toEqual(small);
  });

  it("ask for a reason where a small vendor would be paid too late, and a large one would not", async () => {
    const { terms } = demoContract("D");
    const [first, second] = terms.tranches;
    if (second?.due.rule !== "within") throw new Error("D's second payment is due within some days");
    const slow = { ...terms, tranches: [first, { ...second, due: { ...second.due, count: 90 } }] };
    for (const [size, status] of [
      ["large", 200],
      ["small", 409],
    ] as const) {
      await enrol("D", size);
      const drafted = { ...slow, number: `${terms.number}-${size}` };
      const { body } = await fixture.call("POST", "/v1/contracts", { as: manager, body: { terms: drafted } });
      const { id } = body as { id: string };
      const answer = await fixture.call("POST", `/v1/contracts/${id}/activate`, { as: manager, body: {} });
      expect([size, answer.status]).toEqual([size, status]);
    }
  });

  it("are nobody else's to read", async () => {
    const id = await draft("D");
    await enrolPartners(fixture);
    for (const [as, status] of [
      ["b/contractManager", 404],
      ["partner/v1", 403],
      ["operator/op", 403],
    ] as const) {
      expect((await fixture.call("GET", `/v1/contracts/${id}/checks`, { as })).status).toBe(status);
    }
    expect((await fixture.call("GET", "/v1/contracts/ctr_zzzzzzzzzz/checks", { as: auditor })).status).toBe(
      404,
    );
    expect((await fixture.call("GET", "/v1/checks", { as: "partner/v1" })).status).toBe(403);
    const { terms } = demoContract("D");
    expect((await fixture.call("POST", "/v1/checks", { as: "partner/v1", body: { terms } })).status).toBe(
      403,
    );
    expect(await read("/v1/checks", "b/auditor")).toEqual({ items: [], cursor: null });
  });
});

describe("the checks over all contracts", () => {
  interface Page {
    readonly items: readonly {
      readonly contract: { readonly id: string; readonly number: string } & object;
    }[];
    readonly cursor: string | null;
  }

  it("come a page at a time, by number, with what is not in order alone", async () => {
    const ids = [await draft("A"), await draft("B"), await draft("D")];
    await activate(ids[0] ?? "");
    const seen: (Page["items"][number] & Checks)[] = [];
    let cursor = "";
    do {
      const page = (await read(`/v1/checks?limit=1${cursor}`)) as Page;
      expect(page.items.length).toBeLessThanOrEqual(1);
      seen.push(...(page.items as typeof seen));
      cursor = page.cursor === null ? "" : `&cursor=${encodeURIComponent(page.cursor)}`;
    } while (cursor !== "");
    expect(seen.map(({ contract }) => contract.id).toSorted()).toEqual(ids.toSorted());
    const numbers = seen.map(({ contract }) => contract.number);
    expect(numbers).toEqual(numbers.toSorted());
    for (const { contract, counts, items } of seen) {
      const own = await checksOf(contract.id);
      expect(counts).toEqual(own.counts);
      expect(items).toEqual(own.items.filter(({ verdict }) => verdict === "failed" || verdict === "warning"));
    }
    expect(seen.filter(({ counts }) => (counts["failed"] ?? 0) > 0)).toHaveLength(2);
    expect((await fixture.call("GET", "/v1/checks?limit=0", { as: auditor })).status).toBe(422);
  });
});

describe("the checks on terms that nobody has entered", () => {
  it("store nothing, and need no vendor on file", async () => {
    const { terms } = demoContract("A");
    const look = async () =>
      JSON.stringify(
        await Promise.all(["/v1/contracts", "/v1/vendors", "/v1/record"].map((each) => read(each))),
      );
    const before = await look();
    const { status, body } = await fixture.call("POST", "/v1/checks", { as: auditor, body: { terms } });
    expect(status).toBe(200);
    expect(await look()).toBe(before);
    const id = await draft("A");
    expect(body).toEqual(await checksOf(id));
  });

  it("find what was broken, and refuse what are no terms", async () => {
    const { terms } = demoContract("D");
    const check = (body: object) => fixture.call("POST", "/v1/checks", { as: auditor, body });
    const sound = (await check({ terms })).body as Checks;
    expect(sound.counts["failed"]).toBe(0);
    const broken = { ...terms, price: { ...terms.price, total: "1489600.01" } };
    const found = (await check({ terms: broken })).body as Checks;
    const failed = withVerdict(found, "failed");
    expect(failed.map((each) => each.check)).toContain("capitals");
    expect(failed.flatMap(({ places }) => places)).toContain("/price/capitals");
    expect((await check({ terms: { ...terms, extra: 1 } })).status).toBe(422);
    expect((await check({ terms, despite: "x" })).status).toBe(422);
  });
});
