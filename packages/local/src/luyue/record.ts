import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { DomainError } from "@luyue/core/error";
import { type ExportedLine, type RecordVerdict, verifyRecord } from "@luyue/usecases/record";
import * as z from "zod";
import { readOptions } from "./read-options.ts";
import { UsageError } from "./usage-error.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * `record verify FILE… [--seal HASH] [--json]`: verifies an exported record from its files alone; 1 where something is wrong.
 * `record export [--url URL]`: writes the whole record of the agency whose token is in LUYUE_TOKEN to stdout.
 */
export async function runRecord(args: readonly string[]): Promise<number> {
  const [what, ...rest] = args;
  if (what === "verify") return verify(rest);
  if (what === "export") return exportAll(rest);
  throw new UsageError("请给出 verify 或 export / say verify or export");
}

async function verify(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, {
    allowPositionals: true,
    options: { seal: { type: "string" }, json: { type: "boolean" } },
  });
  if (positionals.length === 0) throw new UsageError("请给出导出的文件 / give the exported files");
  const lines: ExportedLine[] = [];
  for (const file of positionals) await readLines(file, lines);
  const verdict = verifyRecord(lines, { digest }, values.seal);
  process.stdout.write(
    values.json === true ? `${JSON.stringify(verdict, null, 2)}\n` : printVerdict(verdict),
  );
  return verdict.problems.length > 0 ? 1 : 0;
}

async function exportAll(args: readonly string[]): Promise<number> {
  const { values } = readOptions(args, { options: { url: { type: "string" } } });
  const token = process.env["LUYUE_TOKEN"];
  if (token === undefined || token === "")
    throw new UsageError("请在 LUYUE_TOKEN 中给出令牌 / put the token into LUYUE_TOKEN");
  let next: URL | undefined = new URL("/v1/record/export", values.url ?? "http://127.0.0.1:8080");
  while (next !== undefined) {
    const answer: Response = await fetch(next, { headers: { Authorization: `Bearer ${token}` } });
    const text = await answer.text();
    if (!answer.ok) {
      process.stderr.write(`${answer.status} ${text}\n`);
      return 1;
    }
    process.stdout.write(text);
    const link: string | undefined = /<([^>]+)>; rel="next"/.exec(answer.headers.get("link") ?? "")?.[1];
    next = link === undefined ? undefined : new URL(link, next);
  }
  return 0;
}

/** A line that is no JSON, or none of an export, is wrong input: nothing can be said of the rest. */
async function readLines(file: string, lines: ExportedLine[]): Promise<void> {
  const input = createReadStream(file);
  let number = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (text.trim() !== "") lines.push(parseLine(text, `${file}:${number}`));
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const cause = error instanceof Error ? error.message : String(error);
    throw new UsageError(`无法读取 ${file}：${cause} / cannot read ${file}: ${cause}`);
  }
}

const lineSchema = z.looseObject({
  kind: z.enum(["line", "head"]),
  chain: z.string(),
  sequence: z.int(),
  hash: z.string(),
});

function parseLine(text: string, place: string): ExportedLine {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rest of a line is what its hash covers
    return lineSchema.parse(JSON.parse(text)) as unknown as ExportedLine;
  } catch {
    throw new DomainError("invalid", {
      zh: `${place} 不是导出的操作记录`,
      en: `${place} is no line of an exported record`,
    });
  }
}

function printVerdict({ chains, lines, seal, problems }: RecordVerdict): string {
  const said = problems.map(({ chain, sequence, text }) => {
    const place = sequence === undefined ? chain : `${chain} #${sequence}`;
    return `✘ ${place}：${text.zh} / ${text.en}\n`;
  });
  const sealed =
    seal === undefined
      ? "尚无封存 / nothing has been sealed yet\n"
      : `最后封存 #${seal.sequence} ${seal.hash}\n（请另行留存，下次以 --seal 核对 / keep it elsewhere, and give it as --seal next time）\n`;
  const sum = `${chains} 条链，${lines} 条记录 / ${chains} chains, ${lines} lines\n`;
  const verdict = problems.length === 0 ? "✔ 完整 / whole\n" : "";
  return [...said, sum, sealed, verdict].join("");
}
