export { type ApiDependencies, type AppType, createApi } from "./create-api.ts";
export type { ApiEnvironment, Log, LogEntry } from "./environment.ts";
