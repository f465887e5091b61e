import { describe, expect, it } from "vitest";
import type { ContractTerms } from "../contract/index.ts";
import { DomainError } from "../error/index.ts";
import { derive, main, sampleTranche, signed, title, wasSigned } from "./sample-derivation.ts";

const t1 = sampleTranche();

describe("rules that rest on each other", () => {
  const due = (of: string) => ({ rule: "on", anchor: { anchor: "due", of } }) as const;
  const dueAnchor = (of: string) => ({ anchor: "due", of }) as const;

  it.each([
    [{ tranches: [{ ...t1, due: due("payment.t1") }] }],
    [{ tranches: [{ ...t1, due: due("invoice.t1"), invoice: { due: due("payment.t1") } }] }],
    [
      {
        effect: { rule: "on", anchor: { anchor: "event", event: "effective" } },
        tranches: [{ ...t1, gates: [{ gate: "effective" }] }],
      },
    ],
    [
      {
        terms: [
          {
            key: "main",
            title,
            start: { rule: "on", anchor: { anchor: "term", term: "main", edge: "end" } },
            end: { rule: "on", anchor: { anchor: "term", term: "main", edge: "start" } },
          },
        ],
        services: [{ key: "watch", title, schedule: { schedule: "throughout", span: main } }],
      },
    ],
    [
      {
        tranches: [
          { ...t1, due: { rule: "on", anchor: { anchor: "lastOf", of: [signed, dueAnchor("payment.t1")] } } },
        ],
      },
    ],
  ] satisfies [Partial<ContractTerms>][])("are refused: %j", (over) => {
    try {
      derive(over, [wasSigned]);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect(error).toMatchObject({ code: "invalid" });
    }
  });

  it("are not, where two rest on a third", () => {
    const over: Partial<ContractTerms> = {
      tranches: [
        { ...t1, amount: { amount: "rate", rate: "50%" }, invoice: { due: due("payment.t1") } },
        {
          ...t1,
          key: "t2",
          amount: { amount: "rate", rate: "50%" },
          due: due("payment.t1"),
          invoice: { due: due("payment.t1") },
        },
      ],
    };
    const all = derive(over, [wasSigned]);
    expect(all.map(({ dueOn }) => dueOn)).toEqual(["2026-05-13", "2026-05-13", "2026-05-13", "2026-05-13"]);
  });
});
