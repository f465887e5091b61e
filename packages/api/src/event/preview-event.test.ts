import { demoContract } from "@luyue/testing/contracts";
import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, expect, it } from "vitest";
import { type Accepting, startAccepting } from "../fixture/accept-contract.ts";

const manager = "a/contractManager";
let open: Accepting;
let path: string;

beforeEach(async () => {
  const runtime = createFixedRuntime("2026-06-01T10:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  open = await startAccepting(platform, runtime, demoContract("D").terms);
  path = `/v1/contracts/${open.id}`;
});

const preview = (body: object) => open.call("POST", `${path}/events/preview`, { as: manager, body });
const state = async () => {
  const { body } = await open.call("GET", path, { as: manager });
  return body as { contract: { version: number }; events: { id: string; kind: string; on: string }[] };
};

it("says what an event, its correction and its withdrawal would do, and stores nothing", async () => {
  const before = await state();
  const signed = before.events.find(({ kind }) => kind === "signed");
  const later = { kind: "signed", on: "2026-05-18" };
  const corrected = await preview({ eventId: signed?.id, event: later });
  expect(corrected.status).toBe(200);
  const { effects, obligations } = corrected.body as {
    effects: { key: string; effect: string; after: string | null; why: { zh: string } }[];
    obligations: { movedCount: number };
  };
  const payment = effects.find(({ key }) => key === "payment.t1");
  expect(payment).toMatchObject({ effect: "moved", after: "2026-06-01" });
  expect(payment?.why.zh).toContain("2026-05-18");
  expect(obligations.movedCount).toBeGreaterThan(0);
  const withdrawn = (await preview({ eventId: signed?.id })).body as { effects: object[] };
  expect(withdrawn.effects).toContainEqual(
    expect.objectContaining({ key: "payment.t1", effect: "moved", after: null }),
  );
  const noticed = (await preview({ event: { kind: "endNoticed", on: "2026-06-10" } })).body;
  expect(noticed).toMatchObject({ effects: [{ effect: "created" }, { effect: "created" }] });
  expect(await state()).toEqual(before);
  await open.call("PUT", `${path}/events/${signed?.id}`, {
    as: manager,
    body: { event: later, reason: "recorded wrongly" },
  });
  expect((await state()).events.find(({ kind }) => kind === "signed")).toMatchObject({ on: "2026-05-18" });
});

it("refuses as the command would", async () => {
  expect((await preview({})).status).toBe(422);
  expect((await preview({ event: { kind: "filed", on: "2026-06-02" } })).status).toBe(422);
  expect((await preview({ event: { kind: "signed", on: "2026-05-01" } })).status).toBe(422);
  expect((await preview({ eventId: "evt_nothing000" })).status).toBe(404);
});
