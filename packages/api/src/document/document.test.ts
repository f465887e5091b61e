import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import {
  type Change,
  operatorPermissions,
  partnerPermissions,
  rolePermissions,
  WriteConflict,
} from "@luyue/usecases/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly "x-permission"?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema?: object }> };
  readonly responses: Record<
    string,
    { readonly content?: Record<string, { readonly schema?: object }>; $ref?: string }
  >;
}
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: Record<string, Record<string, unknown>>;
}

let fixture: Fixture;
let document: Document;
let operations: { method: string; path: string; operation: Operation }[];

beforeAll(async () => {
  const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  fixture = await startFixture(
    createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict }),
    runtime,
  );
  document = (await fixture.call("GET", "/v1/openapi.json")).body as Document;
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method, path, operation })),
  );
});

/** What is posted to be worked out, and files, which are kept by what they contain. */
const storesNothing: ReadonlySet<string> = new Set([
  "/v1/files",
  "/v1/partner/agencies/{agencyId}/contracts/{contractId}/files",
  "/v1/uploads",
  "/v1/uploads/taken",
  "/v1/partner/agencies/{agencyId}/contracts/{contractId}/uploads",
  "/v1/partner/agencies/{agencyId}/contracts/{contractId}/uploads/taken",
  "/v1/checks",
  "/v1/reminder-policy/preview",
  "/v1/contracts/{contractId}/amendments/preview",
  "/v1/contracts/{contractId}/events/preview",
]);

const isOpen = (path: string) =>
  path === "/health" || /^\/v1\/(?:sign-in|unsubscribe|calendars)\//.test(path);
/** Signing in and out, reading one's messages and leaving a list are no commands: done twice it is as done once. */
const aboutOneself = /^\/v1\/(?:sign-in|unsubscribe)\/|\/sessions?(?:\/|$)|\/notifications\/read$/;

describe("the OpenAPI document", () => {
  it("has every route of the application and no other", () => {
    const routed = fixture.app.routes
      .filter(({ method, path }) => method !== "ALL" && /^\/(v1\/(?!openapi)|health)/.test(path))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:([^/]+)/g, "{$1}")}`);
    const documented = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(documented.length).toBeGreaterThan(30);
    expect([...new Set(routed)].toSorted()).toEqual(documented.toSorted());
  });

  it("says of each operation its id, who may, and how it answers", () => {
    expect(document.openapi).toBe("3.1.0");
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(undefined);
    for (const { path, operation } of operations) {
      expect(operation.security).toEqual(isOpen(path) ? [] : [{ bearer: [] }, { session: [] }]);
      expect(operation.summary).toBeTruthy();
      expect(operation.tags).toHaveLength(1);
      expect(operation.responses["default"]).toEqual({ $ref: "#/components/responses/Problem" });
      const [success, ...others] = Object.keys(operation.responses).filter((status) => status !== "default");
      expect(others).toEqual([]);
      if (success === "303") continue;
      expect(success).toMatch(/^2/);
      const content = Object.values(operation.responses[success ?? ""]?.content ?? {});
      expect(content.every(({ schema }) => schema !== undefined) && content.length > 0).toBe(true);
    }
  });

  it("names every parameter of a path, and the conditions of every command", () => {
    for (const { method, path, operation } of operations) {
      const named = (where: string) =>
        (operation.parameters ?? []).flatMap((each) => (each.in === where ? each.name : []));
      const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
      expect(named("path").toSorted()).toEqual(inPath.toSorted());
      const isCommand = method !== "get" && !storesNothing.has(path) && !aboutOneself.test(path);
      expect([path, named("header")]).toEqual([path, isCommand ? ["Idempotency-Key", "If-Match"] : []]);
    }
  });

  it("has no reference that leads nowhere", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, target]) => target ?? "",
    );
    expect(references.length).toBeGreaterThan(40);
    const missing = references.filter((target) => {
      const [root, section = "", name = ""] = target.split("/").slice(1);
      return root !== "components" || document.components[section]?.[name] === undefined;
    });
    expect(missing).toEqual([]);
  });

  it("has patterns as JSON Schema has them, without a flag", () => {
    const patterns = [...JSON.stringify(document).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(
      ([, each = ""]) => String(JSON.parse(each)),
    );
    expect(patterns.length).toBeGreaterThan(100);
    expect(patterns.filter((each) => /\/[a-z]*$/.test(each))).toEqual([]);
    for (const each of new Set(patterns)) expect(new RegExp(each, "u")).toBeInstanceOf(RegExp);
  });

  it("says of each operation which permission it takes", () => {
    const permissions = new Set<string>([
      ...Object.keys(rolePermissions),
      ...partnerPermissions,
      ...operatorPermissions,
    ]);
    for (const { path, operation } of operations) {
      expect([path, permissions.has(operation["x-permission"] ?? "")]).toEqual([path, !isOpen(path)]);
    }
    const taken = new Set(operations.map(({ operation }) => operation["x-permission"]));
    // Joining is what signing in for the first time does.
    expect([...permissions].filter((each) => !taken.has(each))).toEqual(["member:join"]);
  });

  it("describes the terms down to their recursive rules", () => {
    const { ContractTerms: terms } = document.components["schemas"] as Record<string, { properties: object }>;
    expect(Object.keys(terms?.properties ?? {})).toContain("tranches");
    expect(JSON.stringify(terms)).toContain('"#/components/schemas/TermsRule');
  });
});

describe("the page that shows it", () => {
  it.each([
    ["terms", "tranches"],
    ["events", "fundsAppropriated"],
  ])("publishes the JSON Schema of %s to everybody", async (name, word) => {
    const answer = await fixture.app.request(`/schemas/${name}.json`);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain('"$schema":"https://json-schema.org/draft/2020-12/schema"');
    expect(text).toContain(word);
  });

  it("loads everything from its own origin and runs nothing inline", async () => {
    const { headers, body } = await fixture.call("GET", "/docs");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    const page = String(body);
    expect(page).not.toMatch(/<script>|<style|\son\w+=|style=|https?:/);
    const loaded = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? "");
    expect(loaded).toHaveLength(3);
    for (const path of loaded) {
      const asset = await fixture.call("GET", path);
      expect([path, asset.status]).toEqual([path, 200]);
      expect(asset.headers.get("content-type")).toMatch(
        path.endsWith(".css") ? /^text\/css/ : /^text\/javascript/,
      );
      expect(String(asset.body).length).toBeGreaterThan(50);
    }
  });
});
