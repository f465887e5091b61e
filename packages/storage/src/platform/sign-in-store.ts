import type { SignInStore } from "@luyue/usecases/runtime";
import { accountKey, countKey, lists, sessionKey, ticketKey } from "../item/keys.ts";
import {
  readAccount,
  readSeat,
  readSession,
  readTicket,
  toAccountItem,
  toSessionItem,
  toTicketItem,
} from "../item/sign-in-items.ts";
import { textOf, toAttributes } from "../table/item.ts";
import { queryAll } from "../table/query-page.ts";
import type { Table } from "../table/table.ts";
import { type Expression, isNew, isUnchanged } from "../table/write-action.ts";

const isThere: Expression = { expression: "attribute_exists(pk)" };

/** What is kept of signing in. Tickets, sessions and counts expire. */
export function createSignInStore(table: Table): SignInStore {
  return {
    getAccount: async (address) => {
      const item = await table.get("getAccount", accountKey(address));
      return item === undefined ? undefined : readAccount(item);
    },
    putAccount: (account, seenVersion) => {
      const seen = seenVersion === undefined ? isNew : isUnchanged({ version: seenVersion });
      return table.put("putAccount", toAccountItem(account), seen);
    },
    listSeats: async (address) => {
      const of = { index: "byOwner", partition: lists.seats(address) } as const;
      return (await queryAll(table, "listSeats", of)).map(readSeat);
    },
    putTicket: async (ticket) => {
      await table.put("putTicket", toTicketItem(ticket), isNew);
    },
    getTicket: async (hash) => {
      const item = await table.get("getTicket", ticketKey(hash));
      return item === undefined || textOf(item, "taken") !== undefined ? undefined : readTicket(item);
    },
    takeTicket: (hash) =>
      table.update(
        "takeTicket",
        ticketKey(hash),
        {
          expression: "SET #taken = :taken",
          names: { "#taken": "taken" },
          values: toAttributes({ ":taken": "yes" }),
        },
        { expression: "attribute_exists(pk) AND attribute_not_exists(#taken)" },
      ),
    ...sessionStore(table),
    countUp: (what, until) => table.increment("countUp", countKey(what), until),
  };
}

type SessionStore = Pick<
  SignInStore,
  "createSession" | "getSession" | "touchSession" | "deleteSession" | "listSessions"
>;

function sessionStore(table: Table): SessionStore {
  return {
    createSession: async (session) => {
      await table.put("createSession", toSessionItem(session), isNew);
    },
    getSession: async (hash) => {
      const item = await table.get("getSession", sessionKey(hash));
      return item === undefined ? undefined : readSession(item);
    },
    touchSession: async (session) => {
      await table.put("touchSession", toSessionItem(session), isThere);
    },
    deleteSession: async (hash) => {
      await table.transact("deleteSession", [{ action: "delete", key: sessionKey(hash) }]);
    },
    listSessions: async (seat) => {
      const of = { index: "byOwner", partition: lists.sessions(seat), descending: true } as const;
      return (await queryAll(table, "listSessions", of)).map(readSession);
    },
  };
}
