export { claimFolder } from "./claim-folder.ts";
export { type Engine, type EngineOptions, startEngine } from "./start-engine.ts";
