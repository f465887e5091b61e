export { enrolVendor, vendorIdOf } from "./enrol-vendor.ts";
