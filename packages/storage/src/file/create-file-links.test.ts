import { describe, expect, it } from "vitest";
import { createFileLinks } from "./create-file-links.ts";
import type { StoredFile } from "./file-store.ts";

const clock = { now: 1_000_000 };
const options = { baseUrl: "https://files.example", key: Buffer.alloc(32, 7), now: () => clock.now };
const links = createFileLinks(options);
const hash = `sha256-${"a".repeat(64)}`;
const file: StoredFile = { bytes: Buffer.from("%PDF-1.7"), contentType: "application/pdf" };
const get = async (tenantId: string, of: string) => (tenantId === "ten_a" && of === hash ? file : undefined);
const fetchBy = (url: string, method = "GET") =>
  links.answer(new Request(url, { method }), { get, stage: async () => false });

describe("a link to a file", () => {
  it("gives the file, to be saved under its name and run nowhere", async () => {
    const response = await fetchBy(links.linkTo("ten_a", hash, "验收 报告.pdf"));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("%PDF-1.7");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent("验收 报告.pdf")}`,
      "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
  });

  it("holds for a minute", async () => {
    const url = links.linkTo("ten_a", hash, "a.pdf");
    clock.now += 59_999;
    expect((await fetchBy(url)).status).toBe(200);
    clock.now += 1;
    expect((await fetchBy(url)).status).toBe(403);
  });

  it("holds for that file, that tenant, that name and that time alone", async () => {
    const url = links.linkTo("ten_a", hash, "a.pdf");
    const later = String(clock.now + 3_600_000);
    const changed = [
      url.replace("ten_a", "ten_b"),
      url.replace("sha256-a", "sha256-b"),
      url.replace("a.pdf", "b.pdf"),
      url.replace(/until=\d+/, `until=${later}`),
      url.replace(/signature=.*/, "signature="),
      url.replace(/signature=.*/, ""),
      url.slice(0, -1),
      "https://files.example/",
      "https://files.example/ten_a/../etc",
      createFileLinks({ ...options, key: Buffer.alloc(32, 8) }).linkTo("ten_a", hash, "a.pdf"),
    ];
    for (const each of changed) expect([each, (await fetchBy(each)).status]).toEqual([each, 403]);
    expect((await fetchBy(url, "POST")).status).toBe(403);
    expect((await fetchBy(links.linkTo("ten_a", `${hash}0`, "a.pdf"))).status).toBe(404);
  });
});

describe("a form for an upload", () => {
  const upload = { id: "upl_00000001", contentType: "application/pdf", bytes: 10 } as const;
  const staged: string[] = [];
  const stage = async (tenantId: string, id: string, bytes: Uint8Array) => {
    staged.push(`${tenantId} ${id} ${bytes.length}`);
    return staged.length === 1;
  };
  const post = async (change: Record<string, string> = {}, content: string | undefined = "%PDF-1.7") => {
    const { url, fields } = links.uploadTo("ten_a", upload);
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...change })) form.set(name, value);
    if (content !== "") form.set("file", new Blob([content]));
    return links.answer(new Request(url, { method: "POST", body: form }), { get, stage });
  };

  it("takes one file, once, from any of the product's pages", async () => {
    const taken = await post();
    expect([taken.status, taken.headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
    expect(staged).toEqual(["ten_a upl_00000001 8"]);
    expect((await post()).status).toBe(403);
  });

  it("holds for that tenant, that name, that type, that size and ten minutes", async () => {
    const before = staged.length;
    for (const change of [
      { tenantId: "ten_b" },
      { id: "upl_00000002" },
      { "Content-Type": "text/html" },
      { most: "1000" },
      { until: "99999999999999" },
      { signature: "" },
    ]) {
      expect((await post(change)).status).toBe(403);
    }
    expect((await post({}, "x".repeat(11))).status).toBe(400);
    expect((await post({}, "")).status).toBe(400);
    const { url, fields } = links.uploadTo("ten_a", upload);
    clock.now += 600_000;
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set("file", new Blob(["%PDF"]));
    expect(
      (await links.answer(new Request(url, { method: "POST", body: form }), { get, stage })).status,
    ).toBe(403);
    const broken = new Request(url, { method: "POST", body: "no form" });
    expect((await links.answer(broken, { get, stage })).status).toBe(403);
    expect(staged).toHaveLength(before);
  });

  it("reads no more of a form than the largest that it takes", async () => {
    const mebibyte = new Uint8Array(1024 * 1024);
    let given = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        given += 1;
        if (given > 100) controller.close();
        else controller.enqueue(mebibyte);
      },
    });
    const endless = new Request(options.baseUrl, { method: "POST", body, duplex: "half" });
    expect((await links.answer(endless, { get, stage })).status).toBe(403);
    expect(given).toBeLessThan(25);
  });
});
