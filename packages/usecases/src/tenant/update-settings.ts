import { closingDaySchema, keyPeriodListSchema } from "@luyue/core/calendar";
import { civilDateOf } from "@luyue/core/civil-date";
import { languageSchema } from "@luyue/core/text";
import * as z from "zod";
import { refreshAllContracts } from "../contract/refresh-contract.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { demandOwnKeys } from "./demand-own-keys.ts";

/** Changes a tenant's settings; new closing days move the open dates of its contracts, new key periods bring duty. */
export const updateSettings = defineCommand({
  name: "tenant.update",
  input: z.strictObject({
    name: z.string().trim().min(1).max(200).optional(),
    language: languageSchema.optional(),
    closingDays: z.array(closingDaySchema).max(200).optional(),
    keyPeriods: keyPeriodListSchema.optional(),
  }),
  permission: "tenant:manage",
  async decide({ tenant, runtime }, input) {
    demandOwnKeys(tenant.keyPeriods, input.keyPeriods ?? [], civilDateOf(runtime.now()));
    const after = {
      ...tenant,
      name: input.name ?? tenant.name,
      language: input.language ?? tenant.language,
      closingDays: input.closingDays ?? tenant.closingDays,
      keyPeriods: input.keyPeriods ?? tenant.keyPeriods,
    };
    const shown = (of: typeof tenant) => ({
      name: of.name,
      language: of.language,
      closingDays: of.closingDays,
      keyPeriods: of.keyPeriods,
    });
    return {
      aggregate: { kind: "tenant", before: tenant, after },
      changes: [],
      answer: shown(after),
      subject: tenant.id,
      recordBefore: shown(tenant),
      recordAfter: shown(after),
    };
  },
  async afterCommit({ store, runtime }) {
    await refreshAllContracts(store, runtime);
  },
});
