export { keepRecent } from "./keep-recent.ts";
export { type ClientOptions, openClients } from "./open-clients.ts";
export { type Data, openData } from "./open-data.ts";
