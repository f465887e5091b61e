import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

let fixture: Fixture;

beforeAll(async () => {
  const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  fixture = await startFixture(
    createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict }),
    runtime,
  );
});

const put = (body: string, type: string, as = "a/finance") =>
  fixture.call("POST", "/v1/files", { as, body, headers: { "Content-Type": type } });

describe("a file", () => {
  it("is led to by its hash, and that stands on the record", async () => {
    const stored = await put("%PDF-1.7 voucher", "application/pdf");
    expect(stored.status).toBe(201);
    expect(stored.body).toMatchObject({ bytes: 16, contentType: "application/pdf" });
    const { hash } = stored.body as { hash: string };
    const read = await fixture.call("GET", `/v1/files/${hash}`, { as: "a/auditor" });
    expect([read.status, read.headers.get("location")]).toEqual([
      303,
      `https://files.example/ten_a/${hash}?name=${hash}`,
    ]);
    const named = await fixture.call("GET", `/v1/files/${hash}?name=%E5%87%AD%E8%AF%81.pdf`, {
      as: "a/auditor",
    });
    expect(named.headers.get("location")).toBe(
      `https://files.example/ten_a/${hash}?name=%E5%87%AD%E8%AF%81.pdf`,
    );
    const record = await fixture.call("GET", "/v1/access-record", { as: "a/administrator" });
    const [auditor] = (record.body as { items: { id: string }[] }).items;
    expect(record.body).toMatchObject({ items: [{ name: "auditor", lines: 2 }] });
    const lines = await fixture.call("GET", `/v1/access-record/${auditor?.id}`, { as: "a/auditor" });
    expect(lines.body).toMatchObject({
      items: [
        { command: "file.download", subject: hash, after: { name: hash } },
        { command: "file.download", subject: hash, after: { name: "凭证.pdf" } },
      ],
    });
    expect((await fixture.call("GET", `/v1/files/${hash}`, { as: "b/auditor" })).status).toBe(404);
    expect((await fixture.call("GET", "/v1/files/..%2f..%2fetc", { as: "a/auditor" })).status).toBe(404);
  });

  it("is refused for its type, its content, its size, or its sender", async () => {
    expect((await put("<script>", "text/html")).status).toBe(415);
    expect((await put("x", "")).status).toBe(415);
    expect((await put("<html>", "application/pdf")).status).toBe(422);
    expect((await put(`%PDF-${"x".repeat(20 * 1024 * 1024)}`, "application/pdf")).status).toBe(413);
    expect((await put("%PDF-1.7", "application/pdf", "a/auditor")).status).toBe(403);
  });

  it("may be larger than a JSON body, and need not be text", async () => {
    const token = await fixture.issuers.tokenFor("a", "finance");
    const bytes = new Uint8Array(3 * 1024 * 1024).fill(0xff);
    bytes.set(new TextEncoder().encode("%PDF-"));
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/pdf" };
    const response = await fixture.app.request("/v1/files", { method: "POST", headers, body: bytes });
    expect(response.status).toBe(201);
    const { hash } = (await response.json()) as { hash: string };
    const kept = await fixture.files.get("ten_a", hash);
    expect(kept !== undefined && Buffer.from(kept.bytes).equals(bytes)).toBe(true);
  });
});
