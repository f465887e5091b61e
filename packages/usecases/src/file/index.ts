export { demandVendorFile, demandVendorUpload } from "./demand-vendor-file.ts";
export { demandEvidence, demandFiles } from "./demand-files.ts";
