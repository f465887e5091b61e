import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findFaults } from "./checks/find-faults.ts";
import { openTenancy } from "../tenancy/tenancy-world.ts";
import { at, ofKind } from "./checks/find.ts";
import { readFunctions } from "./iam/principals.ts";
import { missing, places, type PlaceName, root, settings, synthesisOf } from "./synth/places.ts";
import { synthesise } from "./synth/synthesise.ts";

const pages = "packages/web/dist";
const names: readonly PlaceName[] = ["personal", "production", "china"];

describe.skipIf(missing !== undefined)("what is laid out", () => {
  it.each(names)(
    "for %s may be deployed",
    async (name) => {
      const synthesis = await synthesisOf(name);
      expect(findFaults(synthesis, places[name])).toEqual([]);
    },
    60_000,
  );

  it("with pages stands behind one distribution, which alone the API answers to", async () => {
    const env = { ...settings.production, LUYUE_PAGES: pages };
    const synthesis = await synthesise(root, { place: places.production, env });
    const [distribution, ...more] = ofKind(synthesis, "cloudfront/distribution").map(({ inputs }) => inputs);
    expect(more).toEqual([]);
    expect(at(distribution, "webAclId")).toBe(settings.production["LUYUE_FIREWALL"]);
    expect(at(distribution, "aliases")).toEqual(["luyue.example"]);
    expect(at(distribution, "defaultCacheBehavior.viewerProtocolPolicy")).toBe("redirect-to-https");
    const key = readFunctions(synthesis).get("api")?.environment["EDGE_KEY"];
    expect(key?.length).toBeGreaterThan(20);
    // What carries a secret is wrapped: the whole of it says that the key goes along.
    expect(JSON.stringify(distribution)).toContain(`{"name":"x-luyue-edge","value":"${key}"}`);
    const bucket = ofKind(synthesis, "s3/bucket").find(({ name }) => name === "WebBucket")?.state["bucket"];
    const blocked = ofKind(synthesis, "s3/bucketPublicAccessBlock").find(
      ({ inputs }) => inputs["bucket"] === bucket,
    );
    expect(blocked?.inputs["blockPublicPolicy"]).toBe(true);
    const objects = ofKind(synthesis, "s3/bucketObjectv2").filter(
      ({ inputs }) => inputs["bucket"] === bucket,
    );
    const built = (await readdir(join(root, pages), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(join(root, pages).length + 1));
    expect(built).toContain("index.html");
    expect(new Map(objects.map(({ inputs }) => [inputs["key"], inputs["cacheControl"]]))).toEqual(
      new Map(
        built.map((file) => [
          file,
          file.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache",
        ]),
      ),
    );
    const [policy] = ofKind(synthesis, "cloudfront/responseHeadersPolicy").map(({ inputs }) =>
      JSON.stringify(inputs),
    );
    expect(policy).toContain("script-src 'self'; style-src 'self';");
    expect(policy).not.toContain("unsafe");
    const { app } = await openTenancy();
    const answered = app.routes.filter(({ method }) => method !== "ALL").map(({ path }) => path);
    const behaviors = at(distribution, "orderedCacheBehaviors") as readonly {
      readonly pathPattern: string;
    }[];
    const reaches = (path: string) =>
      behaviors.some(({ pathPattern: pattern }) =>
        pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
      );
    expect(answered.length).toBeGreaterThan(250);
    expect(answered.filter((path) => !reaches(path))).toEqual([]);
    // Where mailed links lead to is a page.
    for (const page of ["/", "/sign-in/link/x", "/sign-in/ten_a", "/unsubscribe/x", "/contracts/x"]) {
      expect([page, reaches(page)]).toEqual([page, false]);
    }
    // The gateway has no name of its own then: people come by the distribution's.
    expect(ofKind(synthesis, "apigatewayv2/domainName")).toEqual([]);
  }, 60_000);
});
