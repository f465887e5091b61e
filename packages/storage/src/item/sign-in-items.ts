import { type Seat, type Session, sessionEndsAt, type SignInAccount, type Ticket } from "@luyue/core/sign-in";
import { epochSeconds } from "../table/epoch-seconds.ts";
import { type Item, keyOf } from "../table/item.ts";
import { ttlAttribute } from "../table/table-definition.ts";
import { defineItem } from "./define-item.ts";
import { accountKey, lists, prefixes, sessionKey, ticketKey } from "./keys.ts";
import { isMember } from "./tenant-items.ts";

const accountCodec = defineItem<SignInAccount>("account");
const ticketCodec = defineItem<Ticket>("ticket");
const sessionCodec = defineItem<Session>("session");

export function toAccountItem(account: SignInAccount): Item {
  return accountCodec.write(accountKey(account.address), account, { version: account.version });
}

export function toTicketItem(ticket: Ticket): Item {
  return ticketCodec.write(ticketKey(ticket.hash), ticket, {
    [ttlAttribute]: epochSeconds(ticket.expiresAt),
  });
}

export function toSessionItem(session: Session): Item {
  const { hash, seat, createdAt } = session;
  return sessionCodec.write(sessionKey(hash), session, {
    ownerList: lists.sessions(seat),
    ownerSort: `${createdAt}#${hash}`,
    [ttlAttribute]: epochSeconds(sessionEndsAt(session)),
  });
}

/** Whose seat an item is that stands in the list of a mail address. */
export function readSeat(item: Item): Seat {
  const { pk, sk } = keyOf(item);
  return isMember(item)
    ? { kind: "member", tenantId: pk.slice(2), subject: sk.slice(prefixes.member.length) }
    : { kind: "partner", subject: pk.slice(2) };
}

export const readAccount = accountCodec.read;
export const readTicket = ticketCodec.read;
export const readSession = sessionCodec.read;
