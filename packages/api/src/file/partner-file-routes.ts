import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { demandVendorFile, demandVendorUpload } from "@luyue/usecases/file";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { partnerFilesPath } from "../app/guard-body.ts";
import { partnerContractParams } from "../contract/index.ts";
import { secured } from "../document/describe.ts";
import { download, hashSchema, keepFile, sendFile, uploadAnswer, uploadBody } from "./file-body.ts";

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
  summary: "A file that is linked in what the vendor sees of the contract, to be saved and not shown",
  request: { params: params.extend({ hash: hashSchema }) },
  responses: { 200: download },
});

/** Files of one contract, for its vendor's people: what is not linked there is not found, whoever put it in. */
export function partnerFileRoutes({ platform, files }: RouteDependencies) {
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
      return sendFile(c, files, agencyId, hash);
    });
}
