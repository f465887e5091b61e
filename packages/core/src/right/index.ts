export type { Right } from "./right.ts";
