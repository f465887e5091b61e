export { checkFileContent, type FileContentCheck } from "./check-file-content.ts";
export { type ContentType, contentTypes } from "./content-type.ts";
export { createFileLinks, type FileLinks } from "./create-file-links.ts";
export { createFolderFileStore } from "./create-folder-file-store.ts";
export { listZipEntries, type ZipEntry } from "./list-zip-entries.ts";
export type { FileStore, StoredFile } from "./file-store.ts";
