export { addressOfEvent, cameByEdge } from "./pass-edge.ts";
