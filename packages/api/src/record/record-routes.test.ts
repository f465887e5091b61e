import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

interface Page {
  readonly items: readonly { readonly command: string; readonly sequence: number }[];
  readonly cursor: string | null;
}

const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00");
let fixture: Fixture;

beforeAll(async () => {
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  fixture = await startFixture(
    createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict }),
    runtime,
  );
  runtime.setNow("2026-04-29T09:00:00+08:00");
  const as = "a/administrator";
  for (const name of ["甲", "乙", "丙"]) await fixture.call("PATCH", "/v1/tenant", { as, body: { name } });
});

const read = async (query: string, as = "a/auditor") => fixture.call("GET", `/v1/record${query}`, { as });
const commands = async (query: string) =>
  ((await read(query)).body as Page).items.map(({ command }) => command);

describe("the record", () => {
  it("is filtered by command, person, subject and day", async () => {
    expect(await commands("?command=tenant.create")).toEqual(["tenant.create"]);
    expect(await commands("?from=2026-04-29")).toEqual(Array(3).fill("tenant.update"));
    expect(await commands("?to=2026-04-28&actor=op")).toEqual(["tenant.create"]);
    expect(await commands("?from=2026-04-29&actor=op")).toEqual([]);
    expect(await commands("?subject=nothing")).toEqual([]);
    expect((await read("?from=2026-02-30")).status).toBe(422);
  });

  it("has full pages of what was asked for", async () => {
    const first = (await read("?limit=2&from=2026-04-29")).body as Page;
    expect(first.items).toHaveLength(2);
    const rest = (await read(`?limit=2&from=2026-04-29&cursor=${first.cursor}`)).body as Page;
    expect([rest.items.length, rest.cursor]).toEqual([1, null]);
  });

  it("is exported as lines of JSON, to be saved", async () => {
    const { status, headers, body } = await read("/export");
    expect([status, headers.get("content-disposition")]).toEqual([
      200,
      'attachment; filename="record.jsonl"',
    ]);
    const lines = String(body)
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { kind: string; chain: string });
    const heads = lines.filter(({ kind }) => kind === "head").map(({ chain }) => chain.replace(/\d+$/, ""));
    expect(heads).toEqual(["tenant", "access.mem_", "seals"]);
    expect((await read("/export?cursor=e30")).status).toBe(422);
    expect((await read("/export?cursor=%21")).status).toBe(422);
    expect((await read("/export", "a/finance")).status).toBe(403);
  });
});
