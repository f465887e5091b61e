import { describe, expect, it } from "vitest";
import { defineItem } from "./define-item.ts";

interface Thing {
  readonly name: string;
  readonly size: number;
}

const key = { pk: "p", sk: "s" };
const first = defineItem<{ readonly title: string }>("thing");
const third = defineItem<Thing>("thing", [
  (body) => ({ name: (body as { title: string }).title }),
  (body) => ({ ...(body as { name: string }), size: 0 }),
]);

describe("an item", () => {
  it("is its key, its type, its version and its body", () => {
    expect(first.write(key, { title: "合同" }, { version: 3, wakeSort: undefined })).toEqual({
      pk: { S: "p" },
      sk: { S: "s" },
      type: { S: "thing" },
      v: { N: "1" },
      version: { N: "3" },
      body: { S: '{"title":"合同"}' },
    });
  });

  it("is read in an older version, and written in the present one", () => {
    expect(third.read(first.write(key, { title: "a" }))).toEqual({ name: "a", size: 0 });
    const item = third.write(key, { name: "b", size: 2 });
    expect(item["v"]).toEqual({ N: "3" });
    expect(third.read(item)).toEqual({ name: "b", size: 2 });
  });

  it("of a newer version, of none, or of another type is refused", () => {
    const newer = third.write(key, { name: "b", size: 2 });
    expect(() => first.read(newer)).toThrow("version 3; this program reads 1 to 1");
    expect(() => first.read({ ...newer, v: { N: "0" } })).toThrow("version 0");
    expect(() => first.read({ type: { S: "thing" } })).toThrow("version none");
    expect(() => defineItem<Thing>("other").read(newer)).toThrow("expected other, found thing");
  });

  it("is no larger than the engine takes", () => {
    expect(() => first.write(key, { title: "字".repeat(130_000) })).toThrow("too large");
    expect(first.write(key, { title: "字".repeat(120_000) })["v"]).toEqual({ N: "1" });
  });
});
