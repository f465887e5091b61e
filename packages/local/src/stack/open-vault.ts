import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { createVault, type Vault } from "@luyue/storage/vault";

const keyBytes = 32;

/** A vault whose key is kept in `file`, readable by its owner alone; without one it ends with the process. */
export async function openVault(file: string | undefined): Promise<Vault> {
  return createVault([file === undefined ? randomBytes(keyBytes) : await readKey(file)]);
}

async function readKey(file: string): Promise<Buffer> {
  try {
    return Buffer.from(await readFile(file, "utf8"), "hex");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  const key = randomBytes(keyBytes);
  await writeFile(file, key.toString("hex"), { mode: 0o600, flag: "wx" });
  return key;
}
