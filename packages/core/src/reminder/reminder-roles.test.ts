import { describe, expect, it } from "vitest";
import { obligationKindSchema } from "../obligation/index.ts";
import type { Obligation } from "../obligation/index.ts";
import { reminderPolicySchema, reminderRoles } from "./index.ts";

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

describe("reminderPolicySchema", () => {
  const policy = { leadDays: [30, 1], sendAt: "09:00", nudgeAfterDays: 7, nudgeEveryDays: 30 };

  it("takes a policy, also one without leads", () => {
    expect(reminderPolicySchema.parse(policy)).toEqual(policy);
    expect(reminderPolicySchema.safeParse({ ...policy, leadDays: [] }).success).toBe(true);
  });

  it.each([
    { leadDays: [0] },
    { leadDays: [366] },
    { leadDays: [1.5] },
    { sendAt: "9:00" },
    { nudgeEveryDays: 0 },
    { quiet: true },
  ])("refuses %j", (over) => {
    expect(reminderPolicySchema.safeParse({ ...policy, ...over }).success).toBe(false);
  });
});
