import { createHash } from "node:crypto";
import { DomainError } from "@luyue/core/error";
import * as z from "zod";

/** The lines of an export: what it is, each item of the table, each file, and what all of that was. */
export const format = "luyue-tenant";
export const formatVersion = 1;

const attributeSchema = z.union([z.strictObject({ S: z.string() }), z.strictObject({ N: z.string() })]);

const lineSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("header"),
    format: z.literal(format),
    version: z.literal(formatVersion),
    tenantId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
    name: z.string(),
    exportedAt: z.string(),
  }),
  z.strictObject({ kind: z.literal("item"), item: z.record(z.string(), attributeSchema) }),
  z.strictObject({ kind: z.literal("file"), hash: z.string(), contentType: z.string(), base64: z.string() }),
  z.strictObject({
    kind: z.literal("end"),
    items: z.int(),
    files: z.int(),
    sha256: z.string(),
  }),
]);
export type TransferLine = z.infer<typeof lineSchema>;
export type TransferItem = Extract<TransferLine, { kind: "item" }>["item"];

/** A running digest over the lines, one after another. */
export function createDigest() {
  const hash = createHash("sha256");
  return {
    add: (line: string) => {
      hash.update(line);
      hash.update("\n");
    },
    end: () => hash.digest("hex"),
  };
}

/** A line of an export. Throws `invalid` where it is none. */
export function readLine(text: string, number: number): TransferLine {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch {
    throw damaged(`第 ${number} 行无法识别`, `line ${number} is no line of an export`);
  }
}

export function damaged(zh: string, en: string): DomainError {
  return new DomainError("invalid", {
    zh: `导出文件不完整或被改动：${zh}`,
    en: `the export is damaged or was changed: ${en}`,
  });
}
