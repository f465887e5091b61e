import type { Text } from "@luyue/core/text";
import * as z from "zod";
import { emptyRecord, hashOf, type RecordEntry } from "../runtime/record-entry.ts";
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

/** A chain as it was exported, and its lines by their numbers: of two with one number the one that others rest on. */
interface Chain {
  readonly lines: RecordEntry[];
  readonly bySequence: Map<number, RecordEntry>;
  head?: { readonly sequence: number; readonly hash: string };
}

/**
 * Verifies an exported record from the export alone: every line by its hash and the line before, every chain by its head and
 * by the seals; and the seals by a hash that was kept elsewhere, where one is given. Pure.
 */
export function verifyRecord(
  exported: Iterable<ExportedLine>,
  runtime: Pick<Runtime, "digest">,
  keptSeal?: string,
): RecordVerdict {
  const chains = readChains(exported);
  const seals = chains.get(sealsChain)?.lines ?? [];
  const last = seals.at(-1);
  const problems = [
    ...[...chains].flatMap(([name, chain]) => [
      ...numberLines(name, chain),
      ...findChainProblems(name, chain, runtime),
    ]),
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

function readChains(exported: Iterable<ExportedLine>): Map<string, Chain> {
  const chains = new Map<string, Chain>();
  for (const each of exported) {
    const chain: Chain = chains.get(each.chain) ?? { lines: [], bySequence: new Map() };
    chains.set(each.chain, chain);
    if (each.kind === "head") chain.head = { sequence: each.sequence, hash: each.hash };
    else {
      const { kind: _kind, chain: _chain, ...line } = each;
      chain.lines.push(line);
    }
  }
  return chains;
}

/** Puts the lines of a chain under their numbers, and names those that stand twice or out of order. */
function numberLines(name: string, { lines, bySequence, head }: Chain): RecordProblem[] {
  const restedOn = new Set(lines.map(({ previousHash }) => previousHash));
  if (head !== undefined) restedOn.add(head.hash);
  const problems: RecordProblem[] = [];
  let most = 0;
  for (const line of lines) {
    const twin = bySequence.get(line.sequence);
    if (twin !== undefined) problems.push(problemOf("inserted", name, line.sequence));
    else if (line.sequence < most) problems.push(problemOf("reordered", name, line.sequence));
    if (twin === undefined || !restedOn.has(twin.hash)) bySequence.set(line.sequence, line);
    most = Math.max(most, line.sequence);
  }
  return problems;
}

/** Goes through the numbers of a chain up to its head: each line has to be there, to be whole, and to rest on the one before. */
function findChainProblems(
  name: string,
  { bySequence, head }: Chain,
  runtime: Pick<Runtime, "digest">,
): RecordProblem[] {
  const last = [...bySequence.keys()].reduce((most, sequence) => Math.max(most, sequence), 0);
  const ends = head?.sequence ?? last;
  const problems: RecordProblem[] = head === undefined ? [problemOf("cut", name)] : [];
  let previous: { readonly hash: string } | undefined = emptyRecord;
  for (let sequence = 1; sequence <= Math.max(last, ends); sequence += 1) {
    const line = bySequence.get(sequence);
    const wrong = findLineProblem(line, previous, runtime);
    if (line === undefined) problems.push(problemOf(sequence > last ? "cut" : "removed", name, sequence));
    else if (wrong === "own") problems.push(problemOf("changed", name, sequence));
    else if (sequence > ends) problems.push(problemOf("inserted", name, sequence));
    // The line itself is whole: it is the one before that is no longer the one it was written after.
    else if (wrong === "before") problems.push(problemOf("changed", name, Math.max(1, sequence - 1)));
    previous = line;
  }
  const end = bySequence.get(ends);
  if (head !== undefined && end !== undefined && end.hash !== head.hash) {
    problems.push(problemOf("changed", name, ends));
  }
  return problems;
}

/** Whether it is the line's own hash that is wrong, or the one of the line before; what is not there says nothing. */
function findLineProblem(
  line: RecordEntry | undefined,
  previous: { readonly hash: string } | undefined,
  runtime: Pick<Runtime, "digest">,
): "own" | "before" | undefined {
  if (line === undefined) return undefined;
  const { hash, ...content } = line;
  if (hashOf(content, runtime) !== hash) return "own";
  return previous !== undefined && line.previousHash !== previous.hash ? "before" : undefined;
}

/** What a seal names has to be there as it was. */
function findSealedProblems(
  seals: readonly RecordEntry[],
  chains: ReadonlyMap<string, Chain>,
): RecordProblem[] {
  return seals.flatMap((seal) =>
    headsOf(seal).flatMap(({ aggregate, sequence, hash }) => {
      const lines = chains.get(aggregate)?.bySequence;
      if (lines === undefined || lines.size === 0) return [problemOf("vanished", aggregate)];
      const line = lines.get(sequence);
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
