import type { Text } from "@luyue/core/text";
import { canonicalJson } from "@luyue/core/text";
import * as z from "zod";
import { emptyRecord, type RecordEntry } from "../runtime/record-entry.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { ExportedLine } from "./export-record.ts";
import { type SealedHead, sealsChain } from "./seal-record.ts";

/** What is wrong with a line of a chain, or with the chain itself where no line is named. */
export interface RecordProblem {
  readonly chain: string;
  readonly sequence?: number;
  readonly problem: "changed" | "removed" | "inserted" | "reordered" | "cut" | "vanished" | "sealed";
  readonly text: Text;
}

export interface RecordVerdict {
  readonly chains: number;
  readonly lines: number;
  /** The last seal: kept elsewhere, it shows a record that was written anew with all its seals. */
  readonly seal?: { readonly sequence: number; readonly hash: string };
  readonly problems: readonly RecordProblem[];
}

interface Chain {
  readonly lines: RecordEntry[];
  head?: { readonly sequence: number; readonly hash: string };
}

/**
 * Verifies an exported record from the export alone: every line by its hash and the line before, every chain by its head and
 * by the seals; and the seals by a hash that was kept elsewhere, where one is given. Pure.
 */
export function verifyRecord(
  exported: Iterable<ExportedLine>,
  { digest }: Pick<Runtime, "digest">,
  keptSeal?: string,
): RecordVerdict {
  const chains = new Map<string, Chain>();
  for (const each of exported) {
    const chain = chains.get(each.chain) ?? { lines: [] };
    chains.set(each.chain, chain);
    if (each.kind === "head") chain.head = { sequence: each.sequence, hash: each.hash };
    else {
      const { kind: _kind, chain: _chain, ...line } = each;
      chain.lines.push(line);
    }
  }
  const seals = chains.get(sealsChain)?.lines ?? [];
  const last = seals.at(-1);
  const problems = [
    ...[...chains].flatMap(([name, chain]) => findChainProblems(name, chain, digest)),
    ...findSealedProblems(seals, chains),
    ...findKeptProblems(seals, keptSeal),
  ];
  return {
    chains: chains.size,
    lines: [...chains.values()].reduce((sum, { lines }) => sum + lines.length, 0),
    ...(last === undefined ? {} : { seal: { sequence: last.sequence, hash: last.hash } }),
    problems: withoutRepeats(problems),
  };
}

function findChainProblems(name: string, { lines, head }: Chain, digest: Runtime["digest"]): RecordProblem[] {
  const problems: RecordProblem[] = [];
  const add = (problem: RecordProblem["problem"], sequence: number) =>
    void problems.push(problemOf(problem, name, sequence));
  const hashes = new Set(lines.map(({ previousHash }) => previousHash));
  if (head !== undefined) hashes.add(head.hash);
  const bySequence = new Map<number, RecordEntry>();
  let before = 0;
  for (const line of lines) {
    const twin = bySequence.get(line.sequence);
    if (twin !== undefined) {
      // Of two lines with one number the true one is that on which another line rests.
      const keepsTwin = hashes.has(twin.hash);
      add("inserted", line.sequence);
      if (!keepsTwin) bySequence.set(line.sequence, line);
      continue;
    }
    if (line.sequence < before) add("reordered", line.sequence);
    before = Math.max(before, line.sequence);
    bySequence.set(line.sequence, line);
  }
  const most = Math.max(before, head?.sequence ?? 0);
  let previous: RecordEntry | undefined;
  for (let sequence = 1; sequence <= most; sequence += 1) {
    const line = bySequence.get(sequence);
    if (line === undefined) {
      add(sequence > before ? "cut" : "removed", sequence);
    } else {
      const { hash, ...content } = line;
      const rests = sequence === 1 ? emptyRecord.hash : previous?.hash;
      if (digest(canonicalJson(content)) !== hash) add("changed", sequence);
      else if (head !== undefined && sequence > head.sequence) add("inserted", sequence);
      // The line itself is whole: it is the one before that is no longer the one it was written after.
      else if (rests !== undefined && line.previousHash !== rests) add("changed", Math.max(1, sequence - 1));
    }
    previous = line;
  }
  const end = head === undefined ? undefined : bySequence.get(head.sequence);
  if (head !== undefined && end !== undefined && end.hash !== head.hash) add("changed", head.sequence);
  if (head === undefined) problems.push(problemOf("cut", name));
  return problems;
}

/** What a seal names has to be there as it was. */
function findSealedProblems(
  seals: readonly RecordEntry[],
  chains: ReadonlyMap<string, Chain>,
): RecordProblem[] {
  return seals.flatMap((seal) =>
    headsOf(seal).flatMap(({ aggregate, sequence, hash }) => {
      const chain = chains.get(aggregate);
      if (chain === undefined || chain.lines.length === 0) return [problemOf("vanished", aggregate)];
      const line = chain.lines.find((each) => each.sequence === sequence);
      if (line === undefined) return [problemOf("cut", aggregate, sequence)];
      return line.hash === hash ? [] : [problemOf("sealed", aggregate, sequence)];
    }),
  );
}

const sealSchema = z.object({
  heads: z.array(z.object({ aggregate: z.string(), sequence: z.int(), hash: z.string() })),
});

/** A seal that was changed shows by its hash, whatever is in it. */
function headsOf({ after }: RecordEntry): readonly SealedHead[] {
  return sealSchema.safeParse(after).data?.heads ?? [];
}

function findKeptProblems(seals: readonly RecordEntry[], kept: string | undefined): RecordProblem[] {
  if (kept === undefined || seals.some(({ hash }) => hash === kept)) return [];
  return [problemOf("sealed", sealsChain)];
}

const texts: Readonly<Record<RecordProblem["problem"], Text>> = {
  changed: {
    zh: "内容或哈希与相邻记录不符，已被改动",
    en: "was changed: its content and hashes do not agree",
  },
  removed: { zh: "缺失", en: "is missing" },
  inserted: { zh: "是后来插入的", en: "was inserted" },
  reordered: { zh: "次序被改动", en: "is out of order" },
  cut: { zh: "在末尾被截去", en: "was cut off at the end" },
  vanished: { zh: "封存过的整条链不见了", en: "has vanished as a whole, though it was sealed" },
  sealed: { zh: "与封存时不一致", en: "is not what was sealed" },
};

function problemOf(problem: RecordProblem["problem"], chain: string, sequence?: number): RecordProblem {
  return { chain, ...(sequence === undefined ? {} : { sequence }), problem, text: texts[problem] };
}

/** One line may be wrong in several ways and named by several seals: each problem is said once. */
function withoutRepeats(problems: readonly RecordProblem[]): RecordProblem[] {
  const said = new Map(
    problems.map((each) => [`${each.chain} ${each.sequence ?? ""} ${each.problem}`, each]),
  );
  return [...said.values()];
}
