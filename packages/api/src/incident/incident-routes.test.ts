import { demoContract } from "@luyue/testing/contracts";
import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { type Accepting, startAccepting } from "../fixture/accept-contract.ts";

const manager = "a/contractManager";
const acceptor = "a/acceptor";
const vendor = "partner/v1";
let open: Accepting;
let agency: string;
let partner: string;
let setNow: (now: string) => void;

beforeEach(async () => {
  const runtime = createFixedRuntime("2026-05-20T10:00:00+08:00");
  setNow = runtime.setNow;
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  open = await startAccepting(platform, runtime, demoContract("A").terms);
  agency = `/v1/contracts/${open.id}/incidents`;
  partner = `/v1/partner/agencies/ten_a/contracts/${open.id}/incidents`;
});

const get = async (as: string, path: string) => (await open.call("GET", path, { as })).body;
const facts = { title: "门户中断", service: "emergency-response", happenedAt: "2026-05-20T09:40:00+08:00" };
const report = async (as = vendor) => (await open.post(as, as === vendor ? partner : agency, facts)).id;

describe("an incident", () => {
  it("is reported by the vendor, and its clocks are seen by both sides", async () => {
    const id = await report();
    setNow("2026-05-20T10:10:00+08:00");
    const seen = await get(manager, `${agency}/${id}`);
    expect(seen).toMatchObject({
      number: 1,
      state: "open",
      reportedAt: "2026-05-20T10:00:00+08:00",
      reported: { side: "vendor" },
      worst: { limit: "respond", dueAt: "2026-05-20T10:30:00+08:00", state: "running", taken: 10, left: 20 },
      assessment: { class: null, open: ["major"] },
      penalties: [],
    });
    expect(await get(vendor, `${partner}/${id}`)).toEqual(seen);
    await open.post(vendor, `${partner}/${id}/steps`, { respondedAt: "2026-05-20T10:05:00+08:00" });
    expect(await get(vendor, partner)).toMatchObject({
      items: [{ clocks: [{ state: "met", taken: 5 }, { state: "running" }], worst: { limit: "on-site" } }],
    });
  });

  it("is corrected, judged, closed, opened again and withdrawn by the agency", async () => {
    const id = await report(manager);
    const one = `${agency}/${id}`;
    await open.post(acceptor, `${one}/corrections`, {
      happenedAt: "2026-05-20T09:30:00+08:00",
      reason: "以日志为准",
    });
    await open.post(acceptor, `${one}/steps`, {
      recoveredAt: "2026-05-20T09:50:00+08:00",
      facts: { major: false },
    });
    expect(
      await open.post(manager, `${one}/classification`, { class: "none", fault: "vendor" }),
    ).toMatchObject({
      class: "none",
      proposed: "none",
      fault: "vendor",
    });
    await open.post(manager, `${one}/closing`, { note: "已恢复" });
    expect(await get(manager, `${agency}?state=closed&class=none`)).toMatchObject({ items: [{ id }] });
    expect(await get(manager, `${agency}?state=open`)).toEqual({ items: [] });
    await open.post(manager, `${one}/reopening`, { reason: "复发" });
    await open.post(manager, `${one}/withdrawal`, { reason: "误报" });
    expect(await get(manager, one)).toMatchObject({ state: "withdrawn", clocks: [], worst: null });
  });

  it("is nobody else's, and the vendor does not judge it", async () => {
    const id = await report();
    for (const as of ["b/contractManager", "partner/v2"]) {
      const path = as.startsWith("partner") ? partner : agency;
      expect((await open.call("GET", path, { as })).status).toBe(404);
      expect((await open.call("GET", `${path}/${id}`, { as })).status).toBe(404);
    }
    const body = { class: "major", fault: "other" };
    expect((await open.call("POST", `${agency}/${id}/classification`, { as: vendor, body })).status).toBe(
      403,
    );
    expect((await open.call("GET", `${agency}/inc_0000000000`, { as: manager })).status).toBe(404);
    expect((await open.call("POST", agency, { as: "a/finance", body: facts })).status).toBe(403);
    const bad = await open.call("POST", agency, { as: manager, body: { ...facts, service: "nothing" } });
    expect(bad).toMatchObject({ status: 422, body: { faults: [{ path: "/service" }] } });
  });
});
