export { type DemoReport, reportDemo } from "./report-demo.ts";
export { foundPlatform, type SeededContract, seedDemo } from "./seed-demo.ts";
export { demoPeople, partnerSubject, tenantIdOf } from "./people.ts";
