import type { Stage } from "./stage.ts";

/** Where uploads are put before they are looked at, and where files are kept. */
export const stagedPrefix = "staged/";
export const keptPrefix = "files/";

/** Files of all tenants: private, encrypted, each version kept; what was staged and never taken ends after a day. */
export function createFiles(stage: Stage, origin: $util.Input<string>): sst.aws.Bucket {
  const bucket = new sst.aws.Bucket("Files", {
    versioning: true,
    enforceHttps: true,
    // Pages hand an upload straight to the bucket, by a form that was signed for it.
    cors: { allowOrigins: [origin], allowMethods: ["POST"], allowHeaders: ["content-type"] },
    transform: {
      bucket: (args) => {
        args.forceDestroy = !stage.isProtected;
      },
    },
  });
  new aws.s3.BucketServerSideEncryptionConfiguration("FilesEncryption", {
    bucket: bucket.name,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" }, bucketKeyEnabled: true }],
  });
  new aws.s3.BucketLifecycleConfiguration("FilesLifecycle", {
    bucket: bucket.name,
    rules: [
      {
        id: "staged",
        status: "Enabled",
        filter: { prefix: stagedPrefix },
        expiration: { days: 1 },
        noncurrentVersionExpiration: { noncurrentDays: 1 },
      },
      {
        id: "broken-uploads",
        status: "Enabled",
        filter: { prefix: "" },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
      },
    ],
  });
  return bucket;
}
