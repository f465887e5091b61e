export type { Letter, LetterOf } from "./letter.ts";
export { type Seat, seatKey } from "./seat.ts";
export { isLive, type Session, sessionEndsAt, wantsTouch } from "./session.ts";
export {
  clearFailures,
  countFailure,
  isLocked,
  newAccount,
  normaliseAddress,
  type SignInAccount,
} from "./sign-in-account.ts";
export { type Ticket, ticketMinutes, type TicketOf } from "./ticket.ts";
