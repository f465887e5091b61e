export { enrolVendor, vendorIdOf } from "./enrol-vendor.ts";
export { type ContractTrack, readVendorRecord, type VendorRecord } from "./read-vendor-record.ts";
