import { infiniteQueryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, read } from "../client/api.ts";
import type { Tone } from "../ui/tag.tsx";

export type Obligation = InferResponseType<(typeof api)["v1"]["obligations"]["$get"], 200>["items"][number];
export type ObligationFilter = Parameters<(typeof api)["v1"]["obligations"]["$get"]>[0]["query"];

/** How good or bad it is that an obligation stands there. */
export const stateTones: Readonly<Record<Obligation["state"], Tone>> = {
  waiting: "warn",
  upcoming: "plain",
  open: "info",
  ongoing: "info",
  overdue: "bad",
  held: "warn",
  fulfilled: "good",
  ended: "plain",
};

const perPage = "50";

/** A due list of an agency, or of a vendor over all agencies, page by page. */
export function obligationList(side: "agency" | "partner", filter: ObligationFilter) {
  const list = side === "agency" ? api.v1.obligations : api.v1.partner.obligations;
  return infiniteQueryOptions({
    queryKey: ["obligations", side, filter],
    queryFn: ({ pageParam }) =>
      read(
        list.$get({
          query: { ...filter, limit: perPage, ...(pageParam === "" ? {} : { cursor: pageParam }) },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ cursor }) => cursor,
    select: ({ pages }) => ({
      items: pages.flatMap(({ items }) => items),
      more: pages.at(-1)?.cursor !== null,
    }),
  });
}
