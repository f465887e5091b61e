import type { FileStore } from "@luyue/storage/file";
import * as z from "zod";
import { keepRecent } from "../data/index.ts";
import { readEnvironment } from "../environment/index.ts";
import type { Program } from "./open-program.ts";

/** So many tenants' clients are kept by one function. */
const mostClients = 100;

/** The bucket that the variables name, by each tenant's own credentials. Its client is loaded when it is first asked for. */
export function openFiles({ credentialsOf }: Program): FileStore {
  const { FILES_BUCKET: bucket } = readEnvironment({ FILES_BUCKET: z.string().min(3) });
  let opened: Promise<FileStore> | undefined;
  const open = async (): Promise<FileStore> => {
    const { S3Client } = await import("@aws-sdk/client-s3");
    const { createS3FileStore } = await import("@luyue/storage/s3-file");
    const clientOf = keepRecent(
      mostClients,
      (tenantId) => new S3Client({ maxAttempts: 4, credentials: credentialsOf(tenantId) }),
    );
    return createS3FileStore({ bucket, clientOf });
  };
  const files = () => (opened ??= open());
  return {
    put: async (...args) => (await files()).put(...args),
    get: async (...args) => (await files()).get(...args),
    linkTo: async (...args) => (await files()).linkTo(...args),
    openUpload: async (...args) => (await files()).openUpload(...args),
    getStaged: async (...args) => (await files()).getStaged(...args),
  };
}
