import { evidenceSchema } from "@luyue/core/event";
import {
  findingSeveritySchema,
  type FindingsOverview,
  findingStateSchema,
  type FindingStep,
  findingStepSchema,
  type FindingSummary,
  isOverdue,
  type ResponsibleUnit,
} from "@luyue/core/finding";
import { sideSchema } from "@luyue/core/party";
import type { ListedFinding } from "@luyue/usecases/finding";
import * as z from "zod";
import { listOf, nameSchema } from "../document/describe.ts";
import { pageSchema } from "../document/page.ts";
import { actView, viewAct } from "../payment/index.ts";

const unitName = z.object({ id: z.string(), name: z.string(), side: sideSchema });
const evidenceList = z.array(evidenceSchema).readonly();

/** A finding with every step that was taken. */
export const findingView = nameSchema(
  "Finding",
  z.object({
    id: z.string(),
    number: z.int(),
    unit: unitName.nullable(),
    title: z.string(),
    severity: findingSeveritySchema,
    system: z.string().nullable(),
    detail: z.string().nullable(),
    demand: z.string(),
    dueOn: z.string(),
    evidence: evidenceList,
    state: findingStateSchema,
    overdue: z.boolean().meta({ description: "lacks an answer after its day" }),
    steps: listOf(
      actView.extend({
        step: findingStepSchema,
        side: sideSchema,
        note: z.string().nullable(),
        evidence: evidenceList,
        moved: z.object({ from: z.string(), to: z.string() }).nullable(),
      }),
    ),
  }),
);

export const findingPage = pageSchema(findingView).extend({
  deriving: z.boolean().meta({ description: "a hand-out is still being written; some of it may be missing" }),
});

const counts = z.object({
  total: z.int(),
  open: z.int(),
  answered: z.int(),
  approved: z.int(),
  closed: z.int(),
  overdue: z.int().meta({ description: "open after their day" }),
});

/** How far the findings of a contract are: all, by severity, by unit. */
export const summaryView = nameSchema(
  "FindingsSummary",
  z.object({
    total: counts,
    bySeverity: z.object({ critical: counts, high: counts, medium: counts, low: counts }),
    byUnit: listOf(unitName.extend({ counts })),
  }),
);

const contactView = z.object({ name: z.string(), email: z.string(), language: z.enum(["zh", "en"]) });

export const unitView = nameSchema("ResponsibleUnit", unitName.extend({ contacts: listOf(contactView) }));

export function viewFinding({ finding, unit, today }: ListedFinding): z.infer<typeof findingView> {
  const { id, number, title, severity, demand, dueOn, evidence, state } = finding;
  return {
    id,
    number,
    unit: unit === undefined ? null : viewName(unit),
    title,
    severity,
    system: finding.system ?? null,
    detail: finding.detail ?? null,
    demand,
    dueOn,
    evidence,
    state,
    overdue: isOverdue(finding, today),
    steps: finding.steps.map(viewStep),
  };
}

function viewStep({ step, side, note, evidence, moved, ...act }: FindingStep) {
  return { ...viewAct(act), step, side, note: note ?? null, evidence, moved: moved ?? null };
}

export function viewSummary(
  { total, bySeverity, byUnit }: FindingsOverview,
  units: readonly ResponsibleUnit[],
): z.infer<typeof summaryView> {
  return {
    total,
    bySeverity,
    byUnit: units.map((unit) => ({ ...viewName(unit), counts: byUnit.get(unit.id) ?? none })),
  };
}

const none: FindingSummary = { total: 0, open: 0, answered: 0, approved: 0, closed: 0, overdue: 0 };

export function viewUnit(unit: ResponsibleUnit): z.infer<typeof unitView> {
  return { ...viewName(unit), contacts: unit.contacts };
}

function viewName({ id, name, side }: ResponsibleUnit) {
  return { id, name, side };
}
