import { describe, expect, it } from "vitest";
import { assessAcceptance } from "./assess-acceptance.ts";
import type { AcceptanceRound } from "./acceptance-round.ts";
import { findAcceptanceRights } from "./find-acceptance-rights.ts";
import { sampleAcceptance, sampleRounds } from "./sample-rounds.ts";

type States = readonly AcceptanceRound["state"][];
const limited = sampleAcceptance({ rectifications: 3 });
const rights = (...states: States) =>
  findAcceptanceRights({ acceptances: [limited] }, sampleRounds(...states));

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
