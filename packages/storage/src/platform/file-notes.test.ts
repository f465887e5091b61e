import { expect, it } from "vitest";
import type { Table } from "../table/table.ts";
import { fileStore } from "./file-notes.ts";

it.each([undefined, "agency"])("looks up however many files, few at a time (by %s)", async (by) => {
  let now = 0;
  let most = 0;
  let asked = 0;
  const look = async () => {
    now += 1;
    asked += 1;
    most = Math.max(most, now);
    await Promise.resolve();
    now -= 1;
    return by === undefined ? { items: [] } : undefined;
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no more of a table is used
  const table = { get: look, query: look } as unknown as Table;
  const hashes = Array.from({ length: 90 }, (_, at) => `sha256-${String(at).padStart(64, "0")}`);
  expect((await fileStore(table, "ten_a").getFiles(hashes, by)).size).toBe(0);
  expect([asked, most]).toEqual([90, 20]);
});
