import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { demandVendorFile, demandVendorUpload } from "@luyue/usecases/file";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { partnerFilesPath } from "../app/guard-body.ts";
import { partnerContractParams } from "../contract/index.ts";
import { secured } from "../document/describe.ts";
import {
  download,
  downloadQuery,
  hashSchema,
  keepFile,
  leadToFile,
  uploadAnswer,
  uploadBody,
} from "./file-body.ts";

const about = { tags: ["partner"] };
const params = partnerContractParams;

const put = createRoute({
  ...about,
  ...secured("work:submit"),
  method: "post",
  path: partnerFilesPath,
  operationId: "putPartnerFile",
  summary: "Stores a file with the agency, at most 20 MiB; what is handed in names it by its hash",
  request: { params, body: uploadBody },
  responses: { 201: uploadAnswer },
});

const get = createRoute({
  ...about,
  ...secured("partner:read"),
  method: "get",
  path: `${partnerFilesPath}/{hash}`,
  operationId: "readPartnerFile",
  summary:
    "Leads to a file that is linked in what the vendor sees of the contract; the download is on the record",
  request: { params: params.extend({ hash: hashSchema }), query: downloadQuery },
  responses: { 303: download },
});

/** Files of one contract, for its vendor's people: what is not linked there is not found, whoever put it in. */
export function partnerFileRoutes(deps: RouteDependencies) {
  const { platform, files } = deps;
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(put, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const store = platform.tenant(agencyId);
      await demandVendorUpload(store, c.get("actor"), contractId);
      return c.json(await keepFile(c, files, store), 201);
    })
    .openapi(get, async (c) => {
      const { agencyId, contractId, hash } = c.req.valid("param");
      await demandVendorFile(platform.tenant(agencyId), c.get("actor"), contractId, hash);
      const file = { tenantId: agencyId, hash, ...c.req.valid("query") };
      return leadToFile(c, deps, file, contractId);
    });
}
