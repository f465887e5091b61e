export { type EngineCapabilities, type EngineName, listEngines } from "./engine.ts";
export { type RunningEngine, withEngine } from "./with-engine.ts";
