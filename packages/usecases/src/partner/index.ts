export { demandNewColleague, demandPartner, listColleagues } from "./colleagues.ts";
export { enrolPartner } from "./enrol-partner.ts";
export { erasePartner, noSuchPartner } from "./erase-partner.ts";
export { invitePartner } from "./invite-partner.ts";
