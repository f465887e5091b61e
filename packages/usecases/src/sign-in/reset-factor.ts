import { maskAddress } from "@luyue/core/party";
import { normaliseAddress } from "@luyue/core/sign-in";
import * as z from "zod";
import { defineCommand } from "../runtime/define-command.ts";

/**
 * Forgets the second factor of an address whose person has lost it with all codes: the operator's command, once it knows who
 * asks. The next link sets up another one. Whether the address is anybody's is not said.
 */
export const resetFactor = defineCommand({
  name: "factor.reset",
  input: z.strictObject({ email: z.email().max(254), reason: z.string().trim().min(1).max(500) }),
  permission: "factor:reset",
  async decide({ tenant, runtime }, { email, reason }) {
    const address = normaliseAddress(email);
    const subject = runtime.digest(address).slice(0, 32);
    return {
      aggregate: { kind: "tenant", before: tenant, after: tenant },
      changes: [{ change: "deleteAccount", address }],
      answer: { address: maskAddress(address), subject },
      subject,
      recordAfter: { address: maskAddress(address) },
      reason,
    };
  },
});
