import type { Stack } from "@luyue/local/stack";
import { enrolPartner } from "@luyue/usecases/partner";
import type { Actor } from "@luyue/usecases/runtime";
import { platformTenant } from "@luyue/usecases/sign-in";
import { enrolVendor } from "@luyue/usecases/vendor";
import { member } from "../commands/people.ts";
import { creditCode, run, seedActive, termsOf } from "../commands/seed.ts";

const operator: Actor = { kind: "operator", id: "operator", name: "平台运营" };

/** A vendor with a contract of `ten_a`, and its project lead, who signs in by mail. */
export async function seedVendor(stack: Stack, email: string): Promise<void> {
  const world = {
    platform: stack.platform,
    runtime: { ...stack.runtime, setNow: stack.clock.set },
    dump: async () => "",
    close: async () => undefined,
  };
  const vendor = { creditCode, name: "示例供应商", contacts: [] };
  await run(world, enrolVendor, member("ten_a", "administrator"), "ten_a", vendor);
  await seedActive(world, "ten_a", termsOf("NO 1"), "2026-05-11");
  const lead = { creditCode, name: "项目负责人", email };
  await run(world, enrolPartner, operator, platformTenant, lead);
}
