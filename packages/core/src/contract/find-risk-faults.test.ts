import { describe, expect, it } from "vitest";
import { contractTermsSchema } from "./contract-terms.ts";
import { sampleTerms } from "./sample-terms.ts";

const title = { zh: "某项", en: "item" };
const kinds = [{ key: "outage", title }];
const facts = [
  { key: "people", title, unit: "人" },
  { key: "grave", title },
];
const ground = (key: string, ...all: object[]) => ({ key, title, all });
const level = (key: string, ...grounds: object[]) => ({ key, title, grounds });
const figure = (fact: string) => ({ fact, bound: "atLeast", value: "1" });
const question = (fact: string) => ({ fact, is: true });

/** Where terms with these incidents are refused. */
function pathsOf(incidents: object): string[] {
  const parsed = contractTermsSchema.safeParse({ ...sampleTerms(), incidents });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.slice(1).join("."));
}

describe("the classes of incidents", () => {
  it("take figures, questions, what follows by itself, and one of several", () => {
    const any = [figure("people"), question("grave")];
    const all = [figure("people"), question("grave"), figure("duration"), question("key-period"), { any }];
    const grounds = [ground("one", ...all), { ...ground("two", question("grave")), kind: "outage" }];
    expect(pathsOf({ kinds, facts, classes: [level("a", ...grounds), level("b", ...grounds)] })).toEqual([]);
    const short = ground("one", { fact: "duration", bound: "moreThan", value: "8" });
    expect(pathsOf({ classes: [level("a", short)] })).toEqual([]);
  });

  it.each([
    ["a fact of no such key", ground("g", question("colour")), "all.0.fact"],
    ["a figure asked as a question", ground("g", question("people")), "all.0.fact"],
    ["a question asked as a figure", ground("g", figure("grave")), "all.0.fact"],
    ["a duration asked as a question", ground("g", question("duration")), "all.0.fact"],
    ["a key period asked as a figure", ground("g", figure("key-period")), "all.0.fact"],
    [
      "one of several that is not there",
      ground("g", question("grave"), { any: [question("grave"), figure("colour")] }),
      "all.1.any.1.fact",
    ],
    ["a kind of no such key", { ...ground("g", question("grave")), kind: "flood" }, "kind"],
  ])("refuse %s, naming the place", (_what, wrong, place) => {
    expect(
      pathsOf({ kinds, facts, classes: [level("a", ground("f", question("grave"))), level("b", wrong)] }),
    ).toEqual([`classes.1.grounds.0.${place}`]);
  });

  const right = ground("g", question("grave"));
  const classes = [level("a", right)];
  it.each([
    ["kinds", { kinds: [...kinds, ...kinds], facts, classes }, "kinds.1.key"],
    ["facts", { kinds, facts: [...facts, { key: "grave", title }], classes }, "facts.2.key"],
    ["classes", { kinds, facts, classes: [...classes, ...classes] }, "classes.1.key"],
    ["grounds", { kinds, facts, classes: [level("a", right, right)] }, "classes.0.grounds.1.key"],
    ["a class called none", { kinds, facts, classes: [level("none", right)] }, "classes.0.key"],
    [
      "a duration entered by hand",
      { facts: [...facts, { key: "duration", title, unit: "h" }], classes },
      "facts.2.key",
    ],
    [
      "a key period entered by hand",
      { facts: [...facts, { key: "key-period", title }], classes },
      "facts.2.key",
    ],
  ])("have no key twice, nor one that is taken: %s", (_what, incidents, path) => {
    expect(pathsOf(incidents)).toEqual([path]);
  });

  it.each([
    ["no class", { facts, classes: [] }],
    ["a ground without a condition", { facts, classes: [level("a", ground("g"))] }],
    [
      "a bound that is no decimal",
      { classes: [level("a", ground("g", { fact: "duration", bound: "atLeast", value: "8h" }))] },
    ],
    ["one of just one", { facts, classes: [level("a", ground("g", { any: [question("grave")] }))] }],
  ])("are not empty: %s", (_what, incidents) => {
    expect(pathsOf(incidents)).not.toEqual([]);
  });
});
