export { enrolPartner } from "./enrol-partner.ts";
