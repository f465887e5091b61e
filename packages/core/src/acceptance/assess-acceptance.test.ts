import { describe, expect, it } from "vitest";
import { assessAcceptance } from "./assess-acceptance.ts";
import type { AcceptanceRound } from "./acceptance-round.ts";
import { findAcceptanceRights } from "./find-acceptance-rights.ts";
import { sampleAcceptance, sampleRounds } from "./sample-rounds.ts";

type States = readonly AcceptanceRound["state"][];
const limited = sampleAcceptance({ rectifications: 3 });
const rights = (...states: States) =>
  findAcceptanceRights({ acceptances: [limited] }, sampleRounds(...states), "2027-12-31");

describe("the rounds of an acceptance", () => {
  it.each<[States, { used: number; failures: number; exceeded: boolean }]>([
    [[], { used: 0, failures: 0, exceeded: false }],
    [["failed"], { used: 0, failures: 1, exceeded: false }],
    [["failed", "applied"], { used: 1, failures: 1, exceeded: false }],
    [["failed", "withdrawn"], { used: 0, failures: 1, exceeded: false }],
    [["objected", "objected", "objected", "objected", "failed"], { used: 0, failures: 1, exceeded: false }],
    [["failed", "failed", "failed"], { used: 2, failures: 3, exceeded: false }],
    [["failed", "objected", "failed", "failed", "applied"], { used: 3, failures: 3, exceeded: false }],
    [["failed", "failed", "failed", "failed"], { used: 3, failures: 4, exceeded: true }],
    [["failed", "passed"], { used: 1, failures: 1, exceeded: false }],
  ])("%j", (states, { failures, ...expected }) => {
    const standing = assessAcceptance(limited, sampleRounds(...states));
    expect(standing).toMatchObject({ allowed: 3, ...expected });
    expect(standing.failures).toHaveLength(failures);
  });

  it("have no limit where the terms set none", () => {
    const standing = assessAcceptance(
      sampleAcceptance(),
      sampleRounds("failed", "failed", "failed", "failed", "failed"),
    );
    expect(standing).toMatchObject({ exceeded: false });
    expect(standing.allowed).toBeUndefined();
  });

  it("allowed none, fail once", () => {
    expect(assessAcceptance(sampleAcceptance({ rectifications: 0 }), sampleRounds("failed")).exceeded).toBe(
      true,
    );
  });
});

describe("the right past the last rectification", () => {
  it("does not arise with the third failure of three allowed, nor by objections", () => {
    expect(rights("failed", "failed", "failed")).toEqual([]);
    expect(rights("failed", "objected", "failed", "objected", "failed")).toEqual([]);
  });

  it("arises with the fourth, on its day and with every failure", () => {
    expect(rights("failed", "failed", "objected", "failed", "failed")).toEqual([
      {
        key: "acceptance.final.terminate",
        holder: "buyer",
        gives: "terminate",
        title: {
          zh: "“终期验收”经3次整改仍未通过：甲方有权解除合同并按约定追究违约责任",
          en: "final acceptance has failed after 3 rectifications: the buyer may terminate and claim what the contract gives",
        },
        arisenOn: "2027-05-10",
        clause: "第八条",
        because: [
          ["2027-01-10", 1, 1],
          ["2027-02-10", 2, 2],
          ["2027-04-10", 3, 4],
          ["2027-05-10", 4, 5],
        ].map(([on, nth, round]) => ({
          on,
          text: {
            zh: `第${nth}次未通过（第${round}轮，${on}）：原因${round}`,
            en: `failure ${nth} (round ${round}, ${on}): 原因${round}`,
          },
        })),
      },
    ]);
  });

  it("stays with its day while the agency goes on, and is gone once it has passed", () => {
    expect(rights("failed", "failed", "failed", "failed", "failed")).toMatchObject([
      { arisenOn: "2027-04-10", because: { length: 5 } },
    ]);
    expect(rights("failed", "failed", "failed", "failed", "passed")).toEqual([]);
  });
});

describe("the right past the day that the buyer set for a rectification", () => {
  const endsByLateness = sampleAcceptance({ rectifications: 3, endsByLateness: true });
  type Later = readonly (readonly [AcceptanceRound["state"], string])[];

  /** Failed on 10 January 2027 with a day to rectify by, and what came after it with the days of the applications. */
  function late(today: string, later: Later = [], acceptance = endsByLateness) {
    const rounds = sampleRounds("failed", ...later.map(([state]) => state)).map(
      (round, at): AcceptanceRound => {
        const appliedOn = later[at - 1]?.[1] ?? round.appliedOn;
        if (at > 0 || round.state !== "failed") return { ...round, appliedOn };
        return { ...round, settled: { ...round.settled, rectifyBy: "2027-01-20" } };
      },
    );
    return findAcceptanceRights({ acceptances: [acceptance] }, rounds, today);
  }

  it("arises on the day after it, where the terms say so", () => {
    expect(late("2027-01-20")).toEqual([]);
    expect(late("2027-01-21")).toEqual([
      {
        key: "acceptance.final.late",
        holder: "buyer",
        gives: "terminate",
        title: {
          zh: "“终期验收”未在甲方规定的期限内完成整改：甲方有权解除合同并按约定追究违约责任",
          en: "final acceptance: not rectified by the day that the buyer set: the buyer may terminate and claim what the contract gives",
        },
        arisenOn: "2027-01-21",
        clause: "第八条",
        because: [
          {
            on: "2027-01-10",
            text: {
              zh: "第1次未通过（第1轮，2027-01-10）：原因1",
              en: "failure 1 (round 1, 2027-01-10): 原因1",
            },
          },
          {
            on: "2027-01-21",
            text: {
              zh: "整改期限 2027-01-20 已过，未再次申请验收",
              en: "the day for it, 2027-01-20, has passed: no other application",
            },
          },
        ],
      },
    ]);
    expect(late("2027-03-01", [], limited)).toEqual([]);
  });

  it("does not arise where the next application came by then, and one that was taken back is none", () => {
    expect(late("2027-03-01", [["applied", "2027-01-20"]])).toEqual([]);
    expect(late("2027-03-01", [["withdrawn", "2027-01-15"]])).toHaveLength(1);
    const again = [
      ["withdrawn", "2027-01-15"],
      ["failed", "2027-01-19"],
    ] as const;
    expect(late("2027-03-01", again)).toEqual([]);
  });

  it("stays where it came later, and is gone once the acceptance has passed", () => {
    const [right] = late("2027-03-01", [["applied", "2027-01-21"]]);
    expect(right?.arisenOn).toBe("2027-01-21");
    expect(right?.because.at(-1)?.text.zh).toContain("2027-01-21 才再次申请验收");
    expect(late("2027-03-01", [["passed", "2027-01-21"]])).toEqual([]);
  });

  it("follows from no objection, and from no failure without a day", () => {
    const states = ["objected", "failed"] as const;
    expect(
      findAcceptanceRights({ acceptances: [endsByLateness] }, sampleRounds(...states), "2027-12-31"),
    ).toEqual([]);
  });
});
