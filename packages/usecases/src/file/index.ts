export { demandEvidence, demandFiles } from "./demand-files.ts";
