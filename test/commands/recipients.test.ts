import type { Role } from "@luyue/core/party";
import { putMember } from "@luyue/usecases/tenant";
import { enrolVendor } from "@luyue/usecases/vendor";
import { expect, it } from "vitest";
import { onBoth } from "./on-engine.ts";
import { member } from "./people.ts";
import { createRecorder, isReminder, recipientOf, workAt } from "./reminding.ts";
import { addressOf, creditCode, run, seedActive, seedTenant, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const administrator = member(tenantId, "administrator");

/** Who is told about the payment that is due on 2026-07-01. */
async function listTold(world: World): Promise<string[]> {
  const recorder = createRecorder();
  const { reminders } = await workAt(world, recorder, "2026-07-01", "09:00");
  const told = recorder.sent.filter(isReminder).map(recipientOf).toSorted();
  expect(reminders).toBe(told.length);
  return told;
}

const sign = (world: World) => seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
const vendorLead = addressOf("lead.vendor", tenantId);
const put = (world: World, subject: string, email: string, roles: readonly Role[]) =>
  run(world, putMember, administrator, tenantId, { subject, name: subject, email, roles });

onBoth("of a payment", (openWorld) => {
  it("are told those of the agency whose work it is, the vendor's contacts and the webhook", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId, { roles: ["finance", "contractManager", "acceptor", "auditor"] });
    await sign(world);
    const told = [
      addressOf("contractManager", tenantId),
      addressOf("finance", tenantId),
      vendorLead,
      "webhook",
    ];
    expect(await listTold(world)).toEqual(told.toSorted());
  });

  it("is told the administrator where nobody has such work, also once somebody has lost it", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId, { roles: ["acceptor", "finance"], webhooks: 0 });
    await put(world, "finance", addressOf("finance", tenantId), []);
    await sign(world);
    expect(await listTold(world)).toEqual([addressOf("administrator", tenantId), vendorLead].toSorted());
  });

  it("is told once whoever has one address in two roles, or on both sides, in any case of letters", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId, { roles: [], webhooks: 0 });
    await put(world, "one", "Both.Roles@ten-a.example", ["finance", "contractManager"]);
    await put(world, "two", "both.roles@ten-a.example", ["contractManager"]);
    const contacts = [
      { name: "同一人", email: "BOTH.ROLES@ten-a.example" },
      { name: "联系人", email: vendorLead },
      { name: "联系人", email: vendorLead.toUpperCase() },
    ];
    await run(world, enrolVendor, administrator, tenantId, { creditCode, name: "示例供应商", contacts });
    await sign(world);
    expect(await listTold(world)).toEqual(["Both.Roles@ten-a.example", vendorLead].toSorted());
  });

  it("is told nobody of another tenant, though its vendor is the same", async () => {
    const world = await openWorld();
    for (const id of [tenantId, "ten_b"]) await seedTenant(world, id);
    await sign(world);
    expect(await listTold(world)).toEqual([addressOf("finance", tenantId), vendorLead, "webhook"].toSorted());
    expect((await world.platform.tenant("ten_b").listOutbox({ limit: 10 })).items).toEqual([]);
  });
});
