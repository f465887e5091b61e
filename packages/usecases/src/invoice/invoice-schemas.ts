import * as z from "zod";
import { contractIdSchema } from "../contract/contract-id.ts";

/** The number of an invoice 发票号码: of a fully digital one (数电票), or of an older one, which is unique only with its code. */
export const invoiceNumberSchema = z.string().regex(/^(?:\d{20}|(?:\d{10}|\d{12})-\d{8})$/, {
  error:
    "发票号码须为20位数字，或“10位或12位发票代码-8位号码” / an invoice number has 20 digits, or reads code-number: a code of 10 or 12 digits and 8 digits",
});

export const invoiceInput = z.strictObject({
  contractId: contractIdSchema,
  invoiceId: z.string().regex(/^inv_[0-9a-z]{10,40}$/),
});

export const invoiceWithReason = invoiceInput.extend({ reason: z.string().trim().min(1).max(1000) });
