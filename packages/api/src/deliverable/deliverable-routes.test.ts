import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { signWorkContract, upload } from "../fixture/hand-in.ts";
import { enrolPartners } from "../fixture/sign-contract.ts";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const manager = "a/contractManager";
const acceptor = "a/acceptor";
const vendor = "partner/v1";
const plan = "deliverable.plan";
let runtime: ReturnType<typeof createFixedRuntime>;
let fixture: Fixture;
let id: string;
let file: string;

beforeEach(async () => {
  // Already 1 June in Shanghai, and still 31 May where the tests run.
  runtime = createFixedRuntime("2026-06-01T07:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  fixture = await startFixture(
    createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict }),
    runtime,
  );
  id = await signWorkContract(fixture, "NO 1", "2026-06-01");
  await enrolPartners(fixture);
  file = await upload(fixture, vendor, `${ofVendor()}/files`, "方案");
});

const ofAgency = () => `/v1/contracts/${id}`;
const ofVendor = () => `/v1/partner/agencies/ten_a/contracts/${id}`;
const post = (as: string, path: string, body?: unknown) => fixture.call("POST", path, { as, body });
const pieceOf = (of: string, more: object = {}) => ({ of, files: [{ file, name: "方案.pdf" }], ...more });

async function submit(as: string, of: string, more: object = {}): Promise<string> {
  const base = as === vendor ? ofVendor() : ofAgency();
  const { status, body } = await post(as, `${base}/submissions`, pieceOf(of, more));
  expect([status, body]).toMatchObject([201, { state: "submitted" }]);
  return (body as { id: string }).id;
}
const decide = (as: string, submissionId: string, verb: string, body?: object) =>
  post(as, `${ofAgency()}/submissions/${submissionId}/${verb}`, body);

interface Listed {
  readonly [field: string]: unknown;
}
async function list(as: string, query = ""): Promise<readonly Listed[]> {
  const base = as === vendor ? ofVendor() : ofAgency();
  const { status, body } = await fixture.call("GET", `${base}/submissions${query}`, { as });
  expect(status).toBe(200);
  return (body as { items: readonly Listed[] }).items;
}
async function obligation(key: string): Promise<Listed> {
  const { body } = await fixture.call("GET", `${ofAgency()}/obligations/${key}`, { as: manager });
  return body as Listed;
}

describe("a deliverable", () => {
  it("is handed in, returned, handed in anew and accepted: on time by its last version", async () => {
    const first = await post(vendor, `${ofVendor()}/submissions`, pieceOf(plan, { note: "初稿" }));
    expect(first.body).toMatchObject({ of: plan, piece: 1, version: 1, dueOn: "2026-06-11", dueAt: null });
    const { id: one } = first.body as { id: string };
    expect(await obligation(plan)).toMatchObject({
      state: "open",
      waitingFor: [{ event: "deliverableAccepted", holder: "buyer", label: { zh: "“实施方案”验收通过" } }],
    });
    runtime.setNow("2026-06-12T09:00:00+08:00");
    expect(await obligation(plan)).toMatchObject({ state: "held" });
    const waits = await post(vendor, `${ofVendor()}/submissions`, pieceOf(plan));
    expect(waits.body).toMatchObject({
      status: 409,
      detail_zh: "“实施方案”第1版已于 2026-06-01 提交，正待核验；如需更换请先撤回",
      detail_en:
        "version 1 of “plan”, handed in on 2026-06-01, waits for its check: take it back first to replace it",
    });
    expect((await decide(acceptor, one, "return", { reason: "缺少进度表" })).body).toMatchObject({
      state: "returned",
    });
    expect(await obligation(plan)).toMatchObject({ state: "overdue", waitingFor: [] });
    const two = await submit(vendor, plan);
    runtime.setNow("2026-06-30T09:00:00+08:00");
    expect((await decide(acceptor, two, "acceptance")).body).toMatchObject({ version: 2, state: "accepted" });
    expect(await obligation(plan)).toMatchObject({
      state: "fulfilled",
      fulfilment: { eventId: `${two}_accepted`, on: "2026-06-30" },
    });
    const items = await list("a/auditor");
    expect(items).toMatchObject([
      {
        id: two,
        title: { zh: "实施方案" },
        timeliness: {
          verdict: "late",
          lateDays: 1,
          why: { zh: "2026-06-12 提交，期限 2026-06-11，逾期1天" },
        },
        submitter: "供应商 v1",
        decider: "acceptor",
        despite: null,
      },
      { id: one, reason: "缺少进度表", note: "初稿", timeliness: { verdict: "overdue" } },
    ]);
    expect(await list(vendor)).toEqual(
      items.map(({ submitter: _who, decider: _whom, despite: _why, ...seen }) => seen),
    );
  });

  it("from paper counts from the day on which it came, and is checked by somebody else", async () => {
    runtime.setNow("2026-06-20T09:00:00+08:00");
    const one = await submit(manager, plan, { submittedOn: "2026-06-11" });
    expect((await decide(manager, one, "acceptance")).status).toBe(403);
    expect((await decide("a/finance", one, "acceptance")).status).toBe(403);
    expect((await decide(acceptor, one, "acceptance")).status).toBe(200);
    expect(await list(vendor)).toMatchObject([
      { submittedAt: "2026-06-11T00:00:00+08:00", submittedBy: "buyer", timeliness: { verdict: "onTime" } },
    ]);
  });

  it("accepted in error waits for its check again; taken back by whose people handed it in", async () => {
    const one = await submit(vendor, plan);
    await decide(acceptor, one, "acceptance");
    const reopened = await decide(manager, one, "reopening", { reason: "点错了" });
    expect(reopened.body).toMatchObject({ state: "submitted" });
    expect(await obligation(plan)).toMatchObject({ state: "open", fulfilment: null });
    const back = { reason: "发错文件" };
    const path = `${ofVendor()}/submissions/${one}/withdrawal`;
    expect((await post(vendor, path, back)).body).toMatchObject({ state: "withdrawn" });
    const own = await submit(manager, plan);
    const strange = await post(vendor, `${ofVendor()}/submissions/${own}/withdrawal`, back);
    expect([strange.status, strange.body]).toMatchObject([
      403,
      { detail_zh: "该提交由采购单位登记，请联系采购单位撤回" },
    ]);
    expect((await decide(manager, own, "withdrawal", back)).status).toBe(200);
    expect(await list(manager, "?state=withdrawn")).toHaveLength(2);
    expect(await list(manager, `?of=deliverable.reports`)).toEqual([]);
  });

  it("that falls short of the terms is accepted with a reason alone", async () => {
    const one = await submit(vendor, "service.training", { performedOn: "2026-06-01", people: 12 });
    const refused = await decide(acceptor, one, "acceptance");
    expect(refused.body).toMatchObject({
      status: 409,
      detail_en: "it falls short of the terms in one place: return it, or say in `despite` why to accept it",
      faults: [{ path: "/services/1/people" }],
    });
    expect(JSON.stringify(refused.body)).toContain("12人，约定每次不少于30人");
    expect((await decide(acceptor, one, "acceptance", { despite: "分批举办" })).status).toBe(200);
    expect(await list(manager)).toMatchObject([{ despite: "分批举办", state: "accepted" }]);
    const { body } = await fixture.call("GET", `${ofAgency()}/record`, { as: "a/auditor" });
    const { items } = body as { items: { reason: string | null }[] };
    expect(JSON.stringify(items.at(-1))).toContain("12人，约定每次不少于30人");
    expect(items.at(-1)).toMatchObject({ reason: "分批举办" });
  });

  it("is counted on both sides alike", async () => {
    await decide(acceptor, await submit(vendor, "service.scan", { performedOn: "2026-06-01" }), "acceptance");
    await submit(vendor, "deliverable.reports", { quantity: 2 });
    const [agency, partner] = await Promise.all([
      fixture.call("GET", `${ofAgency()}/progress`, { as: "a/auditor" }),
      fixture.call("GET", `${ofVendor()}/progress`, { as: vendor }),
    ]);
    expect(partner.body).toEqual(agency.body);
    expect(agency.body).toMatchObject({
      asOf: "2026-06-01",
      items: [
        { key: "scan", owed: { inAll: 3 }, done: 1, service: { records: 1, lastPerformedOn: "2026-06-01" } },
        { key: "training", owed: null, done: 0, service: { records: 0, days: null, people: null } },
        { key: "plan", number: "1", className: "管理类", owed: { inAll: 1, soFar: 0 }, service: null },
        { key: "reports", unit: "time", done: 0, submitted: 1 },
      ],
    });
  });
});
