import { describe, expect, it } from "vitest";
import type { ContractTerms } from "../contract/index.ts";
import { derive, onSigned, sampleTranche, signed, title, wasSigned } from "./sample-derivation.ts";

const t1 = sampleTranche();

describe("nudges", () => {
  const onEvent = (event: "signed" | "awarded") =>
    ({ rule: "on", anchor: { anchor: "event", event } }) as const;
  const once = (key: string, due: ReturnType<typeof onEvent>) => ({
    key,
    title,
    schedule: { schedule: "once", due } as const,
  });

  it("go to one obligation for each event that a contract waits for", () => {
    const all = derive({
      services: [once("a", onEvent("awarded")), once("b", onEvent("awarded")), once("c", onEvent("signed"))],
    });
    expect(all.filter(({ nudges }) => nudges === true).map(({ key }) => key)).toEqual([
      "payment.t1",
      "service.a",
    ]);
  });

  it("leave out what an obligation of its own reminds of", () => {
    const invoiced = { rule: "on", anchor: { anchor: "event", event: "invoiceReceived", of: "t1" } } as const;
    const over: Partial<ContractTerms> = { tranches: [{ ...t1, due: invoiced, invoice: { due: onSigned } }] };
    expect(derive(over, [wasSigned]).some(({ nudges }) => nudges === true)).toBe(false);
  });

  it("are not taken by what goes on already, nor by a milestone that comes in its own time", () => {
    const ended = { anchor: "event", event: "serviceEnded", of: "main" } as const;
    const span = { span: "between", from: signed, to: ended } as const;
    const over: Partial<ContractTerms> = {
      services: [
        { key: "watch", title, schedule: { schedule: "throughout", span } },
        {
          key: "allowance",
          title,
          schedule: { schedule: "count", count: 30, unit: "day", bound: "atMost", span },
        },
        { key: "closing", title, schedule: { schedule: "once", due: { rule: "on", anchor: ended } } },
      ],
    };
    const nudged = (events: Parameters<typeof derive>[1]) =>
      derive(over, events).filter(({ nudges }) => nudges === true);
    expect(nudged([])).toHaveLength(1);
    expect(nudged([wasSigned])).toEqual([]);
  });
});
