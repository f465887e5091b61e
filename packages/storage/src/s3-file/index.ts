export { createS3FileStore, type S3FileOptions } from "./create-s3-file-store.ts";
