import { describe, expect, it } from "vitest";
import { readContractSearch, tabOf } from "./contract-search.ts";

describe("the address of a contract's page", () => {
  it("names a part, and of the findings what is shown", () => {
    expect(readContractSearch({ tab: "payments", state: "open" })).toEqual({ tab: "payments" });
    const shown = { state: "open", severity: "high", unit: "unt_01", late: true, after: "cursor" };
    expect(readContractSearch({ tab: "findings", ...shown })).toEqual({ tab: "findings", ...shown });
  });

  it("leaves out what it does not know", () => {
    const wrong = { state: "lost", severity: "worst", unit: "../x", late: "yes", after: "", other: 1 };
    expect(readContractSearch({ tab: "findings", ...wrong })).toEqual({ tab: "findings" });
    expect(readContractSearch({ tab: "nothing" })).toEqual({});
  });

  it("leads an obligation to where it stands", () => {
    expect([tabOf("finding.unt_01-20260601"), tabOf("payment.t1"), tabOf("other.x")]).toEqual([
      "findings",
      "payments",
      "work",
    ]);
  });
});
