import { describe, expect, it } from "vitest";
import type { ContractTerms } from "../contract/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { days, derive, find, onSigned, title, trigger, waitsFor, wasSigned } from "./sample-derivation.ts";

describe("secrecy", () => {
  const handBack = { due: days(10, trigger) };

  it("without end goes on from signing; with one it ends years after the term, on a day off too", () => {
    const endless = find(derive({ secrecy: { key: "s", title } }, [wasSigned]), "secrecy.s");
    expect(endless).toMatchObject({ shape: "continuous", opensOn: "2026-04-27" });
    expect(endless).not.toHaveProperty("dueOn");
    const lasts = { count: 3, unit: "year", afterTerm: "main" } as const;
    expect(find(derive({ secrecy: { key: "s", title, lasts } }, [wasSigned]), "secrecy.s").dueOn).toBe(
      "2030-04-27",
    );
  });

  it("says what its end waits for", () => {
    const lasts = { count: 3, unit: "year", afterTerm: "open" } as const;
    const open = {
      key: "open",
      title,
      start: onSigned,
      end: { rule: "on", anchor: { anchor: "event", event: "serviceEnded", of: "open" } },
    } as const;
    const over: Partial<ContractTerms> = { terms: [open], secrecy: { key: "s", title, lasts } };
    expect(waitsFor(find(derive(over, [wasSigned]), "secrecy.s"))).toEqual(["serviceEnded open"]);
  });

  it("asks for the data back within its time after each demand", () => {
    const demanded: ContractEvent = { id: "d1", kind: "handBackDemanded", on: "2026-06-01" };
    const all = derive({ secrecy: { key: "s", title, handBack } }, [wasSigned, demanded]);
    expect(find(all, "handBack.s.d1")).toMatchObject({ dueOn: "2026-06-11", debtor: "vendor" });
  });
});
