import { describe, expect, it } from "vitest";
import type { ContractEvent } from "../event/index.ts";
import { countQuota, createEventLog, findFulfilment } from "./event-log.ts";

const performed = (id: string, when: string, quantity?: number): ContractEvent => ({
  id,
  kind: "performed",
  of: "scan",
  ...(when.length === 10 ? { on: when } : { at: when }),
  ...(quantity === undefined ? {} : { quantity }),
});
const order = (...events: ContractEvent[]) =>
  createEventLog(events)
    .all("performed", "scan")
    .map(({ id }) => id);

describe("the log of events", () => {
  it("is in order of date, then of the instant as such, then of the id", () => {
    expect(
      order(
        performed("d", "2026-06-02"),
        performed("c", "2026-06-01T01:30:00Z"),
        performed("b", "2026-06-01T09:00:00+08:00"),
        performed("a2", "2026-06-01"),
        performed("a1", "2026-06-01"),
      ),
    ).toEqual(["a1", "a2", "b", "c", "d"]);
  });

  it("keeps kinds and subjects apart", () => {
    const log = createEventLog([performed("a", "2026-06-01"), { id: "s", kind: "signed", on: "2026-03-03" }]);
    expect(log.first("performed", "scan")?.id).toBe("a");
    expect(log.first("performed", "drill")).toBeUndefined();
    expect(log.first("performed", undefined)).toBeUndefined();
    expect(log.first("signed", undefined)?.id).toBe("s");
    expect(log.all("requested", "scan")).toEqual([]);
  });

  it("finds the earliest of several ways to fulfil", () => {
    const log = createEventLog([
      { id: "accepted", kind: "deliverableAccepted", of: "report.x", on: "2026-06-01" },
      { id: "said", kind: "fulfilled", of: "report.x", on: "2026-06-02" },
    ]);
    const ways = [
      { event: "fulfilled", of: "report.x" },
      { event: "deliverableAccepted", of: "report.x" },
    ] as const;
    const found = { log, event: log.first };
    expect(findFulfilment(found, ways)?.id).toBe("accepted");
    expect(findFulfilment(found, [{ event: "paid", of: "t1" }])).toBeUndefined();
  });
});

describe("a quota", () => {
  const log = createEventLog([
    performed("c", "2026-08-01", 2),
    performed("a", "2026-06-01"),
    performed("b", "2026-07-01", 3),
  ]);

  it("is reached with the event that completes it, in order of time; more is counted too", () => {
    expect(countQuota(log, { event: "performed", of: "scan" }, 4)).toMatchObject({
      done: 6,
      reachedBy: { id: "b" },
    });
    expect(countQuota(log, { event: "performed", of: "scan" }, 5)).toMatchObject({
      done: 6,
      reachedBy: { id: "c" },
    });
    expect(countQuota(log, { event: "performed", of: "scan" }, 1)).toMatchObject({ reachedBy: { id: "a" } });
  });

  it("is not reached by less", () => {
    expect(countQuota(log, { event: "performed", of: "scan" }, 7)).toEqual({ done: 6 });
    expect(countQuota(log, { event: "performed", of: "drill" }, 1)).toEqual({ done: 0 });
  });
});
