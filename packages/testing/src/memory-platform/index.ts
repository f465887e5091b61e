export { createMemoryPlatform } from "./create-memory-platform.ts";
export { createFixedRuntime, type FixedRuntime } from "./fixed-runtime.ts";
export type { Kinds, KindsOf, MemoryChange } from "./kinds.ts";
export type { MemoryPlatformOptions } from "./options.ts";
