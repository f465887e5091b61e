import type { ReminderMessage } from "@luyue/core/reminder";
import type { Tenant } from "../tenant/tenant.ts";
import type { Told } from "./list-recipients.ts";

/** To whom a message speaks: the person, or the agency whose machine or group chat it goes to. */
export function recipientOf(
  to: Told["to"],
  { name, language }: Pick<Tenant, "name" | "language">,
): ReminderMessage["recipient"] {
  if ("endpointId" in to) return { name, email: "", language, side: "buyer" };
  return { name: to.name, email: to.address, language: to.language, side: to.side };
}
