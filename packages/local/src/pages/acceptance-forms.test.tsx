import { describe, expect, it } from "vitest";
import { AcceptanceForms } from "./acceptance-forms.tsx";
import { listDemoSeats, type Person } from "./person.ts";
import { acceptance, round } from "./sample-work.ts";

const [manager, acceptor] = (["contractManager", "acceptor"] as const).map((role) =>
  listDemoSeats().find((each) => each.roles.includes(role)),
);

function render(person: Person | undefined, { passed = true, agrees = true } = {}): string {
  const assessed = round({
    assessment: {
      name: manager?.name ?? "",
      results: [{ criterion: 1, title: { zh: "完成率", en: "done" }, passed, note: null }],
      acceptors: [{ key: "a1", name: "验收人员", expert: false, signature: { agrees, note: null } }],
    },
  });
  const view = { language: "zh", today: "2027-05-01", person, path: "" } as const;
  const place = { view, base: "", anchor: "", refused: undefined, running: true };
  const open = acceptance({ rounds: [assessed], openRoundId: assessed.id });
  return String(<AcceptanceForms place={place} acceptance={open} />);
}

describe("the conclusion of an acceptance", () => {
  it("is offered to somebody else than who assessed it", () => {
    expect(render(manager)).not.toContain("结论：");
    expect(render(manager)).toContain("须由他人作出结论");
    expect(render(acceptor)).toContain("结论：通过");
    expect(render(acceptor)).toContain("结论：不通过");
  });

  it.each([{ passed: false }, { agrees: false }])("is no pass where %j", (found) => {
    expect(render(acceptor, found)).not.toContain("结论：通过");
    expect(render(acceptor, found)).toContain("结论：不通过");
  });
});
