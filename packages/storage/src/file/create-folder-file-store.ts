import { randomUUID } from "node:crypto";
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { FileLinks, LinkedFiles } from "./create-file-links.ts";
import { isContentType } from "./content-type.ts";
import { demandUpload, hashOf, hashShape, tenantShape, uploadShape } from "./file-names.ts";
import type { FileStore, StoredFile } from "./file-store.ts";

/** What waits to be looked at stands apart from what is kept. */
const stagedFolder = ".staged";

/**
 * Files in a folder, one sub-folder a tenant, each file under the hash of its content beside a line with its content
 * type. A file is written whole to a temporary name, flushed, then given its own: a reader never finds half of one.
 */
export function createFolderFileStore(
  dir: string,
  links: Pick<FileLinks, "linkTo" | "uploadTo">,
): FileStore & LinkedFiles {
  const folderOf = (tenantId: string): string => {
    if (!tenantShape.test(tenantId)) throw new Error("not the id of a tenant");
    return join(dir, tenantId);
  };
  return {
    put: async (tenantId, bytes, contentType) => {
      const folder = folderOf(tenantId);
      const hash = hashOf(bytes);
      await mkdir(folder, { recursive: true });
      await writeWhole(folder, hash, bytes, rename);
      // The first type stays: else whoever has the same bytes could change how a file of somebody else is read.
      await writeWhole(folder, `${hash}.type`, Buffer.from(contentType), linkUnlessThere);
      await flushFolder(folder);
      return { hash };
    },
    get: async (tenantId, hash) => {
      const folder = folderOf(tenantId);
      return hashShape.test(hash) ? readStored(folder, hash) : undefined;
    },
    linkTo: async (tenantId, hash, name) => {
      const type = hashShape.test(hash) && (await readIfThere(join(folderOf(tenantId), `${hash}.type`)));
      return type instanceof Buffer ? links.linkTo(tenantId, hash, name) : undefined;
    },
    openUpload: async (tenantId, upload) => {
      demandUpload(upload.id);
      return links.uploadTo(tenantId, upload);
    },
    stage: async (tenantId, id, bytes) => {
      demandUpload(id);
      const folder = join(folderOf(tenantId), stagedFolder);
      await mkdir(folder, { recursive: true });
      let isNew = true;
      await writeWhole(folder, id, bytes, async (temporary, path) => {
        isNew = await linkIfFree(temporary, path);
      });
      return isNew;
    },
    getStaged: async (tenantId, id) => {
      return uploadShape.test(id) ? readIfThere(join(folderOf(tenantId), stagedFolder, id)) : undefined;
    },
  };
}

const dayMs = 86_400_000;

/** Takes away what was staged more than a day ago, of all tenants; gives how many there were. */
export async function dropOldUploads(dir: string, now: number): Promise<number> {
  let dropped = 0;
  for (const tenant of await listNames(dir)) {
    const folder = join(dir, tenant, stagedFolder);
    for (const name of await listNames(folder)) {
      const { mtimeMs } = await stat(join(folder, name));
      if (now - mtimeMs < dayMs) continue;
      await rm(join(folder, name), { force: true });
      dropped += 1;
    }
  }
  return dropped;
}

async function listNames(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, "ENOENT") || hasCode(error, "ENOTDIR")) return [];
    throw error;
  }
}

type GiveName = (temporary: string, path: string) => Promise<void>;

async function writeWhole(folder: string, name: string, bytes: Uint8Array, give: GiveName): Promise<void> {
  const temporary = join(folder, `.${randomUUID()}`);
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await give(temporary, join(folder, name));
  } finally {
    await rm(temporary, { force: true });
  }
}

async function linkUnlessThere(temporary: string, path: string): Promise<void> {
  await linkIfFree(temporary, path);
}

/** Gives a name that nothing has yet; false where something has it. */
async function linkIfFree(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

/** So that the new names survive a power cut; not every system opens folders. */
async function flushFolder(folder: string): Promise<void> {
  const opened = await open(folder, "r").catch(() => undefined);
  try {
    await opened?.sync();
  } catch (error) {
    if (process.platform !== "win32") throw error;
  } finally {
    await opened?.close();
  }
}

/** The type is written last: without it the file was never wholly put. */
async function readStored(folder: string, hash: string): Promise<StoredFile | undefined> {
  const type = await readIfThere(join(folder, `${hash}.type`));
  const bytes = await readIfThere(join(folder, hash));
  if (type === undefined || bytes === undefined) return undefined;
  const contentType = type.toString("utf8");
  if (hashOf(bytes) !== hash || !isContentType(contentType)) throw new Error(`the file ${hash} is damaged`);
  return { bytes, contentType };
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
