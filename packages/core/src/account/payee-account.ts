import * as z from "zod";
import type { CivilDate } from "../civil-date/index.ts";
import type { Act } from "../party/index.ts";

/** The vendor's bank account 收款账户. */
export const bankAccountSchema = z.strictObject({
  holder: z.string().trim().min(1).max(200),
  bank: z.string().trim().min(1).max(200),
  number: z.string().regex(/^\d{6,34}$/, {
    error: "账号须为6至34位数字 / an account number has 6 to 34 digits",
  }),
});

/** The account to which a contract's payments go, since the written notice of a day. */
export interface PayeeAccount extends z.infer<typeof bankAccountSchema> {
  readonly noticedOn: CivilDate;
  readonly changed: Act;
}

/** An account number as records, logs and most people see it: its last four digits. */
export function maskAccount(number: string): string {
  return `****${number.slice(-4)}`;
}
