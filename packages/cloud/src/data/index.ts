export { type Data, type DataOptions, openData } from "./open-data.ts";
