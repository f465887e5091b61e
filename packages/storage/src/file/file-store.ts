import type { ContentType } from "./content-type.ts";

/** A file as it was put, found by the hash of its content. */
export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly contentType: ContentType;
}

/** How one file may be put where it waits to be looked at: a form with these fields, and the file as its last one. */
export interface Upload {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What is going to be uploaded: its name in the staging place, its type, and at most how many bytes. */
export interface UploadOptions {
  readonly id: string;
  readonly contentType: ContentType;
  readonly bytes: number;
}

/** The largest file that is kept. */
export const mostFileBytes = 20 * 1024 * 1024;

/** For so long a form holds. */
export const uploadMinutes = 10;

/** Files of tenants by content hash: `sha256-` and 64 lower-case hexadecimal digits. */
export interface FileStore {
  /** Stores a file durably and gives its hash; the same content again changes nothing: its first content type stays. */
  readonly put: (
    tenantId: string,
    bytes: Uint8Array,
    contentType: ContentType,
  ) => Promise<{ readonly hash: string }>;
  /** The file, or undefined where this tenant has none of that hash. Throws Error where the content was damaged. */
  readonly get: (tenantId: string, hash: string) => Promise<StoredFile | undefined>;
  /**
   * An address on another origin than the product's own, under which whoever has it can save the file for a minute by that
   * name; undefined where this tenant has none of that hash.
   */
  readonly linkTo: (tenantId: string, hash: string, name: string) => Promise<string | undefined>;
  /**
   * A form of ten minutes by which whoever has it can stage one file of that type and size, on another origin. A folder takes one
   * once; a bucket has no such form: until it is over, a later file takes the place of the one before.
   */
  readonly openUpload: (tenantId: string, upload: UploadOptions) => Promise<Upload>;
  /** What was staged under an id of this tenant's, unlooked at; undefined where there is nothing. It ends after a day. */
  readonly getStaged: (tenantId: string, id: string) => Promise<Uint8Array | undefined>;
}
