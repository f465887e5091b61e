import { refreshAllContracts } from "../contract/refresh-contract.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { TenantStore } from "../runtime/store.ts";

/** Names the arrangements of holidays that a program goes by. */
export function calendarName({ digest, arrangements }: Pick<Runtime, "digest" | "arrangements">): string {
  return digest(JSON.stringify(arrangements));
}

/**
 * Where arrangements of holidays have been published or corrected since `followed`, the open dates of all contracts follow them,
 * and people are told of those that moved. Gives what names the arrangements that are followed now; stopping anywhere and
 * starting again ends in the same place.
 */
export async function followCalendar(
  store: TenantStore,
  followed: string | undefined,
  runtime: Runtime,
): Promise<string> {
  const now = calendarName(runtime);
  if (now !== followed) await refreshAllContracts(store, runtime);
  return now;
}
