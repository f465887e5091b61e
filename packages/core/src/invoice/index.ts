export type { Invoice } from "./invoice.ts";
