import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import { signWorkContract } from "../fixture/hand-in.ts";
import { enrolPartners } from "../fixture/sign-contract.ts";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const manager = "a/contractManager";
const vendor = "partner/v1";
let fixture: Fixture;
let id: string;
let other: string;

beforeAll(async () => {
  const runtime = createFixedRuntime("2026-06-01T07:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  fixture = await startFixture(
    createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict }),
    runtime,
  );
  id = await signWorkContract(fixture, "NO 1", "2026-06-01");
  other = await signWorkContract(fixture, "NO 2", "2026-06-01");
  await enrolPartners(fixture);
});

interface Opened {
  readonly id: string;
  readonly fields: { readonly key: string };
  readonly expiresAt: string;
}

const own = "/v1/uploads";
const at = (contractId = id) => `/v1/partner/agencies/ten_a/contracts/${contractId}/uploads`;
const pdf = { contentType: "application/pdf", bytes: 100 };

async function open(as = manager, base = own, body: object = pdf): Promise<Opened> {
  const { status, body: answer } = await fixture.call("POST", base, { as, body });
  expect(status).toBe(201);
  return answer as Opened;
}
const take = (upload: string, as = manager, base = own) =>
  fixture.call("POST", `${base}/taken`, { as, body: { id: upload } });
const stage = ({ fields }: Opened, content = "%PDF-1.7 凭证") =>
  fixture.files.stage(fields.key, Buffer.from(content));

describe("an upload that goes around the API", () => {
  it("is looked at and kept as any file, the same however often it is asked for", async () => {
    const opened = await open();
    expect(opened.expiresAt).toBe("2026-06-01T07:10:00+08:00");
    expect((await take(opened.id)).status).toBe(404);
    stage(opened);
    const kept = await take(opened.id);
    expect(kept).toMatchObject({ status: 201, body: { bytes: 15, contentType: "application/pdf" } });
    expect((await take(opened.id)).body).toEqual(kept.body);
    const { hash } = kept.body as { hash: string };
    expect((await fixture.call("GET", `/v1/files/${hash}`, { as: "a/auditor" })).status).toBe(303);
  });

  it("is of a type and a size that are kept, asked for by somebody who may", async () => {
    for (const body of [
      { contentType: "text/html", bytes: 10 },
      { contentType: "application/pdf", bytes: 0 },
      { contentType: "application/pdf", bytes: 20 * 1024 * 1024 + 1 },
      { contentType: "application/pdf", bytes: 1.5 },
      { contentType: "application/pdf" },
    ]) {
      expect((await fixture.call("POST", own, { as: manager, body })).status).toBe(422);
    }
    expect((await fixture.call("POST", own, { as: "a/auditor", body: pdf })).status).toBe(403);
    expect((await take((await open()).id, "a/auditor")).status).toBe(403);
  });

  it("is refused for what it holds, and kept nowhere", async () => {
    const opened = await open();
    stage(opened, "<html>");
    expect(await take(opened.id)).toMatchObject({
      status: 422,
      body: { detail_en: "the content is not of the type that it is said to be" },
    });
  });

  it("is nobody else's: another agency's, a vendor's, or of another contract", async () => {
    const ofAgency = await open();
    stage(ofAgency);
    expect((await take(ofAgency.id, "b/contractManager")).status).toBe(404);
    expect((await take(ofAgency.id, vendor, at())).status).toBe(404);
    const ofVendor = await open(vendor, at());
    stage(ofVendor);
    expect((await take(ofVendor.id)).status).toBe(404);
    expect((await take(ofVendor.id, vendor, at(other))).status).toBe(404);
    expect((await take(ofVendor.id, "partner/v2", at())).status).toBe(404);
    expect((await take(ofVendor.id, vendor, at())).status).toBe(201);
    for (const forged of ["x", "v1.AAAAAAAA.AAAA", ofAgency.fields.key])
      expect((await take(forged)).status).toBe(404);
  });
});
