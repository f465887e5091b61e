export { creditCodeCheck, creditCodeSchema } from "./credit-code.ts";
export { type VendorSize, vendorSizeSchema } from "./vendor-size.ts";
