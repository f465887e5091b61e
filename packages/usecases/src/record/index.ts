export { accessChain, isAccessChain, personOfChain } from "./access-chain.ts";
export { type ExportedLine, type ExportPlace, exportRecord } from "./export-record.ts";
export { type Access, noteAccess } from "./note-access.ts";
export { sealRecord, sealsChain, startSeals } from "./seal-record.ts";
export { type RecordProblem, type RecordVerdict, verifyRecord } from "./verify-record.ts";
