export { createPlatform, type PlatformOptions } from "./create-platform.ts";
export { type TableClients } from "./table-clients.ts";
