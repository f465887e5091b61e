export { createRuntime, type RuntimeOptions } from "./create-runtime.ts";
