import { describe, expect, it } from "vitest";
import { obligationKindSchema } from "../obligation/index.ts";
import type { Obligation } from "../obligation/index.ts";
import { reminderRoles } from "./index.ts";

const owed = (kind: Obligation["kind"]): Obligation => ({
  key: "x",
  kind,
  shape: "single",
  title: { zh: "某项", en: "item" },
  debtor: "vendor",
  waitingFor: [],
  explanation: { steps: [], provisionalYears: [] },
  fulfilledBy: [],
});

describe("who is told", () => {
  it("always includes the contract manager, never the auditor", () => {
    for (const kind of obligationKindSchema.options) {
      expect(reminderRoles(owed(kind))).toContain("contractManager");
      expect(reminderRoles(owed(kind))).not.toContain("auditor");
    }
  });

  it("tells finance of money and the acceptor of work", () => {
    expect(reminderRoles(owed("payment"))).toContain("finance");
    expect(reminderRoles(owed("invoice"))).toContain("finance");
    expect(reminderRoles(owed("deliverable"))).toContain("acceptor");
    expect(reminderRoles(owed("deliverable"))).not.toContain("finance");
  });
});
