import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFileLinks } from "./create-file-links.ts";
import { createFolderFileStore, dropOldUploads } from "./create-folder-file-store.ts";

const links = createFileLinks({ baseUrl: "https://files.example", key: Buffer.alloc(32), now: Date.now });

const bytes = Buffer.from("履约", "utf8");
const tooShort = "sha256-7df4ed3e79a9bd2f7a1f6a4f25d2b3d9";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "luyue-files-"));
});
afterEach(() => rm(dir, { recursive: true }));

describe("a folder of files", () => {
  it("gives back what was put, under the hash of its content", async () => {
    const store = createFolderFileStore(dir, links);
    const put = await store.put("ten_a", bytes, "text/plain");
    expect(put.hash).toMatch(/^sha256-[0-9a-f]{64}$/);
    const found = await store.get("ten_a", put.hash);
    expect(found).toEqual({ bytes, contentType: "text/plain" });
    expect(await store.put("ten_a", bytes, "text/plain")).toEqual(put);
    expect(await readdir(join(dir, "ten_a"))).toHaveLength(2);
  });

  it("keeps the type that a file was first put with, whoever puts the same content again", async () => {
    const store = createFolderFileStore(dir, links);
    const { hash } = await store.put("ten_a", bytes, "text/csv");
    expect(await store.put("ten_a", bytes, "text/plain")).toEqual({ hash });
    expect(await store.get("ten_a", hash)).toEqual({ bytes, contentType: "text/csv" });
    expect(await readdir(join(dir, "ten_a"))).toHaveLength(2);
    await store.put("ten_b", bytes, "text/plain");
    expect(await store.get("ten_b", hash)).toMatchObject({ contentType: "text/plain" });
  });

  it("has no file whose type was not written, until it is put again", async () => {
    const store = createFolderFileStore(dir, links);
    const { hash } = await store.put("ten_a", bytes, "text/csv");
    await rm(join(dir, "ten_a", `${hash}.type`));
    expect(await store.get("ten_a", hash)).toBeUndefined();
    await store.put("ten_a", bytes, "text/plain");
    expect(await store.get("ten_a", hash)).toMatchObject({ contentType: "text/plain" });
  });

  it("hides a tenant's file from another", async () => {
    const store = createFolderFileStore(dir, links);
    const put = await store.put("ten_a", bytes, "text/plain");
    expect(await store.get("ten_b", put.hash)).toBeUndefined();
    expect(await store.linkTo("ten_b", put.hash, "a.txt")).toBeUndefined();
    expect(await store.linkTo("ten_a", put.hash, "a.txt")).toMatch(
      `https://files.example/ten_a/${put.hash}?name=a.txt&until=`,
    );
  });

  it("takes many equal files at once and leaves nothing behind", async () => {
    const store = createFolderFileStore(dir, links);
    const puts = await Promise.all(Array.from({ length: 8 }, () => store.put("ten_a", bytes, "text/csv")));
    expect(new Set(puts.map((put) => put.hash)).size).toBe(1);
    expect(await readdir(join(dir, "ten_a"))).toHaveLength(2);
  });

  it.each(["../ten_a", "ten_a/..", "", ".", "..", "a\\b", "a\0"])("has no tenant %j", async (tenantId) => {
    const store = createFolderFileStore(dir, links);
    await expect(store.put(tenantId, bytes, "text/plain")).rejects.toThrow("not the id of a tenant");
    await expect(store.get(tenantId, tooShort)).rejects.toThrow("not the id of a tenant");
  });

  it.each(["../../etc/passwd", tooShort, "", `sha256-${"A".repeat(64)}`])("has no file %j", async (of) => {
    expect(await createFolderFileStore(dir, links).get("ten_a", of)).toBeUndefined();
  });

  it("says so when a file was damaged", async () => {
    const store = createFolderFileStore(dir, links);
    const put = await store.put("ten_a", bytes, "text/plain");
    await writeFile(join(dir, "ten_a", put.hash), "something else");
    await expect(store.get("ten_a", put.hash)).rejects.toThrow("damaged");
  });
});

describe("what is staged in a folder", () => {
  it("is there once, for its tenant, apart from what is kept, and gone after a day", async () => {
    const store = createFolderFileStore(dir, links);
    const id = "upl_00000001";
    expect(await store.getStaged("ten_a", id)).toBeUndefined();
    expect(await store.stage("ten_a", id, bytes)).toBe(true);
    expect(await store.stage("ten_a", id, Buffer.from("other"))).toBe(false);
    expect(await store.getStaged("ten_a", id)).toEqual(bytes);
    expect(await store.getStaged("ten_b", id)).toBeUndefined();
    expect(await store.getStaged("ten_a", "../x")).toBeUndefined();
    await expect(store.stage("ten_a", "../x", bytes)).rejects.toThrow();
    const { hash } = await store.put("ten_a", bytes, "text/plain");
    expect(await dropOldUploads(dir, Date.now())).toBe(0);
    expect(await dropOldUploads(dir, Date.now() + 86_400_001)).toBe(1);
    expect(await store.getStaged("ten_a", id)).toBeUndefined();
    expect(await store.get("ten_a", hash)).toBeDefined();
    expect(await dropOldUploads(join(dir, "nowhere"), Date.now())).toBe(0);
  });
});
