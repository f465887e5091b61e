import { contractOf, obligationOf, storedOf, tenantOf } from "../storage/samples.ts";
import type { Change, TenantStore } from "@luyue/usecases/runtime";
import { runReminders } from "@luyue/usecases/reminder";
import { expect, it } from "vitest";
import { createRecorder } from "./reminding.ts";
import { openMemoryWorld } from "./world.ts";

const due = "2026-06-17T09:00:00+08:00";

/** An agency with one person, who is to be told of so many things at one moment. */
async function seed(store: TenantStore, count: number): Promise<void> {
  const { tenantId } = store;
  const contract = contractOf(tenantId, `ctr_${tenantId}`, { buyerName: "", vendorName: "" });
  const member = {
    id: "mem_1",
    subject: "s",
    name: "甲",
    email: `a@${tenantId}.example`,
    language: "zh" as const,
  };
  const { issuer: _none, ...tenant } = tenantOf(tenantId);
  await store.commit([
    { change: "createTenant", tenant },
    { change: "createContract", contract },
    { change: "putMember", member: { ...member, roles: ["contractManager"] } },
  ]);
  for (let from = 0; from < count; from += 90) {
    const some = Array.from({ length: Math.min(90, count - from) }, (_, index): Change => {
      const obligation = { ...obligationOf(`k${from + index}`), dueOn: "2026-06-24" };
      return { change: "putObligation", stored: storedOf(contract, obligation, due) };
    });
    await store.commit(some);
  }
}

it("an agency with fifty thousand things due does not delay another with three", {
  timeout: 240_000,
}, async () => {
  const world = await openMemoryWorld();
  const many = 50_000;
  await seed(world.platform.tenant("ten_a"), many);
  await seed(world.platform.tenant("ten_b"), 3);
  world.runtime.setNow(due);
  const recorder = createRecorder();
  const { sent, failed } = await runReminders(world.platform, world.runtime, recorder.delivery);
  expect([sent.delivered, failed]).toEqual([many + 3, []]);
  const last = recorder.sent.findLastIndex(({ tenantId }) => tenantId === "ten_b");
  // Each of its three took its turn: a thing, then its message.
  expect(last).toBeLessThan(24);
});
