import { createHash } from "node:crypto";
import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { createS3FileStore } from "./create-s3-file-store.ts";

const credentials = { accessKeyId: "AKIA", secretAccessKey: "secret" };
const client = new S3Client({ region: "cn-north-1", credentials });
const sent = mockClient(client);
const asked: string[] = [];
const store = createS3FileStore({
  bucket: "files",
  clientOf: (tenantId) => {
    asked.push(tenantId);
    return client;
  },
});
const bytes = Buffer.from("%PDF-1.7");
const hash = `sha256-${createHash("sha256").update(bytes).digest("hex")}`;
const refusal = (name: string, httpStatusCode: number) =>
  new S3ServiceException({ name, $fault: "client", $metadata: { httpStatusCode } });
const body = (content: Uint8Array) => ({ transformToByteArray: async () => content }) as never;

beforeEach(() => {
  sent.reset();
  asked.length = 0;
});

describe("files in a bucket", () => {
  it("are put once: their first type stays", async () => {
    sent.on(PutObjectCommand).resolvesOnce({}).rejectsOnce(refusal("PreconditionFailed", 412));
    expect(await store.put("ten_a", bytes, "application/pdf")).toEqual({ hash });
    expect(await store.put("ten_a", bytes, "text/plain")).toEqual({ hash });
    expect(sent.commandCalls(PutObjectCommand)[0]?.args[0].input).toMatchObject({
      Bucket: "files",
      Key: `files/ten_a/${hash}`,
      ContentType: "application/pdf",
      IfNoneMatch: "*",
    });
    sent.on(PutObjectCommand).rejects(refusal("SlowDown", 503));
    await expect(store.put("ten_a", bytes, "application/pdf")).rejects.toThrow();
  });

  it("are read whole or not at all, each tenant's by its own client", async () => {
    const got = (content: Uint8Array) => ({ Body: body(content), ContentType: "application/pdf" });
    sent.on(GetObjectCommand).resolves(got(bytes));
    expect(await store.get("ten_a", hash)).toEqual({ bytes, contentType: "application/pdf" });
    expect(asked).toEqual(["ten_a"]);
    sent.on(GetObjectCommand).resolves(got(Buffer.from("other")));
    await expect(store.get("ten_a", hash)).rejects.toThrow("damaged");
    for (const [name, status] of [
      ["AccessDenied", 403],
      ["NoSuchKey", 404],
    ] as const) {
      sent.on(GetObjectCommand).rejects(refusal(name, status));
      expect(await store.get("ten_a", hash)).toBeUndefined();
    }
    for (const [name, status] of [
      ["InternalError", 500],
      ["InvalidAccessKeyId", 403],
    ] as const) {
      sent.on(GetObjectCommand).rejects(refusal(name, status));
      await expect(store.get("ten_a", hash)).rejects.toThrow();
    }
    expect(await store.get("ten_a", "../ten_b/x")).toBeUndefined();
    await expect(store.get("../ten_b", hash)).rejects.toThrow("not the id of a tenant");
  });

  it("are led to for a minute, to be saved under their name", async () => {
    sent.on(HeadObjectCommand).resolves({ ContentType: "application/pdf" });
    const url = new URL((await store.linkTo("ten_a", hash, "验收 报告.pdf")) ?? "");
    expect(url.pathname).toBe(`/files/ten_a/${hash}`);
    expect(url.searchParams.get("X-Amz-Expires")).toBe("60");
    expect(url.searchParams.get("response-content-disposition")).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent("验收 报告.pdf")}`,
    );
    sent.on(HeadObjectCommand).rejects(refusal("Unknown", 403));
    expect(await store.linkTo("ten_a", hash, "a.pdf")).toBeUndefined();
  });

  it("are staged by a form for that key, type and size alone, for ten minutes", async () => {
    const upload = { id: "upl_0mwz2lq1n714522e", contentType: "application/pdf", bytes: 100 } as const;
    const { url, fields } = await store.openUpload("ten_a", upload);
    expect(url).toContain("files");
    const policy = JSON.parse(Buffer.from(fields["Policy"] ?? "", "base64").toString()) as {
      expiration: string;
      conditions: unknown[];
    };
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        ["content-length-range", 1, 100],
        ["eq", "$Content-Type", "application/pdf"],
        { bucket: "files" },
        { key: `staged/ten_a/${upload.id}` },
      ]),
    );
    expect(Date.parse(policy.expiration) - Date.now()).toBeLessThanOrEqual(600_000);
    expect(() => store.openUpload("ten_a", { ...upload, id: "../../files/x" })).toThrow();
    sent.on(GetObjectCommand).resolves({ Body: body(bytes), ContentType: "application/pdf" });
    expect(await store.getStaged("ten_a", upload.id)).toEqual(bytes);
    expect(await store.getStaged("ten_a", "../x")).toBeUndefined();
  });
});
