import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, read } from "../../client/api.ts";

export type Tenant = InferResponseType<typeof api.v1.tenant.$get, 200>;

/** The agency and its settings. */
export const tenantQuery = queryOptions({
  queryKey: ["tenant"],
  queryFn: () => read(api.v1.tenant.$get()),
});
