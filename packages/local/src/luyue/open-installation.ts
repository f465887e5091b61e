import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { fromEpochMs } from "@luyue/core/civil-date";
import { createFolderFileStore, type FileStore } from "@luyue/storage/file";
import { createDynamoClient, createTable } from "@luyue/storage/table";
import type { PlatformOptions } from "@luyue/storage/platform";
import { createVault, type Vault } from "@luyue/storage/vault";
import { startEngine } from "../engine/index.ts";
import { openVault, tableName } from "../stack/index.ts";
import { UsageError } from "./usage-error.ts";

/** What a command works on when no stack runs: a data folder, or a deployment. */
export interface Installation {
  readonly table: Extract<PlatformOptions, { client: unknown }>;
  readonly files: FileStore;
  readonly vault: Vault;
  readonly close: () => Promise<void>;
}

interface Place {
  readonly data?: string | undefined;
  readonly table?: string | undefined;
  readonly region?: string | undefined;
  readonly bucket?: string | undefined;
}

const now = () => fromEpochMs(Date.now());

/** A deployment where a table is named, with whatever credentials AWS's own tools would use; else a data folder. */
export async function openInstallation({ data, table, region, bucket }: Place): Promise<Installation> {
  if (table === undefined) return openFolder(resolve(data ?? ".data"));
  if (region === undefined) throw new UsageError("请给出 --region / give --region");
  const client = createDynamoClient({ region });
  const keys = process.env["LUYUE_VAULT_KEYS"];
  const vault = createVault(
    keys === undefined ? [randomBytes(32)] : keys.split(",").map((key) => Buffer.from(key, "hex")),
  );
  return {
    table: { client, tableName: table, now },
    files: bucket === undefined ? noFiles() : await openBucket(bucket, region),
    vault,
    close: async () => client.destroy(),
  };
}

async function openFolder(dir: string): Promise<Installation> {
  const engine = await startEngine({ dir: join(dir, "engine") });
  const client = createDynamoClient({ endpoint: engine.endpoint });
  const noLinks = () => {
    throw new Error("nobody is led to a file here");
  };
  try {
    await createTable(client, tableName, { streams: false });
    const vault = await openVault(join(dir, "vault.key"));
    return {
      table: { client, tableName, now },
      files: createFolderFileStore(join(dir, "files"), { linkTo: noLinks, uploadTo: noLinks }),
      vault,
      close: async () => {
        client.destroy();
        await engine.stop();
      },
    };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

async function openBucket(bucket: string, region: string): Promise<FileStore> {
  const { S3Client } = await import("@aws-sdk/client-s3");
  const { createS3FileStore } = await import("@luyue/storage/s3-file");
  const client = new S3Client({ region });
  return createS3FileStore({ bucket, clientOf: () => client });
}

/** A tenant without files needs no bucket; one with files says so as soon as the first is asked for. */
function noFiles(): FileStore {
  const refuse = async (): Promise<never> => {
    throw new UsageError("该单位有文件，请给出 --bucket / this tenant has files: give --bucket");
  };
  return { put: refuse, get: refuse, linkTo: refuse, openUpload: refuse, getStaged: refuse };
}
