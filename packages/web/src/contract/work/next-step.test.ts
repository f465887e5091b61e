import { describe, expect, it } from "vitest";
import { nextStepOf } from "./next-step.ts";
import { acceptance, round } from "./sample-work.ts";
import type { Round } from "./work-queries.ts";

const signing = (...signed: readonly boolean[]): Round["assessment"] => ({
  name: "合同经办人",
  at: "2027-04-21T01:00:00.000Z",
  results: [],
  acceptors: signed.map((done, at) => ({
    key: `mem_${at}`,
    name: `验收人员${at + 1}`,
    expert: false,
    signature: done
      ? { agrees: true, note: null, evidence: [], recordedBy: "验收人员", at: "2027-04-21T01:00:00.000Z" }
      : null,
  })),
});
const open = (assessment: Round["assessment"]) =>
  acceptance({ openRoundId: "rnd_1", rounds: [round({ assessment })] });

const stamp = { at: "2027-05-01T01:00:00.000Z", evidence: [] };

describe("what an acceptance waits for", () => {
  it("is the application, then the assessment, every signature, the conclusion", () => {
    expect(nextStepOf(acceptance({}))).toMatchObject({ step: "apply", text: { zh: "待乙方申请验收。" } });
    expect(nextStepOf(open(null)).step).toBe("assess");
    const some = nextStepOf(open(signing(true, false, false)));
    expect(some).toMatchObject({ step: "sign", text: { zh: "待签字：验收人员2、验收人员3。" } });
    expect(nextStepOf(open(signing(true, true))).step).toBe("conclude");
  });

  it("is the rectification by its day once a round has failed", () => {
    const settled = { on: "2027-05-01", name: "验收人员", reason: "不足", rectifyBy: "2027-05-15", ...stamp };
    const failed = acceptance({ rounds: [round({ state: "failed", settled })] });
    expect(nextStepOf(failed).text.zh).toBe("待乙方整改后再次申请，最迟 2027-05-15。");
    const rounds = [...failed.rounds, round({ id: "rnd_2", number: 2, state: "withdrawn" })];
    expect(nextStepOf(acceptance({ rounds })).text.zh).toContain("2027-05-15");
  });

  it("is nobody's form once it has passed, or the rectifications are used up", () => {
    const passed = nextStepOf(acceptance({ passedOn: "2027-05-20" }));
    expect(passed).toMatchObject({ step: "none", text: { en: "It passed on 2027-05-20." } });
    const exceeded = acceptance({ rectifications: { allowed: 3, used: 3, exceeded: true } });
    expect(nextStepOf(exceeded).step).toBe("none");
    expect(nextStepOf(exceeded).text.zh).toContain("已用完");
  });
});
