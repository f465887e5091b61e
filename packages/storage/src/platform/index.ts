export { createPlatform, type PlatformOptions } from "./create-platform.ts";
