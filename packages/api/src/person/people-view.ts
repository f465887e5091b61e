import { periodUnitSchema } from "@luyue/core/date-rule";
import { evidenceSchema } from "@luyue/core/event";
import type { Absence, Newcomer, RosterLine, StaffChange } from "@luyue/core/people";
import type { ContractPeople } from "@luyue/usecases/people";
import * as z from "zod";
import { listOf, nameSchema, textView } from "../document/describe.ts";
import { actView, viewAct } from "../payment/index.ts";

const sideView = z.enum(["buyer", "vendor"]);
const newcomerView = z.object({
  name: z.string(),
  role: z.string(),
  key: z.boolean(),
  qualifications: listOf(
    z.object({ title: z.string(), number: z.string().nullable(), validUntil: z.string().nullable() }),
  ),
});

const personView = nameSchema(
  "Person",
  newcomerView.extend({
    id: z.string(),
    joinedOn: z.string(),
    leftOn: z.string().nullable(),
    here: z.boolean(),
    agreement: z
      .object({ signedOn: z.string(), until: z.string().nullable(), evidence: listOf(evidenceSchema) })
      .nullable(),
    problems: listOf(textView).meta({ description: "what is missing of somebody who is there" }),
  }),
);

export const changeStateView = z.enum(["asked", "consented", "carriedOut", "refused", "withdrawn"]);
const changeView = nameSchema(
  "StaffChange",
  z.object({
    id: z.string(),
    state: changeStateView,
    out: z.string(),
    in: newcomerView.nullable(),
    on: z.string(),
    reason: z.string(),
    evidence: listOf(evidenceSchema),
    asked: actView.extend({ side: sideView, on: z.string() }),
    answerBy: z.string().nullable(),
    decided: actView.extend({ reason: z.string().nullable() }).nullable(),
    newPersonId: z.string().nullable(),
  }),
);

const absenceView = nameSchema(
  "Absence",
  z.object({
    id: z.string(),
    personId: z.string(),
    what: z.enum(["swapped", "absent", "notReplaced"]),
    on: z.string(),
    note: z.string(),
    evidence: listOf(evidenceSchema),
    recorded: actView,
    withdrawn: actView.extend({ reason: z.string() }).nullable(),
  }),
);

/** The vendor's people of a contract. */
export const peopleView = nameSchema(
  "People",
  z.object({
    roster: listOf(personView),
    here: z.int(),
    agreed: z.int().nullable().meta({ description: "how many the contract has on its roster" }),
    changes: listOf(changeView),
    absences: listOf(absenceView),
    ahead: z
      .object({ on: z.string(), count: z.int(), unit: periodUnitSchema, clause: z.string().nullable() })
      .nullable()
      .meta({
        description:
          "the first day for a change that is asked for today, by the notice that the contract wants",
      }),
  }),
);

export function viewPeople({ roster, changes, absences, ahead }: ContractPeople): z.infer<typeof peopleView> {
  return {
    roster: roster.lines.map(viewLine),
    here: roster.here,
    agreed: roster.agreed ?? null,
    changes: changes.map(viewChange),
    absences: absences.map(viewAbsence),
    ahead:
      ahead === undefined
        ? null
        : {
            on: ahead.on,
            count: ahead.notice.count,
            unit: ahead.notice.unit,
            clause: ahead.notice.clause ?? null,
          },
  };
}

function viewLine({ person, here, problems }: RosterLine): z.infer<typeof personView> {
  const { id, joinedOn, leftOn, agreement } = person;
  return {
    id,
    ...viewNewcomer(person),
    joinedOn,
    leftOn: leftOn ?? null,
    here,
    agreement:
      agreement === undefined
        ? null
        : { signedOn: agreement.signedOn, until: agreement.until ?? null, evidence: agreement.evidence },
    problems,
  };
}

function viewNewcomer({ name, role, key, qualifications }: Newcomer): z.infer<typeof newcomerView> {
  return {
    name,
    role,
    key,
    qualifications: qualifications.map(({ title, number, validUntil }) => ({
      title,
      number: number ?? null,
      validUntil: validUntil ?? null,
    })),
  };
}

function viewChange(change: StaffChange): z.infer<typeof changeView> {
  const { id, state, out, on, reason, evidence, asked, answerBy } = change;
  return {
    id,
    state,
    out,
    in: change.in === undefined ? null : viewNewcomer(change.in),
    on,
    reason,
    evidence,
    asked: { ...viewAct(asked), side: asked.side, on: asked.on },
    answerBy: answerBy ?? null,
    decided:
      change.state === "asked"
        ? null
        : {
            ...viewAct(change.decided),
            reason: "reason" in change.decided ? change.decided.reason : null,
          },
    newPersonId: "newPersonId" in change ? (change.newPersonId ?? null) : null,
  };
}

function viewAbsence({ recorded, withdrawn, ...absence }: Absence): z.infer<typeof absenceView> {
  return {
    ...absence,
    recorded: viewAct(recorded),
    withdrawn: withdrawn === undefined ? null : { ...viewAct(withdrawn), reason: withdrawn.reason },
  };
}
