import * as z from "zod";
import { civilDateOf, civilDateSchema, instantSchema, type CivilDate } from "../civil-date/index.ts";
import { sideSchema } from "../party/index.ts";
import { moneySchema } from "../money/index.ts";
import { eventKindSchema } from "./event-kind.ts";

/** Key of a term or a name of the contract's own, unique within the contract. */
export const keySchema = z
  .string()
  .regex(/^[a-z0-9][A-Za-z0-9-]*$/)
  .max(40);

/** What an event or a rule is about: a key, or the dotted key of a derived obligation (`payment.t1`). */
export const subjectSchema = z
  .string()
  .regex(/^[a-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/)
  .max(160);

/** A proof: what was seen, and the file (by content hash) or the number of the document that shows it. */
export const evidenceSchema = z.strictObject({
  note: z.string().min(1).max(2000).optional(),
  document: z.string().min(1).max(200).optional(),
  file: z
    .string()
    .regex(/^sha256-[0-9a-f]{64}$/)
    .optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * The evidence of one command: at most twenty pieces, and so many characters of text together, for what a vendor hands in
 * must leave room in its item for those who decide on it.
 */
export function evidenceListOf(mostCharacters: number) {
  return z
    .array(evidenceSchema)
    .max(20)
    .refine((list) => list.reduce((sum, each) => sum + lengthOf(each), 0) <= mostCharacters, {
      message: `证明材料的文字合计不超过${mostCharacters}字，详情请作为文件上传 / at most ${mostCharacters} characters of evidence together: upload what is longer as a file`,
    });
}

function lengthOf({ note = "", document = "" }: Evidence): number {
  return note.length + document.length;
}

export const evidenceListSchema = evidenceListOf(8000);

/** What a person says has happened: on a civil date in Asia/Shanghai, or at an instant where hours count; `until` is a day that it sets. */
export const eventFactsSchema = z
  .strictObject({
    kind: eventKindSchema,
    of: subjectSchema.optional(),
    on: civilDateSchema.optional(),
    at: instantSchema.optional(),
    by: sideSchema.optional(),
    quantity: z.int().min(1).max(1_000_000_000).optional(),
    amount: moneySchema.optional(),
    until: civilDateSchema.optional(),
    evidence: evidenceListSchema.optional(),
  })
  .refine((facts) => (facts.on === undefined) !== (facts.at === undefined), {
    path: ["on"],
    message: "日期 on 与时刻 at 二者必填其一 / give either the date `on` or the instant `at`",
  });
export type EventFacts = z.infer<typeof eventFactsSchema>;

export const eventIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);

/** A recorded event: its facts under an id. */
export interface ContractEvent extends EventFacts {
  readonly id: string;
}

/** Events as a file or a request gives them: an id may be left out, the position then names the event. */
export const eventListSchema = z
  .array(eventFactsSchema.safeExtend({ id: eventIdSchema.optional() }))
  .max(10_000)
  .superRefine((events, context) => {
    const known = new Set<string>();
    for (const [index, { id }] of events.entries()) {
      if (id === undefined) continue;
      if (known.has(id)) {
        const message = `事件编号 ${id} 重复 / event id ${id} stands twice`;
        context.addIssue({ code: "custom", path: [index, "id"], message });
      }
      known.add(id);
    }
  });

/** The civil date of an event in Asia/Shanghai. */
export function eventDate(event: EventFacts): CivilDate {
  if (event.on !== undefined) return event.on;
  if (event.at !== undefined) return civilDateOf(event.at);
  throw new RangeError("an event has a date or an instant");
}
