export { type DemoContract, type DemoKey, demoContract, demoContracts } from "./demo-contracts.ts";
