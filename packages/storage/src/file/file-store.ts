import type { ContentType } from "./content-type.ts";

/** A file as it was put, found by the hash of its content. */
export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly contentType: ContentType;
}

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
}
