import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import type { TenantStore } from "@luyue/usecases/runtime";
import type { Context } from "hono";
import { demandVendorFile, demandVendorUpload } from "@luyue/usecases/file";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { partnerFilesPath } from "../app/guard-body.ts";
import { partnerContractParams } from "../contract/index.ts";
import { jsonBody, secured } from "../document/describe.ts";
import {
  download,
  downloadQuery,
  hashSchema,
  keepFile,
  leadToFile,
  keptAnswer,
  uploadBody,
} from "./file-body.ts";
import {
  openUpload,
  takenInput,
  takeUpload,
  uploadAnswer,
  type Uploader,
  uploadInput,
} from "./upload-form.ts";

const about = { tags: ["partner"] };
const params = partnerContractParams;
const uploadsPath = "/v1/partner/agencies/{agencyId}/contracts/{contractId}/uploads";

const put = createRoute({
  ...about,
  ...secured("work:submit"),
  method: "post",
  path: partnerFilesPath,
  operationId: "putPartnerFile",
  summary: "Stores a file with the agency, at most 20 MiB; what is handed in names it by its hash",
  request: { params, body: uploadBody },
  responses: { 201: keptAnswer },
});

const open = createRoute({
  ...about,
  ...secured("work:submit"),
  method: "post",
  path: uploadsPath,
  operationId: "openPartnerUpload",
  summary: "Opens a form by which a page puts a file in without passing it through the API",
  request: { params, body: jsonBody(uploadInput) },
  responses: { 201: uploadAnswer },
});

const take = createRoute({
  ...about,
  ...secured("work:submit"),
  method: "post",
  path: `${uploadsPath}/taken`,
  operationId: "takePartnerUpload",
  summary: "Looks at what was put in by a form and keeps it as a file; asked once more, it answers the same",
  request: { params, body: jsonBody(takenInput) },
  responses: { 201: keptAnswer },
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
    .openapi(open, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const uploader = await uploaderOf(c, platform.tenant(agencyId), contractId);
      return c.json(await openUpload(deps, uploader, c.req.valid("json")), 201);
    })
    .openapi(take, async (c) => {
      const { agencyId, contractId } = c.req.valid("param");
      const store = platform.tenant(agencyId);
      const uploader = await uploaderOf(c, store, contractId);
      return c.json(await takeUpload(c, deps, uploader, { ...c.req.valid("json"), store }), 201);
    })
    .openapi(get, async (c) => {
      const { agencyId, contractId, hash } = c.req.valid("param");
      await demandVendorFile(platform.tenant(agencyId), c.get("actor"), contractId, hash);
      const file = { tenantId: agencyId, hash, ...c.req.valid("query") };
      return leadToFile(c, deps, file, contractId);
    });
}

/** A vendor's person with one of that vendor's contracts. Throws `notFound`, or what the upload is refused for. */
async function uploaderOf(
  c: Context<ApiEnvironment>,
  store: TenantStore,
  contractId: string,
): Promise<Uploader> {
  const actor = c.get("actor");
  await demandVendorUpload(store, actor, contractId);
  const vendorId = actor.kind === "partner" ? actor.vendorId : "";
  return { tenantId: store.tenantId, vendorId, contractId };
}
