import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { DomainError, listFaults } from "@luyue/core/error";
import type * as z from "zod";

const largestFile = 5_000_000;

/** Reads a JSON file by a schema. Throws `invalid` with the file, the path inside it and the reason. */
export async function readJson<S extends z.ZodType>(file: string, schema: S): Promise<z.output<S>> {
  return parseJson(file, parse(file, await read(file)), schema);
}

/** What a file held, by a schema. Throws `invalid` as `readJson` does. */
export function parseJson<S extends z.ZodType>(file: string, input: unknown, schema: S): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new DomainError(
    "invalid",
    { zh: `文件 ${file} 有误`, en: `${file} is not valid` },
    listFaults(parsed.error, input),
  );
}

async function read(file: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(resolve(file));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new DomainError("invalid", {
      zh: `无法读取文件 ${file}：${cause}`,
      en: `cannot read ${file}: ${cause}`,
    });
  }
  if (bytes.length > largestFile) {
    throw new DomainError("invalid", { zh: `文件 ${file} 超过 5 MB`, en: `${file} is larger than 5 MB` });
  }
  return bytes.toString("utf8").replace(/^\uFEFF/u, "");
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new DomainError("invalid", {
      zh: `文件 ${file} 不是有效的 JSON：${cause}`,
      en: `${file} is not JSON: ${cause}`,
    });
  }
}
