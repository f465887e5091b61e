import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, type Platform, WriteConflict } from "@luyue/usecases/runtime";
import { exportSPKI, type JWTPayload, SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { audience, goodClaims, type Issuers } from "../fixture/issuers.ts";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";
import { createTokenVerifier } from "./create-token-verifier.ts";

const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00");
const subject = "contractManager";
let platform: Platform;
let fixture: Fixture;
let issuers: Issuers;
let good: JWTPayload;

beforeAll(async () => {
  platform = createMemoryPlatform<KindsOf<Change>>({
    now: runtime.now,
    conflict: (changes) => new WriteConflict(changes),
  });
  fixture = await startFixture(platform, runtime);
  issuers = fixture.issuers;
  good = goodClaims(issuers.issuerOf("a").url, subject);
});

async function statusOf(authorization: string | undefined, path = "/v1/tenant") {
  const headers = authorization === undefined ? {} : { Authorization: authorization };
  const answer = await fixture.call("GET", path, { headers });
  return { status: answer.status, challenge: answer.headers.get("www-authenticate"), body: answer.body };
}

const bearer = async (claims: JWTPayload, signer = "a") => `Bearer ${await issuers.sign(signer, claims)}`;
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const seconds = () => Math.floor(Date.now() / 1000);
const refused = { status: 401, challenge: 'Bearer error="invalid_token"' };

describe("a good token", () => {
  it("lets its member in, with any case of the scheme", async () => {
    expect((await statusOf(await bearer(good))).status).toBe(200);
    expect((await statusOf((await bearer(good)).replace("Bearer", "bearer"))).status).toBe(200);
  });

  it("may be up to half a minute off", async () => {
    expect((await statusOf(await bearer({ ...good, exp: seconds() - 15 }))).status).toBe(200);
    expect((await statusOf(await bearer({ ...good, iat: seconds() + 15, nbf: seconds() + 15 }))).status).toBe(
      200,
    );
  });
});

describe("a token is refused", () => {
  it("where there is none, or not in a Bearer header", async () => {
    expect(await statusOf(undefined)).toMatchObject({ status: 401, challenge: "Bearer" });
    expect(await statusOf("Basic YTpi")).toMatchObject(refused);
    expect(await statusOf("Bearer not.a.token")).toMatchObject(refused);
    expect(await statusOf(`Bearer ${"a".repeat(9000)}`)).toMatchObject(refused);
  });

  it.each(["none", "None", "NONE"])("unsigned with alg %s", async (alg) => {
    const head = part({ alg, kid: "key-1" });
    expect(await statusOf(`Bearer ${head}.${part(good)}.`)).toMatchObject(refused);
    const [, , signature] = (await issuers.sign("a", good)).split(".");
    expect(await statusOf(`Bearer ${head}.${part(good)}.${signature}`)).toMatchObject(refused);
  });

  it("signed with HS256 by the issuer's public key", async () => {
    const secret = new TextEncoder().encode(await exportSPKI(await issuers.publicKeyOf("a")));
    const token = await new SignJWT(good).setProtectedHeader({ alg: "HS256", kid: "key-1" }).sign(secret);
    expect(await statusOf(`Bearer ${token}`)).toMatchObject(refused);
  });

  it("signed by another tenant's key under the same key id", async () => {
    expect(await statusOf(await bearer(good, "b"))).toMatchObject(refused);
    const operator = goodClaims(issuers.issuerOf("operator").url, "op");
    expect(await statusOf(await bearer(operator, "a"))).toMatchObject(refused);
  });

  it("changed after it was signed", async () => {
    const [head, , signature] = (await issuers.sign("a", good)).split(".");
    const token = `${head}.${part({ ...good, sub: "administrator" })}.${signature}`;
    expect(await statusOf(`Bearer ${token}`)).toMatchObject(refused);
  });

  it.each<[string, (claims: JWTPayload) => JWTPayload]>([
    ["for another audience", (claims) => ({ ...claims, aud: "another" })],
    ["for no audience", ({ aud: _aud, ...claims }) => claims],
    ["that is over", (claims) => ({ ...claims, exp: seconds() - 31 })],
    ["without an end", ({ exp: _exp, ...claims }) => claims],
    ["without a beginning", ({ iat: _iat, ...claims }) => claims],
    ["that was issued in the future", (claims) => ({ ...claims, iat: seconds() + 60 })],
    ["that is not good yet", (claims) => ({ ...claims, nbf: seconds() + 60 })],
    ["about nobody", ({ sub: _sub, ...claims }) => claims],
    ["about an empty subject", (claims) => ({ ...claims, sub: "" })],
    ["about a person who is no member", (claims) => ({ ...claims, sub: "stranger" })],
    ["of an unknown issuer", (claims) => ({ ...claims, iss: "https://evil.example" })],
    ["of no issuer", ({ iss: _iss, ...claims }) => claims],
  ])("%s", async (_what, change) => {
    expect(await statusOf(await bearer(change(good)))).toMatchObject(refused);
  });

  it("without saying why", async () => {
    const over = await statusOf(await bearer({ ...good, exp: seconds() - 600 }));
    const stranger = await statusOf(await bearer({ ...good, sub: "stranger" }));
    const said = (body: unknown) => ({ ...(body as object), requestId: "" });
    expect(said(over.body)).toEqual(said(stranger.body));
  });
});

describe("rights", () => {
  it("come from the store and never from the token", async () => {
    const claims = { ...good, sub: "auditor", roles: ["administrator"], tenantId: "ten_b", kind: "operator" };
    expect(await fixture.verifyToken(await issuers.sign("a", claims))).toMatchObject({
      kind: "member",
      tenantId: "ten_a",
      roles: ["auditor"],
    });
  });

  it("end with the next request after they are taken away", async () => {
    const member = { subject: "finance", name: "F", email: "f@a.example" };
    expect((await fixture.call("GET", "/v1/tenant", { as: "a/finance" })).status).toBe(200);
    await fixture.call("PUT", "/v1/members", { as: "a/administrator", body: { ...member, roles: [] } });
    expect((await fixture.call("GET", "/v1/tenant", { as: "a/finance" })).status).toBe(403);
  });

  it("hold on the surface of their own kind alone", async () => {
    const tried: [string, string][] = [
      ["operator/op", "/v1/tenant"],
      ["operator/op", "/v1/partner/contracts"],
      ["a/administrator", "/v1/partner/contracts"],
    ];
    for (const [as, path] of tried)
      expect([as, path, (await fixture.call("GET", path, { as })).status]).toEqual([as, path, 403]);
    const { status } = await fixture.call("POST", "/v1/tenants", { as: "a/administrator", body: {} });
    expect(status).toBe(403);
  });
});

describe("keys that cannot be had", () => {
  const verifierWith = (fetchJwks: () => Promise<Response>) =>
    createTokenVerifier({
      platform,
      runtime,
      audience,
      partnerIssuer: issuers.issuerOf("partner"),
      operatorIssuer: issuers.issuerOf("operator"),
      fetchJwks,
    });

  it.each<[string, () => Promise<Response>]>([
    ["the network is down", () => Promise.reject(new TypeError("fetch failed"))],
    ["the issuer is ill", async () => new Response("no", { status: 500 })],
    ["the answer is no JSON", async () => new Response("<html>")],
    ["the answer is no key set", async () => Response.json({ keys: "none" })],
  ])("are our trouble and not the token's: %s", async (_what, fetchJwks) => {
    const token = await issuers.sign("a", good);
    await expect(verifierWith(fetchJwks)(token)).rejects.toMatchObject({ code: "unavailable" });
  });

  it("are not asked for on behalf of an unknown issuer", async () => {
    let asked = 0;
    const verify = verifierWith(async () => {
      asked += 1;
      return new Response("no");
    });
    const token = await issuers.sign("a", { ...good, iss: "https://evil.example" });
    await expect(verify(token)).rejects.toMatchObject({ code: "unauthorized" });
    expect(asked).toBe(0);
  });
});
