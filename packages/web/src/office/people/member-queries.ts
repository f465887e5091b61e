import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, read } from "../../client/api.ts";

export type Member = InferResponseType<(typeof api)["v1"]["members"]["$get"], 200>["items"][number];

/** The people of the agency. */
export const membersQuery = queryOptions({
  queryKey: ["members"],
  queryFn: () => read(api.v1.members.$get()),
});
