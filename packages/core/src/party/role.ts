import * as z from "zod";
import type { Text } from "../text/index.ts";

/** What a member of an agency may be: an auditor reads everything and changes nothing. */
export const roleSchema = z.enum(["administrator", "contractManager", "finance", "acceptor", "auditor"]);
export type Role = z.infer<typeof roleSchema>;

export const roleNames: Readonly<Record<Role, Text>> = {
  administrator: { zh: "管理员", en: "administrator" },
  contractManager: { zh: "合同经办人", en: "contract manager" },
  finance: { zh: "财务人员", en: "finance officer" },
  acceptor: { zh: "验收人员", en: "acceptor" },
  auditor: { zh: "审计人员", en: "auditor" },
};
