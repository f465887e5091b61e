import { DomainError } from "@luyue/core/error";
import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, type Platform, WriteConflict } from "@luyue/usecases/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00");
const admin = "a/administrator";
let platform: Platform;
let fixture: Fixture;

function openPlatform(): Platform {
  return createMemoryPlatform<KindsOf<Change>>({
    now: runtime.now,
    conflict: (changes) => new WriteConflict(changes),
  });
}

beforeAll(async () => {
  platform = openPlatform();
  fixture = await startFixture(platform, runtime);
});

const patch = (body: unknown, headers: Record<string, string> = {}) =>
  fixture.call("PATCH", "/v1/tenant", { as: admin, body, headers });

describe("a problem document", () => {
  it("says what, where, in both languages, and under which request", async () => {
    const { status, headers, body } = await patch({ name: "" });
    expect(status).toBe(422);
    expect(headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({
      type: "/problems/invalid",
      status: 422,
      title: "输入有误",
      detail_zh: "输入有误",
      detail_en: "the input is not valid",
      faults: [{ path: "/name" }],
      requestId: headers.get("x-request-id"),
    });
    const [fault] = (body as { faults: { zh: string; en: string }[] }).faults;
    expect(fault?.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(fault?.en).toMatch(/^[\x20-\x7e]+$/);
  });

  it("is in the language that is asked for", async () => {
    const english = await patch({ name: "" }, { "Accept-Language": "de, en;q=0.8, zh;q=0.3" });
    expect(english.headers.get("content-language")).toBe("en");
    expect(english.body).toMatchObject({ title: "Invalid input", detail: "the input is not valid" });
  });

  it("leads to a page, for every code", async () => {
    const { body } = await patch({ name: "" });
    const page = await fixture.call("GET", (body as { type: string }).type);
    expect(page.status).toBe(200);
    expect(page.body).toContain("输入有误");
    expect((await fixture.call("GET", "/problems/constructor")).status).toBe(404);
  });
});

describe("a body is refused", () => {
  it.each<[string, string, number]>([
    ["that is no JSON", "{", 400],
    ["with NaN", '{"name":NaN}', 400],
    ["with something after it", "{} {}", 400],
    ["that is a list", "[]", 422],
    ["that is null", "null", 422],
    ["with an unknown field", '{"nmae":"x"}', 422],
    ["with a lone surrogate", '{"name":"a\\ud800"}', 422],
    ["with a control character", '{"name":"a\\u0000b"}', 422],
    ["with an escape character in a key", '{"\\u001bname":"b"}', 422],
    ["that is nested too deep", `{"name":${"[".repeat(65)}${"]".repeat(65)}}`, 422],
    ["that is nested without end", "[".repeat(200_000) + "]".repeat(200_000), 422],
  ])("%s", async (_what, body, status) => {
    expect((await patch(body)).status).toBe(status);
  });

  it("that is not UTF-8", async () => {
    const token = await fixture.issuers.tokenFor("a", "administrator");
    const response = await fixture.app.request("/v1/tenant", {
      method: "PATCH",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: Uint8Array.from([0x22, 0xc3, 0x28, 0x22]),
    });
    expect(response.status).toBe(400);
  });

  it("with the path of what is wrong in it", async () => {
    const { body } = await patch({ closingDays: [{ name: { zh: "a\u0007", en: "x" } }] });
    expect(body).toMatchObject({ faults: [{ path: "/closingDays/0/name/zh" }] });
  });

  it("that is too large, also where its length is not said", async () => {
    const large = { name: "x".repeat(1024 * 1024) };
    expect((await patch(large)).status).toBe(413);
    const token = await fixture.issuers.tokenFor("a", "administrator");
    const chunk = new TextEncoder().encode("x".repeat(64 * 1024));
    let sent = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        if (sent > 32) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const request = new Request("http://x/v1/tenant", {
      method: "PATCH",
      headers,
      body,
      duplex: "half",
    });
    expect((await fixture.app.request(request)).status).toBe(413);
    expect(sent).toBeLessThan(32);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])(
    "of the type %j",
    async (type) => {
      expect((await patch('{"name":"x"}', { "Content-Type": type })).status).toBe(415);
    },
  );

  it("of another type, also where the route takes none", async () => {
    const path = "/v1/contracts/ctr_0000000000/activate";
    const headers = { "Content-Type": "text/plain" };
    expect((await fixture.call("POST", path, { as: "a/contractManager", body: "x", headers })).status).toBe(
      415,
    );
  });

  it("but not for a charset, a line feed or a tab", async () => {
    const { status } = await patch('{"name":"A\\n\\tB"}', {
      "Content-Type": "application/json; charset=utf-8",
    });
    expect(status).toBe(200);
  });

  it("or its __proto__ does nothing", async () => {
    await patch('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

describe("an address", () => {
  it("that does not exist is a 404 problem, with or without a token", async () => {
    for (const as of [undefined, admin]) {
      const { status, body } = await fixture.call("GET", "/v1/nothing", as === undefined ? {} : { as });
      expect(status).toBe(404);
      expect(body).toMatchObject({ type: "/problems/notFound" });
    }
  });

  it("with an id that cannot be one is not found", async () => {
    expect((await fixture.call("GET", "/v1/contracts/ctr_%00", { as: "a/auditor" })).status).toBe(404);
    expect((await fixture.call("GET", "/v1/contracts/x", { as: "a/auditor" })).status).toBe(404);
  });

  it("says which methods it takes", async () => {
    const { status, headers, body } = await fixture.call("DELETE", "/v1/tenant", { as: admin });
    expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD, PATCH"]);
    expect(body).toMatchObject({ type: "/problems/methodNotAllowed" });
  });
});

describe("a version", () => {
  it("that has moved is a 412, a malformed one a 400", async () => {
    const etag = (await fixture.call("GET", "/v1/tenant", { as: admin })).headers.get("etag") ?? "";
    expect(etag).toMatch(/^"\d+"$/);
    const moved = await patch({ name: "One" }, { "If-Match": etag });
    expect(moved.status).toBe(200);
    expect(moved.headers.get("etag")).toBe(`"${Number(etag.slice(1, -1)) + 1}"`);
    const late = await patch({ name: "Two" }, { "If-Match": etag });
    expect([late.status, (late.body as { type: string }).type]).toEqual([412, "/problems/versionMismatch"]);
    for (const bad of ["3", 'W/"3"', '"3", "4"', '"x"', '"03"']) {
      expect([bad, (await patch({ name: "Two" }, { "If-Match": bad })).status]).toEqual([bad, 400]);
    }
    expect((await patch({ name: "Two" }, { "If-Match": "*" })).status).toBe(200);
  });
});

describe("what fails on our side", () => {
  it("tells the client a request id and nothing else, and the log everything", async () => {
    const broken: Platform = {
      ...platform,
      tenant: (id) => ({
        ...platform.tenant(id),
        listMembers: () => Promise.reject(new Error("password=hunter2 at table luyue")),
      }),
    };
    const failing = await startFixture(openPlatform(), runtime, { platform: broken });
    const { status, body, headers } = await failing.call("GET", "/v1/members", { as: admin });
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toMatch(/hunter2|luyue|Error/);
    expect(body).toMatchObject({
      type: "/problems/internal",
      requestId: headers.get("x-request-id"),
      faults: [],
    });
    const [entry] = failing.log;
    expect(entry).toMatchObject({
      level: "error",
      requestId: headers.get("x-request-id"),
      path: "/v1/members",
      error: { message: "password=hunter2 at table luyue" },
    });
  });

  it("and will pass is a 503 that says when to come again", async () => {
    const busy: Platform = {
      ...platform,
      tenant: (id) => ({
        ...platform.tenant(id),
        listMembers: () => Promise.reject(new DomainError("unavailable", { zh: "忙", en: "busy" })),
      }),
    };
    const failing = await startFixture(openPlatform(), runtime, { platform: busy });
    const { status, headers } = await failing.call("GET", "/v1/members", { as: admin });
    expect(status).toBe(503);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  });
});
