import { demoContract } from "@luyue/testing/contracts";
import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { expect, it } from "vitest";
import { startAccepting } from "../fixture/accept-contract.ts";

it("a vendor's record tells of the agency's own contracts with it, and of no other tenant's", async () => {
  const runtime = createFixedRuntime("2026-06-01T10:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  const { call, post, id } = await startAccepting(platform, runtime, demoContract("B").terms);
  const files = (await call("GET", "/v1/vendors", { as: "a/auditor" })).body as {
    items: { vendorId: string; creditCode: string; name: string }[];
  };
  const [file] = files.items;
  if (file === undefined) throw new Error("the vendor is on file");
  const path = `/v1/vendors/${file.vendorId}/record`;
  const told = {
    title: "门户中断",
    kind: "outage",
    happenedAt: "2026-05-20T09:00:00+08:00",
    reportedAt: "2026-05-20T09:00:00+08:00",
  };
  await post("a/acceptor", `/v1/contracts/${id}/incidents`, told);
  const read = async (as: string) => (await call("GET", path, { as })).body;
  expect(await read("a/auditor")).toMatchObject({
    vendorId: file.vendorId,
    contracts: [
      {
        contractId: id,
        status: "active",
        incidents: [{ title: "门户中断", class: null, fault: null }],
        penalties: [],
        scores: [],
        rights: [],
      },
    ],
    more: false,
  });
  const { punctuality } = (await read("a/auditor")) as { punctuality: { owed: number; inTime: number } };
  // What was due by 1 June and never came: the record counts it, and its like of the daily backups.
  expect(punctuality.owed).toBeGreaterThan(10);
  expect(punctuality.inTime).toBe(0);
  expect((await call("GET", path, { as: "b/auditor" })).status).toBe(404);
  await post("b/contractManager", "/v1/vendors", {
    creditCode: file.creditCode,
    name: file.name,
    contacts: [],
  });
  expect(await read("b/auditor")).toMatchObject({ contracts: [], punctuality: { owed: 0, inTime: 0 } });
  expect((await call("GET", path, { as: "partner/v1" })).status).toBe(403);
});
