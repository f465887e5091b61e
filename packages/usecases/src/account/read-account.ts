import type { PayeeAccount } from "@luyue/core/account";
import { readAsParty } from "../contract/read-as-party.ts";
import type { Actor } from "../runtime/actor.ts";
import type { TenantStore } from "../runtime/store.ts";
import { showAccount } from "./change-account.ts";

/** The account of a contract, where one has been entered: its whole number is for the agency's finance officers alone. */
export async function readAccount(
  store: TenantStore,
  actor: Actor,
  contractId: string,
): Promise<Omit<PayeeAccount, "changed"> | undefined> {
  const state = await readAsParty(store, actor, contractId);
  const { account } = state.money;
  if (account === undefined) return undefined;
  const shown = showAccount(account);
  const pays = actor.kind === "member" && actor.roles.includes("finance");
  return pays ? { ...shown, number: account.number } : shown;
}
