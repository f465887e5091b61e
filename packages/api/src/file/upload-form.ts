import { addMinutes } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import { type ContentType, contentTypes, mostFileBytes, uploadMinutes } from "@luyue/storage/file";
import type { TenantStore } from "@luyue/usecases/runtime";
import type { Context } from "hono";
import * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { jsonAnswer } from "../document/describe.ts";
import { keepBytes } from "./file-body.ts";

export const uploadInput = z.strictObject({
  contentType: z.enum(contentTypes),
  bytes: z.int().min(1).max(mostFileBytes).meta({ description: "how large the file is at most" }),
});
export const uploadAnswer = jsonAnswer(
  "A form for one file on another origin, for ten minutes: its fields first, the file as `file` after them",
  z.object({
    id: z.string(),
    url: z.string(),
    fields: z.record(z.string(), z.string()),
    expiresAt: z.string(),
  }),
);
export const takenInput = z.strictObject({ id: z.string().min(1).max(1000) });

/** Whose upload it is: the agency's own, or that of a vendor's people with one contract. */
export interface Uploader {
  readonly tenantId: string;
  readonly vendorId?: string;
  readonly contractId?: string;
}

const namedSchema = z.tuple([z.string(), z.enum(contentTypes)]);
const purposeOf = ({ tenantId, vendorId = "agency", contractId = "" }: Uploader): string =>
  ["upload", tenantId, vendorId, contractId].join(" ");

/** Opens a form; the id says to whom it was given, sealed, so that nobody else can take what is put in by it. */
export async function openUpload(
  { files, runtime }: Pick<RouteDependencies, "files" | "runtime">,
  uploader: Uploader,
  input: z.infer<typeof uploadInput>,
) {
  const name = runtime.newId("upl");
  const { url, fields } = await files.openUpload(uploader.tenantId, { id: name, ...input });
  const id = runtime.seal(JSON.stringify([name, input.contentType]), purposeOf(uploader));
  return { id, url, fields: { ...fields }, expiresAt: addMinutes(runtime.now(), uploadMinutes) };
}

/**
 * Looks at what was put in by a form, and keeps it as a file. Asked once more, it answers the same. Throws `notFound` for an id of
 * somebody else, or where nothing has come, `invalid` where it is not what was said.
 */
export async function takeUpload(
  c: Context<ApiEnvironment>,
  { files, runtime }: Pick<RouteDependencies, "files" | "runtime">,
  uploader: Uploader,
  { id, store }: { readonly id: string; readonly store: TenantStore },
) {
  const [name, contentType] = readId(id, purposeOf(uploader), runtime);
  const bytes = await files.getStaged(uploader.tenantId, name);
  if (bytes === undefined) throw noUpload();
  return keepBytes(c, files, store, { bytes, contentType });
}

function readId(
  id: string,
  purpose: string,
  { unseal }: Pick<RouteDependencies["runtime"], "unseal">,
): readonly [string, ContentType] {
  try {
    return namedSchema.parse(JSON.parse(unseal(id, purpose)));
  } catch {
    // Sealed for somebody else, or not by us at all: either way there is nothing of theirs.
    throw noUpload();
  }
}

function noUpload(): DomainError {
  return new DomainError("notFound", {
    zh: "找不到该上传，或文件尚未传到",
    en: "no such upload, or the file has not come yet",
  });
}
