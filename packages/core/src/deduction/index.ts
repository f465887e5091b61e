export type { Deduction } from "./deduction.ts";
