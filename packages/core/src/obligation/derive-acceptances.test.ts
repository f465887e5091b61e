import { describe, expect, it } from "vitest";
import { instantAt } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { type Obligation, stateOf } from "./index.ts";
import { days, derive, trigger } from "./sample-derivation.ts";

describe("acceptance", () => {
  const over: Partial<ContractTerms> = {
    acceptances: [
      {
        key: "final",
        title: { zh: "项目验收", en: "final acceptance" },
        stage: "final",
        application: {
          due: {
            rule: "within",
            count: 15,
            unit: "workingDay",
            after: { anchor: "term", term: "main", edge: "end" },
          },
        },
        review: { due: days(3, trigger) },
        plan: { due: days(10, trigger) },
        decision: { due: days(3, { anchor: "event", event: "acceptanceApplied", of: "final" }) },
      },
    ],
  };
  const event = (id: string, kind: ContractEvent["kind"], on: string): ContractEvent => ({
    id,
    kind,
    of: "final",
    on,
  });
  const applied = event("a1", "acceptanceApplied", "2027-05-10");
  const objected = event("o1", "acceptanceObjected", "2027-05-12");
  const again = event("a2", "acceptanceApplied", "2027-06-01");
  const passed = event("p", "acceptancePassed", "2027-06-03");

  const said = (all: readonly Obligation[]) =>
    Object.fromEntries(
      all
        .filter(({ kind }) => ["application", "review", "plan", "acceptance"].includes(kind))
        .map(({ key, dueOn, fulfilment }) => [
          key,
          `${dueOn ?? "waiting"}${fulfilment === undefined ? "" : ` by ${fulfilment.eventId}`}`,
        ]),
    );

  it("waits for the application; applied for, it is the buyer's turn", () => {
    expect(said(derive(over))).toEqual({ "application.final": "2027-05-18", "acceptance.final": "waiting" });
    expect(said(derive(over, [applied]))).toEqual({
      "application.final": "2027-05-18 by a1",
      "review.final.a1": "2027-05-13",
      "acceptance.final": "2027-05-13",
    });
  });

  it("nobody has to object: once the time for it is over, only the decision is overdue", () => {
    const all = derive(over, [applied]).filter(({ kind }) => kind === "review" || kind === "acceptance");
    const on = (day: string) => all.map((each) => stateOf(each, instantAt(day, "12:00")));
    expect(on("2027-05-13")).toEqual(["open", "open"]);
    expect(on("2027-05-14")).toEqual(["ended", "overdue"]);
  });

  it("objected to, it is the vendor's turn: a plan, then another application", () => {
    expect(said(derive(over, [applied, objected]))).toEqual({
      "application.final": "2027-05-18 by a1",
      "review.final.a1": "2027-05-13 by o1",
      "plan.final.o1": "2027-05-24",
      "acceptance.final": "waiting",
    });
  });

  it("applied for again, the buyer's time starts anew, and the first objection stays the first round's", () => {
    expect(said(derive(over, [passed, again, objected, applied].slice(1)))).toMatchObject({
      "review.final.a1": "2027-05-13 by o1",
      "review.final.a2": "2027-06-04",
      "acceptance.final": "2027-06-04",
    });
    expect(said(derive(over, [applied, objected, again, passed]))).toMatchObject({
      "review.final.a1": "2027-05-13 by o1",
      "review.final.a2": "2027-06-04 by p",
      "acceptance.final": "2027-06-04 by p",
    });
  });

  it("is reviewed with the buyer's word, or earlier where somebody says so", () => {
    const reviewed = (on: string) =>
      said(derive(over, [applied, objected, { id: "f", kind: "fulfilled", of: "review.final.a1", on }]));
    expect(reviewed("2027-05-11")).toMatchObject({ "review.final.a1": "2027-05-13 by f" });
    expect(reviewed("2027-05-20")).toMatchObject({ "review.final.a1": "2027-05-13 by o1" });
  });
});
