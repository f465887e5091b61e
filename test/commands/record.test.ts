import { canonicalJson } from "@luyue/core/text";
import { emptyRecord, findBrokenEntry, type RecordEntry } from "@luyue/usecases/runtime";
import { createFixedRuntime } from "@luyue/testing/memory-platform";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { member } from "./people.ts";
import { run, seedActive, seedTenant, termsOf } from "./seed.ts";
import { listAll } from "./dump-platform.ts";
import { openMemoryWorld, start } from "./world.ts";
import { correctEvent } from "@luyue/usecases/event";

const runtime = createFixedRuntime(start);

/** A record as the product writes it, of `length` lines. */
async function writeRecord(length: number): Promise<readonly RecordEntry[]> {
  const world = await openMemoryWorld();
  await seedTenant(world, "ten_a");
  const ids = await seedActive(world, "ten_a", termsOf("NO 1"), "2026-06-01");
  for (let line = 3; line < length; line += 1) {
    const event = { kind: "signed", on: `2026-05-${String(line).padStart(2, "0")}` };
    const input = { ...ids, event, reason: `第${line}次更正` };
    await run(world, correctEvent, member("ten_a", "finance"), "ten_a", input);
  }
  return listAll((page) => world.platform.tenant("ten_a").listRecord(ids.contractId, page));
}

const place = (length: number) => fc.nat({ max: length - 1 });

/** Another value for one property of a line, at any depth of `after`. */
const changes: ((line: RecordEntry, text: string) => RecordEntry)[] = [
  (line, text) => ({ ...line, at: `${line.at}${text}` }),
  (line, text) => ({ ...line, actor: { ...line.actor, name: `${line.actor.name}${text}` } }),
  (line, text) => ({ ...line, actor: { ...line.actor, roles: [text] } }),
  (line, text) => ({ ...line, command: `${line.command}${text}` }),
  (line, text) => ({ ...line, subject: `${line.subject}${text}` }),
  (line, text) => ({ ...line, before: { text } }),
  (line, text) => ({ ...line, after: [line.after, text] }),
  (line, text) => ({ ...line, reason: `${line.reason ?? ""}${text}` }),
  (line, text) => ({ ...line, hash: `${line.hash}${text}` }),
  (line, text) => ({ ...line, previousHash: `${line.previousHash}${text}` }),
  (line) => ({ ...line, sequence: line.sequence + 1 }),
];

describe("a record of the product", async () => {
  const record = await writeRecord(12);
  const broken = (lines: readonly RecordEntry[]) => findBrokenEntry(lines, runtime);
  const text = fc.string({ minLength: 1, maxLength: 5 });

  it("holds as it was written", () => {
    expect(record).toHaveLength(12);
    expect(broken(record)).toBeUndefined();
    expect(broken(record.slice(0, 5))).toBeUndefined();
    expect(record[0]?.previousHash).toBe(emptyRecord.hash);
  });

  it("shows a line that was changed", () => {
    fc.assert(
      fc.property(place(12), fc.constantFrom(...changes), text, (index, change, by) => {
        const changed = record.map((line, at) => (at === index ? change(line, by) : line));
        expect(broken(changed)).toBe(changed[index]);
      }),
    );
  });

  it("shows a line that was changed and hashed anew, by the line after it or by the head", () => {
    fc.assert(
      fc.property(place(12), text, (index, by) => {
        const { hash: _old, ...line } = { ...record[index], reason: by };
        const forged = { ...line, hash: runtime.digest(canonicalJson(line)) } as RecordEntry; // all but the hash is a line's
        const changed = record.map((each, at) => (at === index ? forged : each));
        expect(
          index === 11 ? changed.at(-1)?.hash !== record.at(-1)?.hash : broken(changed) === record[index + 1],
        ).toBe(true);
      }),
    );
  });

  it("shows a line that was taken away; the last one by the head", () => {
    fc.assert(
      fc.property(place(11), (index) => {
        expect(broken(record.toSpliced(index, 1))).toBe(record[index + 1]);
      }),
    );
    expect(record.slice(0, -1).at(-1)?.hash).not.toBe(record.at(-1)?.hash);
  });

  it("shows a line that was put in between", () => {
    fc.assert(
      fc.property(place(12), place(12), (from, to) => {
        const line = record[from];
        if (line === undefined) return;
        expect(broken(record.toSpliced(to, 0, line))).toBeDefined();
      }),
    );
  });

  it("shows lines in another order", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...record], { minLength: 12 }), (lines) => {
        const same = lines.every((line, index) => line === record[index]);
        expect(broken(lines) === undefined).toBe(same);
      }),
    );
  });
});

describe("canonical JSON", () => {
  /** The same value with its properties in the opposite order, at every depth. */
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, part]) => [key, turned(part)]),
    );
  };

  it("does not depend on the order of keys, and loses nothing", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("leaves out what is undefined, and keeps the order of lists", () => {
    expect(canonicalJson({ b: 1, a: { d: undefined, c: [2, 1] } })).toBe('{"a":{"c":[2,1]},"b":1}');
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });
});
