import { actOf } from "../runtime/act.ts";
import { defineCommand } from "../runtime/define-command.ts";
import { noteSchema, roundInput } from "./acceptance-schemas.ts";
import { changeRound } from "./change-round.ts";
import { demandOpenRound } from "./demand-round.ts";

/** What the vendor says of the findings 陈述意见 while the round is open (B 第十条(三)(2), D 第八条第2款); said again, it replaces the former. */
export const statePosition = defineCommand({
  name: "acceptance.state",
  input: roundInput.extend({ note: noteSchema }),
  permission: "acceptance:state",
  async decide(context, { note, ...ids }) {
    const { state, round } = await demandOpenRound(context, ids);
    return changeRound(state, round, { ...round, statement: { ...actOf(context), note } }, context);
  },
});
