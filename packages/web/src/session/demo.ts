import { queryOptions } from "@tanstack/react-query";
import { readRefusal } from "../client/refusal.ts";

export interface DemoSeat {
  readonly key: string;
  readonly side: "agency" | "partner";
  readonly name: string;
  readonly organisation: string;
  readonly role: "administrator" | "contractManager" | "finance" | "acceptor" | "auditor" | null;
}

/** Where the local stack answers for its demo; a deployment has none. */
const address = document.querySelector<HTMLMetaElement>('meta[name="luyue-demo"]')?.content;
export const isDemo = address !== undefined;

export const demoQuery = queryOptions({
  queryKey: ["demo"],
  enabled: isDemo,
  queryFn: async () => {
    const response = await fetch(address ?? "");
    if (!response.ok) throw await readRefusal(response);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the stack that has served this page answers
    return (await response.json()) as { readonly seats: readonly DemoSeat[] };
  },
  staleTime: Number.POSITIVE_INFINITY,
});

async function post(path: string, body: object): Promise<void> {
  const response = await fetch(`${address ?? ""}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await readRefusal(response);
}

export const signInAsDemo = (seat: string) => post("/sign-in", { seat });
export const moveClock = (date: string) => post("/clock", { date });
