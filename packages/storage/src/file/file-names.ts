import { createHash } from "node:crypto";

/** A tenant's part of a file's place. */
export const tenantShape = /^[A-Za-z0-9_-]{1,64}$/;
/** What a file is kept under. */
export const hashShape = /^sha256-[0-9a-f]{64}$/;
/** What an upload is staged under. */
export const uploadShape = /^upl_[0-9a-z]{8,60}$/;

export function hashOf(bytes: Uint8Array): string {
  return `sha256-${createHash("sha256").update(bytes).digest("hex")}`;
}

/** Throws Error for what no upload is called. */
export function demandUpload(id: string): void {
  if (!uploadShape.test(id)) throw new Error("not the id of an upload");
}
