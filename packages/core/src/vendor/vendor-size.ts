import * as z from "zod";

/** Size of an enterprise 企业规模 as it was when the contract was made (保障中小企业款项支付条例 3): all but large are protected. */
export const vendorSizeSchema = z.enum(["large", "medium", "small", "micro"]);
export type VendorSize = z.infer<typeof vendorSizeSchema>;
