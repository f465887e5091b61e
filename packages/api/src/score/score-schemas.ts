import { sideSchema } from "@luyue/core/party";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";

const scoreText = z.string().meta({ description: "of 100, two decimals" });
const gradeView = z.object({ key: z.string(), title: textView });
export const sheetStateView = z.enum(["proposed", "final", "withdrawn"]);

export const meanView = z
  .object({ score: scoreText, grade: gradeView.nullable(), why: textView })
  .nullable()
  .meta({ description: "mean of the periods that are final so far; null while none is" });

export const triggerView = z.object({
  key: z.string(),
  trigger: z.string(),
  title: textView,
  penalty: z.string().nullable().meta({ description: "key of the penalty that is then owed" }),
  clause: z.string().nullable(),
  periods: listOf(z.string()),
  arisenOn: z.string().meta({ description: "civil date on which the last of the scores became final" }),
  because: listOf(z.object({ on: z.string(), text: textView })),
});

const standingShape = {
  period: z.string().meta({ description: "`2026-05`, `2026-Q2` or `2026`" }),
  from: z.string(),
  to: z.string(),
  state: z.enum(["upcoming", "running", "due", "proposed", "final"]),
  score: scoreText.nullable(),
  grade: gradeView.nullable(),
};

export const scoresView = nameSchema(
  "Scores",
  z.object({
    years: listOf(
      z.object({
        from: z.string(),
        to: z.string(),
        mean: meanView,
        periods: listOf(
          z.object({
            ...standingShape,
            scheduled: z.int().meta({ description: "how many items count" }),
            full: z.int().meta({ description: "full marks of the items that count" }),
          }),
        ),
      }),
    ),
    triggers: listOf(triggerView),
  }),
);

const partView = z.object({
  part: z.string(),
  title: textView,
  percent: z.string(),
  full: z.string().meta({ description: "points that the part is worth at most" }),
  given: z.string().nullable().meta({ description: "of 100" }),
  points: z.string().nullable(),
  why: textView.nullable(),
});

/** One period as both sides see it: its sheet, or what a sheet of it has to cover. */
export const scoreView = nameSchema(
  "Score",
  z.object({
    ...standingShape,
    items: listOf(
      z.object({
        item: z.string(),
        title: textView,
        full: z.int(),
        scheduled: z.boolean(),
        scheduledWhy: listOf(textView),
        points: z.string().nullable(),
        note: z.string().nullable(),
        parts: listOf(partView),
      }),
    ),
    points: z.string().nullable().meta({ description: "sum of the items' points" }),
    full: z.int().nullable().meta({ description: "sum of their full marks" }),
    why: textView.nullable(),
    sheet: z
      .object({
        id: z.string(),
        version: z.int(),
        state: sheetStateView,
        proposedAt: z.string(),
        note: z.string().nullable(),
        answerBy: z.string().meta({ description: "last day for the vendor's answer" }),
        answer: z
          .object({ agrees: z.boolean(), note: z.string().nullable(), at: z.string(), side: sideSchema })
          .nullable()
          .meta({ description: "the vendor's; `side` entered it, the buyer from paper" }),
        decidedAt: z.string().nullable(),
        decision: z.string().nullable().meta({ description: "the note or the reason with it" }),
      })
      .nullable(),
    triggers: listOf(triggerView),
  }),
);

/** A period as the agency sees it: with the people who proposed, answered and decided. */
export const agencyScoreView = nameSchema(
  "AgencyScore",
  scoreView.extend({
    people: z
      .object({ proposer: z.string(), answerer: z.string().nullable(), decider: z.string().nullable() })
      .nullable(),
  }),
);
