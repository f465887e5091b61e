import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { type FileStore, type StoredFile, uploadMinutes } from "../file/index.ts";
import { isContentType } from "../file/content-type.ts";
import { demandUpload, hashOf, hashShape, tenantShape, uploadShape } from "../file/file-names.ts";

export interface S3FileOptions {
  readonly bucket: string;
  /** A client with the credentials of one tenant: IAM holds them to that tenant's keys. */
  readonly clientOf: (tenantId: string) => S3Client;
}

const linkSeconds = 60;

/**
 * Files in a bucket: `files/<tenant>/<hash>` what is kept, `staged/<tenant>/<id>` what waits to be looked at, which the bucket
 * itself takes away after a day.
 */
export function createS3FileStore({ bucket: Bucket, clientOf }: S3FileOptions): FileStore {
  const keyOf = (place: "files" | "staged", tenantId: string, name: string): string => {
    if (!tenantShape.test(tenantId)) throw new Error("not the id of a tenant");
    return `${place}/${tenantId}/${name}`;
  };
  const read = async (tenantId: string, Key: string) =>
    unlessMissing(async () => {
      const { Body, ContentType } = await clientOf(tenantId).send(new GetObjectCommand({ Bucket, Key }));
      return { bytes: await Body?.transformToByteArray(), contentType: ContentType ?? "" };
    });
  return {
    put: async (tenantId, bytes, contentType) => {
      const hash = hashOf(bytes);
      const Key = keyOf("files", tenantId, hash);
      // The first type stays: else whoever has the same bytes could change how a file of somebody else is read.
      const input = { Bucket, Key, Body: bytes, ContentType: contentType, IfNoneMatch: "*" };
      await unlessThere(() => clientOf(tenantId).send(new PutObjectCommand(input)));
      return { hash };
    },
    get: async (tenantId, hash) => {
      if (!hashShape.test(hash)) return undefined;
      const found = await read(tenantId, keyOf("files", tenantId, hash));
      return found === undefined ? undefined : demandWhole(hash, found);
    },
    linkTo: async (tenantId, hash, name) => {
      if (!hashShape.test(hash)) return undefined;
      const of = { Bucket, Key: keyOf("files", tenantId, hash) };
      return signLink(clientOf(tenantId), of, name);
    },
    openUpload: (tenantId, { id, contentType, bytes }) => {
      demandUpload(id);
      return createPresignedPost(clientOf(tenantId), {
        Bucket,
        Key: keyOf("staged", tenantId, id),
        Fields: { "Content-Type": contentType },
        Conditions: [
          ["content-length-range", 1, bytes],
          ["eq", "$Content-Type", contentType],
        ],
        Expires: uploadMinutes * 60,
      });
    },
    getStaged: async (tenantId, id) => {
      if (!uploadShape.test(id)) return undefined;
      return (await read(tenantId, keyOf("staged", tenantId, id)))?.bytes;
    },
  };
}

/** An address of a minute for what is there, to be saved under a name. */
async function signLink(
  client: S3Client,
  of: { readonly Bucket: string; readonly Key: string },
  name: string,
): Promise<string | undefined> {
  const head = await unlessMissing(() => client.send(new HeadObjectCommand(of)));
  if (head === undefined) return undefined;
  const command = new GetObjectCommand({
    ...of,
    ResponseContentType: head.ContentType,
    ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    ResponseCacheControl: "no-store",
  });
  return getSignedUrl(client, command, { expiresIn: linkSeconds });
}

function demandWhole(
  hash: string,
  { bytes, contentType }: { readonly bytes: Uint8Array | undefined; readonly contentType: string },
): StoredFile {
  if (bytes === undefined || hashOf(bytes) !== hash || !isContentType(contentType)) {
    throw new Error(`the file ${hash} is damaged`);
  }
  return { bytes, contentType };
}

/** What the client calls a refusal of who may not list a bucket and asks for what is missing; HEAD gives it no word for it. */
const refusedAsMissing: readonly string[] = ["AccessDenied", "Unknown", "Forbidden"];

async function unlessMissing<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof S3ServiceException && isOfMissing(error)) return undefined;
    throw error;
  }
}

/** A signature or credentials that do not hold are refused with 403 as well, by another name. */
function isOfMissing({ name, $metadata: { httpStatusCode } }: S3ServiceException): boolean {
  return httpStatusCode === 404 || (httpStatusCode === 403 && refusedAsMissing.includes(name));
}

async function unlessThere(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof S3ServiceException && error.name === "PreconditionFailed")) throw error;
  }
}
