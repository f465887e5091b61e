import { instantAt } from "@luyue/core/civil-date";
import { canonicalJson } from "@luyue/core/text";
import { recordEvent } from "@luyue/usecases/event";
import { type ExportedLine, exportRecord, verifyRecord } from "@luyue/usecases/record";
import { emptyRecord, type RecordHead } from "@luyue/usecases/runtime";
import { createFixedRuntime } from "@luyue/testing/memory-platform";
import { sweepReminders } from "@luyue/usecases/reminder";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { onBoth } from "./on-engine.ts";
import { member } from "./people.ts";
import { run, seedActive, seedTenant, termsOf } from "./seed.ts";
import { openMemoryWorld, type World } from "./world.ts";

const tenantId = "ten_a";
const auditor = member(tenantId, "auditor");

async function exportAll({ platform, runtime }: World): Promise<ExportedLine[]> {
  const lines: ExportedLine[] = [];
  let next: unknown;
  do {
    const page = await exportRecord(platform.tenant(tenantId), auditor, runtime, next);
    lines.push(...page.items);
    next = page.next;
  } while (next !== undefined);
  return lines;
}

const chainsOf = (lines: readonly ExportedLine[]) =>
  lines.flatMap((each) => (each.kind === "head" ? [`${each.chain} ${each.sequence}`] : []));

/** Three contracts, sealed on the next morning; then one of them goes on and is sealed once more. */
async function openSealed(openWorld: () => Promise<World>) {
  const world = await openWorld();
  await seedTenant(world, tenantId);
  const ids: string[] = [];
  for (const number of ["NO 1", "NO 2", "NO 3"]) {
    ids.push((await seedActive(world, tenantId, termsOf(number), "2026-06-01")).contractId);
  }
  const sealAt = async (day: string) => {
    world.runtime.setNow(instantAt(day, "00:31"));
    return (await sweepReminders(world.platform, world.runtime)).seals;
  };
  return { world, ids, sealAt };
}

onBoth("the record of an agency", (openWorld) => {
  it("is sealed once a day, each chain where it has grown, and exported whole", async () => {
    const { world, ids, sealAt } = await openSealed(openWorld);
    expect(await sealAt("2026-06-01")).toBe(0);
    expect(await sealAt("2026-06-02")).toBe(1);
    expect(await sealAt("2026-06-02")).toBe(0);
    world.runtime.setNow(instantAt("2026-06-02", "09:00"));
    const event = { kind: "fundsAppropriated", of: "t1", on: "2026-06-02" };
    await run(world, recordEvent, member(tenantId, "finance"), tenantId, { contractId: ids[1], event });
    expect(await sealAt("2026-06-03")).toBe(1);
    expect(await sealAt("2026-06-04")).toBe(1);
    const lines = await exportAll(world);
    const sealed = lines.flatMap((each) =>
      each.kind === "line" && each.chain === "seals"
        ? [(each.after as { heads: { aggregate: string }[] }).heads.map(({ aggregate }) => aggregate)]
        : [],
    );
    expect(sealed).toEqual([["tenant", ...ids], [ids[1]]]);
    expect(chainsOf(lines)).toEqual([
      "tenant 4",
      `${ids[0]} 3`,
      `${ids[1]} 4`,
      `${ids[2]} 3`,
      "access.mem_auditor 1",
      "seals 2",
    ]);
    expect(verifyRecord(lines, world.runtime)).toMatchObject({
      chains: 6,
      problems: [],
      seal: { sequence: 2 },
    });
  });

  it("has what its people have opened, sealed like the rest", async () => {
    const { world, sealAt } = await openSealed(openWorld);
    await exportAll(world);
    await sealAt("2026-06-02");
    const lines = await exportAll(world);
    expect(verifyRecord(lines, world.runtime).problems).toEqual([]);
    const chain = "access.mem_auditor";
    const without = lines.filter((each) => each.chain !== chain);
    expect(verifyRecord(without, world.runtime).problems).toMatchObject([{ chain, problem: "vanished" }]);
  });

  it("of another agency is not in it, and who may not read it does not export it", async () => {
    const { world } = await openSealed(openWorld);
    await seedTenant(world, "ten_b");
    const store = world.platform.tenant("ten_b");
    const { items } = await exportRecord(store, member("ten_b", "auditor"), world.runtime);
    expect(chainsOf(items)).toEqual(["tenant 4", "access.mem_auditor 1", "seals 0"]);
    await expect(exportRecord(store, member("ten_b", "finance"), world.runtime)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      exportRecord(store, member("ten_b", "auditor"), world.runtime, { chain: 1 }),
    ).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

/** The export after somebody has written a chain anew, with another reason in each line and everything hashed again. */
function writtenAnew(lines: readonly ExportedLine[], chain: string): readonly ExportedLine[] {
  const { digest } = createFixedRuntime("2026-06-01T00:00:00+08:00");
  let last: RecordHead = emptyRecord;
  return lines.map((each): ExportedLine => {
    if (each.chain !== chain) return each;
    if (each.kind === "head") return { ...each, hash: last.hash };
    const { kind, chain: of, hash: _hash, ...line } = each;
    const forged = { ...line, reason: "另有缘由", previousHash: last.hash };
    last = { sequence: line.sequence, hash: digest(canonicalJson(forged)) };
    return { kind, chain: of, ...forged, hash: last.hash };
  });
}

describe("an exported record", async () => {
  const { world, ids, sealAt } = await openSealed(openMemoryWorld);
  await sealAt("2026-06-02");
  const lines = await exportAll(world);
  const places = lines.flatMap((each, at) => (each.kind === "line" ? [at] : []));
  const nameOf = (at: number) => {
    const { chain, sequence } = lines[at]!;
    return { chain, sequence };
  };
  const found = (changed: readonly ExportedLine[], seal?: string) =>
    verifyRecord(changed, world.runtime, seal).problems;
  const anyLine = fc.constantFrom(...places);

  it("names a line that was changed, whatever was changed in it", () => {
    const changes: ((line: ExportedLine, text: string) => object)[] = [
      (_line, text) => ({ at: text }),
      (_line, text) => ({ after: { text } }),
      (_line, text) => ({ reason: text }),
      (_line, text) => ({ actor: { kind: "member", id: text, name: text } }),
      (_line, text) => ({ hash: world.runtime.digest(text) }),
    ];
    fc.assert(
      fc.property(anyLine, fc.constantFrom(...changes), fc.string(), (at, change, text) => {
        const line = lines[at]!;
        const changed = lines.with(at, { ...line, ...change(line, text) });
        expect(found(changed)[0]).toMatchObject({ ...nameOf(at), problem: "changed" });
      }),
    );
  });

  it("names a line that was taken out, put in or moved", () => {
    fc.assert(
      fc.property(anyLine, (at) => {
        expect(found(lines.toSpliced(at, 1))).toContainEqual(
          expect.objectContaining({ ...nameOf(at), problem: expect.stringMatching(/removed|cut/) as string }),
        );
        const forged = { ...lines[at]!, reason: "伪造" } as ExportedLine;
        for (const place of [at, at + 1]) {
          expect(found(lines.toSpliced(place, 0, forged))).toContainEqual(
            expect.objectContaining({ ...nameOf(at), problem: "inserted" }),
          );
        }
      }),
    );
    const second = lines.findIndex(({ chain, sequence }) => chain === ids[0] && sequence === 2);
    const moved = lines.with(second, lines[second + 1]!).with(second + 1, lines[second]!);
    expect(found(moved)).toEqual([expect.objectContaining({ ...nameOf(second), problem: "reordered" })]);
  });

  it("shows a chain that is cut with its head, gone altogether, or written anew", () => {
    const without = (keep: (line: ExportedLine) => boolean) => found(lines.filter(keep));
    const of = ids[2]!;
    const cut = lines.filter(
      ({ chain, sequence, kind }) => chain !== of || (kind === "line" && sequence < 3),
    );
    const head = cut.findLast(({ chain }) => chain === of)!;
    const headed = [...cut, { kind: "head", chain: of, sequence: 2, hash: head.hash } as const];
    expect(found(headed)).toEqual([expect.objectContaining({ chain: of, sequence: 3, problem: "cut" })]);
    expect(without(({ chain }) => chain !== of)).toEqual([
      expect.objectContaining({ chain: of, problem: "vanished" }),
    ]);
    // The same three lines with another reason and good hashes: the chain agrees with itself, the seal knows better.
    const sealed = writtenAnew(lines, of);
    expect(found(sealed.filter(({ chain }) => chain === of))).toEqual([]);
    expect(found(sealed)).toEqual([expect.objectContaining({ chain: of, sequence: 3, problem: "sealed" })]);
  });

  it("agrees with the seal that was kept, and with no other", () => {
    expect(found(lines, verifyRecord(lines, world.runtime).seal?.hash)).toEqual([]);
    expect(found(lines, "0".repeat(64))).toEqual([
      expect.objectContaining({ chain: "seals", problem: "sealed" }),
    ]);
  });
});
