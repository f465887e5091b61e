export { openApi } from "./open-api.ts";
export { openFiles } from "./open-files.ts";
export { openProgram, type Program } from "./open-program.ts";
