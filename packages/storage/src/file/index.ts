export { checkFileContent, type FileContentCheck } from "./check-file-content.ts";
export { type ContentType, contentTypes } from "./content-type.ts";
export { createFileLinks, type FileLinks } from "./create-file-links.ts";
export { createFolderFileStore, dropOldUploads } from "./create-folder-file-store.ts";
export { listZipEntries, type ZipEntry } from "./list-zip-entries.ts";
export {
  type FileStore,
  mostFileBytes,
  type StoredFile,
  type Upload,
  uploadMinutes,
  type UploadOptions,
} from "./file-store.ts";
