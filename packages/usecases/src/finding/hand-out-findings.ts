import { civilDateOf } from "@luyue/core/civil-date";
import { DomainError, type Fault } from "@luyue/core/error";
import { type FindingBatch, findingIdOf, type FindingRow, type ResponsibleUnit } from "@luyue/core/finding";
import { canonicalJson } from "@luyue/core/text";
import * as z from "zod";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandActiveContract } from "../contract/demand-contract.ts";
import { actOf, sideOf } from "../runtime/act.ts";
import { demandPermission } from "../runtime/actor.ts";
import { jsonBytes } from "../runtime/json-bytes.ts";
import { type CommandContext, defineCommand } from "../runtime/define-command.ts";
import { parseInput } from "../runtime/parse-input.ts";
import { demandWrittenContract } from "./demand-findings.ts";
import { findRowFaults, listFiles } from "./find-row-faults.ts";
import { findingRowSchema, mostRows } from "./finding-schemas.ts";

/** What is handed out at a time is one item until it is written out; the store takes no more. */
const mostBytes = 360_000;
/** So many different files are looked up for one hand-out. */
const mostFiles = 500;
/** A line of the record stays small however many there are; the digest is of them all. */
const mostListed = 100;

/**
 * Hands findings 安全隐患 to the units responsible, all of them or none. They are numbered on within the contract; each is
 * written on its own right after, and by a worker where that is cut short.
 */
export const handOutFindings = defineCommand({
  name: "finding.handOut",
  input: z.strictObject({
    contractId: contractIdSchema,
    findings: z.array(findingRowSchema).min(1).max(mostRows),
  }),
  permission: "finding:handOut",
  async decide(context, { contractId, findings }) {
    const state = await demandWrittenContract(context, contractId, demandActiveContract);
    const { contract, work } = state;
    const rows = await demandRows(findings, work.units, context);
    const before = contract.findings ?? 0;
    const batch: FindingBatch = {
      id: context.runtime.newId("bat"),
      from: before + 1,
      handedOut: { ...actOf(context), side: sideOf(context) },
      rows,
    };
    const { id } = batch;
    const listed = rows.map(({ unitId, dueOn }, at) => {
      return { id: findingIdOf(id, at), number: batch.from + at, unitId, dueOn };
    });
    const titled = rows.slice(0, mostListed).map(({ title, severity }, at) => {
      return { ...listed[at], severity, title };
    });
    const digest = context.runtime.digest(canonicalJson(rows));
    return decideEntry(state, { kind: "batch", id, batch }, context, {
      answer: { batchId: id, count: rows.length, findings: listed },
      subject: id,
      head: { findings: before + rows.length },
      after: { from: batch.from, count: rows.length, digest, findings: titled },
    });
  },
});

function toRow({ system, detail, evidence = [], ...row }: z.output<typeof findingRowSchema>): FindingRow {
  return {
    ...row,
    ...(system === undefined ? {} : { system }),
    ...(detail === undefined ? {} : { detail }),
    evidence,
  };
}

/** The findings as they would be handed out today. Throws `invalid` with each that cannot be, or where they are too much at once. */
async function demandRows(
  findings: readonly z.output<typeof findingRowSchema>[],
  units: readonly ResponsibleUnit[],
  { store, runtime }: Pick<CommandContext, "store" | "runtime">,
): Promise<readonly FindingRow[]> {
  const rows = findings.map(toRow);
  demandNone(findSizeFaults(rows));
  demandNone(await findRowFaults(rows, units, civilDateOf(runtime.now()), store));
  return rows;
}

function demandNone(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  throw new DomainError("invalid", { zh: "隐患有误", en: "the findings are not valid" }, faults);
}

/** Looked at before anything is read: each file that is named is a read of its own. */
function findSizeFaults(rows: readonly FindingRow[]): Fault[] {
  const bytes = jsonBytes(rows);
  const files = listFiles(rows).size;
  return [
    ...(bytes > mostBytes ? [tooMuch(bytes)] : []),
    ...(files > mostFiles ? [tooManyFiles(files)] : []),
  ];
}

function tooManyFiles(files: number): Fault {
  return {
    path: "/findings",
    reason: {
      zh: `一次下发的隐患共引用 ${files} 个不同的附件，最多 ${mostFiles} 个，请分次下发`,
      en: `${files} different files at a time are more than ${mostFiles}: hand the findings out in several parts`,
    },
  };
}

function tooMuch(bytes: number): Fault {
  return {
    path: "/findings",
    reason: {
      zh: `一次下发的内容共 ${bytes} 字节，最多 ${mostBytes} 字节，请分次下发`,
      en: `${bytes} bytes at a time are more than ${mostBytes}: hand them out in several parts`,
    },
  };
}

/** Whether findings could be handed out as they are, without doing it. Throws as the command does. */
export async function checkHandOut(
  { store, actor, runtime }: Pick<CommandContext, "store" | "actor" | "runtime">,
  input: unknown,
): Promise<void> {
  demandPermission(actor, handOutFindings.permission);
  const { contractId, findings } = parseInput(handOutFindings.input, input);
  const { work } = await demandActiveContract({ store, runtime }, contractId);
  await demandRows(findings, work.units, { store, runtime });
}
