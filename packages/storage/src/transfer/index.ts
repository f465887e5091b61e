export { exportTenant } from "./export-tenant.ts";
export { importTenant, type Imported } from "./import-tenant.ts";
