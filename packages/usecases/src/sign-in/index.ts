export { actorOfSeat, listOpenSeats } from "./actor-of-seat.ts";
export { askForLink, askForLinkInput } from "./ask-for-link.ts";
export { type Claims, enterByIssuer, recallIssuer } from "./enter-by-issuer.ts";
export { enterCode, type SignedIn } from "./enter-code.ts";
export { forgetFactor } from "./forget-factor.ts";
export { type ErasureRequest, forgetMember, forgetPartner } from "./forget-before-erasure.ts";
export { issueTicket } from "./issue-ticket.ts";
export { type CodeStep, openLink } from "./open-link.ts";
export { openSession, type OpenedSession } from "./open-session.ts";
export { changeSeat, endSession, endSessions, listSessions } from "./own-sessions.ts";
export { type PersonalData, readPerson } from "./read-person.ts";
export { readSession } from "./read-session.ts";
export { platformTenant } from "./record-store-of.ts";
export { resetFactor } from "./reset-factor.ts";
export type {
  Caller,
  LinkRequest,
  SecondFactor,
  SignInDependencies,
} from "./sign-in-dependencies.ts";
