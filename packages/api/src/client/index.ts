export { type ApiClient, createClient } from "./create-client.ts";
