import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, type Platform, WriteConflict } from "@luyue/usecases/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import { signWorkContract, upload } from "../fixture/hand-in.ts";
import { enrolPartners, draftMoneyContract } from "../fixture/sign-contract.ts";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const manager = "a/contractManager";
const vendor = "partner/v1";
let platform: Platform;
let fixture: Fixture;
let id: string;
let other: string;
let draft: string;

beforeAll(async () => {
  const runtime = createFixedRuntime("2026-06-01T07:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  fixture = await startFixture(platform, runtime);
  id = await signWorkContract(fixture, "NO 1", "2026-06-01");
  other = await signWorkContract(fixture, "NO 2", "2026-06-01");
  draft = await draftMoneyContract(fixture, "NO 3");
  await enrolPartners(fixture);
});

const at = (contractId = id, agencyId = "ten_a") =>
  `/v1/partner/agencies/${agencyId}/contracts/${contractId}`;
const read = (as: string, hash: string, base = at()) => fixture.call("GET", `${base}/files/${hash}`, { as });
const put = (as: string, base: string, body = "%PDF-1.7 x", type = "application/pdf") =>
  fixture.call("POST", `${base}/files`, { as, body, headers: { "Content-Type": type } });

const leadsTo = (hash: string) => `https://files.example/ten_a/${hash}?name=${hash}`;

async function handIn(as: string, hash: string, contractId = id): Promise<void> {
  const base = as === vendor ? at(contractId) : `/v1/contracts/${contractId}`;
  const body = { of: "deliverable.reports", files: [{ file: hash, name: "报告.pdf" }] };
  const { status } = await fixture.call("POST", `${base}/submissions`, { as, body });
  expect(status).toBe(201);
}

describe("a file of a vendor's", () => {
  it("is noted as it was uploaded, and read once it is linked in the contract", async () => {
    const hash = await upload(fixture, vendor, `${at()}/files`, "第1次扫描报告");
    const noted = await platform.tenant("ten_a").getFiles([hash]);
    expect(noted.get(hash)).toEqual({
      hash,
      bytes: 28,
      contentType: "application/pdf",
      by: "ven_91990000MA0B26TF1M",
    });
    expect((await read(vendor, hash)).status).toBe(404);
    await handIn(vendor, hash);
    const found = await read(vendor, hash);
    expect([found.status, found.headers.get("location")]).toEqual([303, leadsTo(hash)]);
    expect(Buffer.from((await fixture.files.get("ten_a", hash))?.bytes ?? []).toString()).toBe(
      "%PDF-1.7 第1次扫描报告",
    );
    const seen = await fixture.call("GET", `/v1/files/${hash}`, { as: "a/auditor" });
    expect(seen.headers.get("location")).toBe(leadsTo(hash));
  });

  it("changes nothing of a file of the agency's that is the same", async () => {
    const headers = { "Content-Type": "text/csv" };
    const body = "a,b\n1,2\n";
    const kept = await fixture.call("POST", "/v1/files", { as: manager, body, headers });
    const { hash } = kept.body as { hash: string };
    expect((await put(vendor, at(), body, "text/plain")).body).toMatchObject({ hash });
    const found = await fixture.call("GET", `/v1/files/${hash}`, { as: manager });
    expect(found.status).toBe(303);
    expect(await fixture.files.get("ten_a", hash)).toMatchObject({ contentType: "text/csv" });
    const noted = await platform.tenant("ten_a").getFiles([hash], "agency");
    expect(noted.get(hash)).toMatchObject({ contentType: "text/csv", by: "agency" });
  });

  it("may be one that the agency handed in from paper, or that an invoice or a finding names", async () => {
    const paper = await upload(fixture, manager, "/v1/files", "纸质报告");
    expect((await read(vendor, paper)).status).toBe(404);
    await handIn(manager, paper);
    expect((await read(vendor, paper)).status).toBe(303);
    const scan = await upload(fixture, vendor, `${at()}/files`, "发票");
    const invoice = { of: "t1", number: "24117000000012345678", issuedOn: "2026-06-01", amount: "1.00" };
    const body = { ...invoice, evidence: [{ file: scan }] };
    expect((await fixture.call("POST", `${at()}/invoices`, { as: vendor, body })).status).toBe(201);
    expect((await read(vendor, scan)).status).toBe(303);
    const shot = await upload(fixture, manager, "/v1/files", "截图");
    const facts = {
      title: "弱口令",
      severity: "high",
      demand: "修改口令",
      dueOn: "2026-06-30",
      steps: [],
    } as const;
    const finding = { id: "fnd_1", contractId: id, number: 1, unitId: "unt_1", state: "open" } as const;
    const evidence = [{ file: shot }];
    expect((await read(vendor, shot)).status).toBe(404);
    await platform
      .tenant("ten_a")
      .commit([{ change: "putFinding", finding: { ...finding, ...facts, evidence } }]);
    expect((await read(vendor, shot)).status).toBe(303);
  });

  it("is found nowhere else: another contract, another vendor, another agency, the agency's own papers", async () => {
    const hash = await upload(fixture, vendor, `${at()}/files`, "第2次扫描报告");
    await handIn(vendor, hash);
    const own = await upload(fixture, manager, "/v1/files", "内部审计记录");
    const proposal = { title: "扣款", reason: "迟延", amount: "1.00", evidence: [{ file: own }] };
    const path = `/v1/contracts/${id}/deductions`;
    expect((await fixture.call("POST", path, { as: manager, body: proposal })).status).toBe(201);
    for (const [as, looked, base] of [
      [vendor, hash, at(other)],
      [vendor, hash, at(draft)],
      [vendor, hash, at(id, "ten_b")],
      [vendor, hash, at("ctr_zzzzzzzzzz")],
      ["partner/v2", hash, at()],
      [vendor, own, at()],
      [vendor, `sha256-${"0".repeat(64)}`, at()],
      [vendor, "..%2f..%2fetc", at()],
    ] as const) {
      expect([as, base, (await read(as, looked, base)).status]).toEqual([as, base, 404]);
    }
    expect((await read(manager, hash)).status).toBe(403);
    expect((await fixture.call("GET", `/v1/files/${hash}`, { as: vendor })).status).toBe(403);
  });

  it("is put beside a contract of the vendor's own, and refused for its type, its content and its size", async () => {
    for (const base of [at(draft), at(id, "ten_b"), at("ctr_zzzzzzzzzz")]) {
      expect([base, (await put(vendor, base)).status]).toEqual([base, 404]);
    }
    expect((await put("partner/v2", at())).status).toBe(404);
    expect((await put(manager, at())).status).toBe(403);
    expect((await fixture.call("POST", `${at()}/files`, { body: "%PDF-1.7" })).status).toBe(401);
    expect((await put(vendor, at(), "<script>", "text/html")).status).toBe(415);
    expect((await put(vendor, at(), "<html>")).status).toBe(422);
    expect((await put(vendor, at(), `%PDF-${"x".repeat(20 * 1024 * 1024)}`)).status).toBe(413);
  });

  it("may be larger than a JSON body, which nothing else beside it may", async () => {
    const large = `%PDF-${"x".repeat(3 * 1024 * 1024)}`;
    expect((await put(vendor, at(), large)).status).toBe(201);
    const headers = { "Content-Type": "application/pdf" };
    const elsewhere = await fixture.call("POST", `${at()}/submissions`, { as: vendor, body: large, headers });
    expect(elsewhere.status).toBe(413);
  });
});

describe("what is handed in, of a vendor's", () => {
  it("is its own contract's alone, and is no way into the agency's addresses", async () => {
    const hash = await upload(fixture, vendor, `${at()}/files`, "第3次扫描报告");
    const piece = { of: "deliverable.reports", files: [{ file: hash, name: "报告.pdf" }] };
    const unknown = await fixture.call("GET", `${at("ctr_zzzzzzzzzz")}/submissions`, { as: vendor });
    const reasonOf = (body: unknown) => (body as { detail_zh: string }).detail_zh;
    const everything = (
      base: string,
    ): readonly (readonly [method: string, path: string, body?: object])[] => [
      ["GET", `${base}/submissions`],
      ["POST", `${base}/submissions`, piece],
      ["POST", `${base}/submissions/sub_000000000001/withdrawal`, { reason: "误传" }],
      ["GET", `${base}/progress`],
    ];
    for (const [as, base] of [
      [vendor, at(draft)],
      [vendor, at(id, "ten_b")],
      [vendor, at(id, "ten_nobody")],
      ["partner/v2", at()],
    ] as const) {
      for (const [method, path, body] of everything(base)) {
        const answer = await fixture.call(method, path, { as, body });
        expect([as, method, path, answer.status]).toEqual([as, method, path, 404]);
        expect(reasonOf(answer.body)).toBe(reasonOf(unknown.body));
      }
    }
    for (const [method, path, body] of everything(at())) {
      for (const as of [manager, "operator/op"]) {
        expect((await fixture.call(method, path, { as, body })).status).toBe(403);
      }
      const agencys = path.replace("/partner/agencies/ten_a", "");
      expect((await fixture.call(method, agencys, { as: vendor, body })).status).toBe(403);
    }
    const paper = { ...piece, submittedOn: "2026-06-01" };
    const answer = await fixture.call("POST", `${at()}/submissions`, { as: vendor, body: paper });
    expect([answer.status, answer.body]).toMatchObject([422, { type: "/problems/invalid" }]);
  });
});
