import type { Words } from "../words-of.ts";
import type { score as chinese } from "../zh/score.ts";

export const score: Words<typeof chinese> = {
  score: {
    none: "No score",
    noneHint:
      "Where a score is agreed, somebody proposes each period's, the vendor answers, and somebody else makes it final.",
    triggers: "What the scores have given rise to",
    year: "Year from {{from}} to {{to}}",
    noMean: "No score is final yet.",
    mean: "Mean of what is final",
    chart: "chart of the scores, scrolls sideways",
    table: "table of the periods, scrolls sideways",
    column: { period: "Period", days: "Days", state: "State", score: "Score", counts: "What counts" },
    state: {
      upcoming: "not begun",
      running: "going on",
      due: "to be scored",
      proposed: "proposed",
      final: "final",
    },
    print: "Print {{period}}",
    countsOf: "{{scheduled}} items, {{full}} points",
    fill: "Score {{period}}",
    fillHint:
      "{{count}} items were scheduled and start at full marks. Once proposed the vendor answers, then somebody else makes it final.",
    keys: "Arrow keys go from mark to mark, Enter goes down",
    item: "Item",
    full: "Full",
    given: "Given, 0 to 100",
    because: "Why points are off",
    left: "Not scheduled, not counted: ",
    comesTo: "It comes to {{score}}",
    propose: "Propose",
    of: "Score of {{period}}",
    proposer: "Proposed by {{name}}",
    marks: "Every mark",
    answerBy: "The vendor answers by {{day}}.",
    agreed: "The vendor agreed on {{day}} {{note}}",
    disagreed: "The vendor disagreed on {{day}} {{note}}",
    agree: "Agree",
    disagree: "Disagree",
    byAnother: "You have proposed it: somebody else makes it final.",
    settle: "Make it final",
  },
};
