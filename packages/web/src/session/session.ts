import { queryOptions, useQuery } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, read } from "../client/api.ts";
import { Refusal } from "../client/refusal.ts";

export type Session = InferResponseType<(typeof api)["v1"]["session"]["$get"], 200>;
export type Permission = Session["permissions"][number];

const visited = "luyue-visited";

/** Whether somebody has been signed in with this browser and not been sent away: else there is no need to ask. */
export const hasVisited = () => localStorage.getItem(visited) !== null;

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async (): Promise<Session | null> => {
    try {
      const session = await read(api.v1.session.$get());
      localStorage.setItem(visited, "yes");
      return session;
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 401) throw error;
      localStorage.removeItem(visited);
      return null;
    }
  },
  staleTime: 60_000,
});

/** Who is signed in, on pages that nobody else sees. */
export function useSession(): Session & { readonly side: "agency" | "partner" } {
  const { data } = useQuery(sessionQuery);
  const session = data ?? nobody;
  return { ...session, side: session.kind === "partner" ? "partner" : "agency" };
}

/** Until the way to the sign-in page has been taken. */
const nobody: Session = {
  kind: "system",
  id: "",
  name: "",
  agencyId: null,
  vendorId: null,
  roles: [],
  endsAt: null,
  organisation: "",
  permissions: [],
  today: "2000-01-01",
  seats: [],
};

export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}
