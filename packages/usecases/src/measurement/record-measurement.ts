import { type CivilDate, civilDateOf, civilDateSchema } from "@luyue/core/civil-date";
import { decimalSchema, listMeasures, type NamedMeasure } from "@luyue/core/contract";
import { DomainError, type Fault } from "@luyue/core/error";
import { evidenceListSchema, keySchema, subjectSchema } from "@luyue/core/event";
import { isComputed, type Measurement } from "@luyue/core/measurement";
import type { Text } from "@luyue/core/text";
import * as z from "zod";
import type { ContractState } from "../contract/contract.ts";
import { contractIdSchema } from "../contract/contract-id.ts";
import { decideEntry } from "../contract/decide-entry.ts";
import { demandRunningContract } from "../contract/demand-contract.ts";
import { demandEvidence } from "../file/index.ts";
import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { findFigureFaults, readFigures } from "./read-figures.ts";

/**
 * Records what was measured 计量 from one day through another: `part` of `whole` (a plain count has no whole), the minutes
 * that a system was down, or the answers of a survey; `of` one service where the terms narrow the measure to it. Figures are
 * decimal strings. Spans of one measure do not overlap, save those of surveys; what the record computes is not entered.
 */
export const recordMeasurement = defineCommand({
  name: "measurement.record",
  input: z.strictObject({
    contractId: contractIdSchema,
    measure: keySchema,
    of: subjectSchema.optional(),
    from: civilDateSchema,
    to: civilDateSchema,
    part: decimalSchema.optional(),
    whole: decimalSchema.optional(),
    downMinutes: decimalSchema.optional(),
    satisfied: decimalSchema.optional(),
    answered: decimalSchema.optional(),
    note: z.string().trim().min(1).max(2000).optional(),
    evidence: evidenceListSchema.optional(),
  }),
  permission: "measurement:record",
  async decide(context, { contractId, note, evidence = [], ...facts }) {
    const state = await demandRunningContract(context, contractId);
    const { measure, of, from, to } = facts;
    const today = civilDateOf(context.runtime.now());
    const named = listMeasures(state.terms.terms).filter((each) => each.measure === measure);
    const units = named.find((each) => each.of === of)?.units;
    const faults = [
      ...findMeasureFaults(facts, named),
      ...findSpanFaults(facts, today, state),
      ...findFigureFaults(facts, units?.has("percent") === true),
    ];
    if (faults.length > 0) {
      throw new DomainError("invalid", { zh: "计量有误", en: "the measurement is not valid" }, faults);
    }
    await demandEvidence(evidence, context);
    const id = context.runtime.newId("msr");
    const figures = readFigures(facts);
    const about = of === undefined ? {} : { of };
    const said = note === undefined ? {} : { note };
    const measurement: Measurement = {
      id,
      measure,
      ...about,
      from,
      to,
      ...figures,
      ...said,
      evidence,
      recorded: actOf(context),
    };
    return decideEntry(state, { kind: "measurement", id, measurement }, context, {
      answer: { id, measure, of: of ?? null, from, to, part: figures.part, whole: figures.whole ?? null },
      subject: id,
      after: { measurement },
    });
  },
});

function findMeasureFaults({ measure, of }: Span, named: readonly NamedMeasure[]): Fault[] {
  const fault = (path: string, reason: Text) => [{ path, reason }];
  if (isComputed(measure)) {
    return fault("/measure", {
      zh: "该指标由系统按履约记录计算，不需录入",
      en: "the record gives this measure by itself: it is not entered",
    });
  }
  if (named.some((each) => each.of === of)) return [];
  if (named.length === 0) {
    return fault("/measure", {
      zh: `本合同没有指标“${measure}”`,
      en: `the contract names no measure “${measure}”`,
    });
  }
  const choices = named.map((each) => each.of);
  const zh = choices.map((each) => each ?? "全合同（不填）").join("、");
  const en = choices.map((each) => each ?? "the whole contract (left out)").join(", ");
  return fault("/of", {
    zh: `指标“${measure}”的对象只能是：${zh}`,
    en: `“${measure}” is measured of: ${en}`,
  });
}

interface Span {
  readonly measure: string;
  readonly of?: string | undefined;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly answered?: string | undefined;
}

function findSpanFaults(span: Span, today: CivilDate, { work }: ContractState): Fault[] {
  const { measure, of, from, to, answered } = span;
  if (to < from)
    return [{ path: "/to", reason: { zh: `早于起始日 ${from}`, en: `before its first day, ${from}` } }];
  if (to > today) return [{ path: "/to", reason: { zh: "日期晚于今天", en: "the date is after today" } }];
  if (answered !== undefined) return [];
  const other = work.measurements.find(
    (each) =>
      each.measure === measure &&
      each.of === of &&
      each.withdrawn === undefined &&
      each.survey === undefined &&
      each.from <= to &&
      from <= each.to,
  );
  if (other === undefined) return [];
  const reason = {
    zh: `与已有计量（${other.from} 至 ${other.to}）的期间重叠`,
    en: `overlaps with what has been measured from ${other.from} to ${other.to}`,
  };
  return [{ path: "/from", reason }];
}
