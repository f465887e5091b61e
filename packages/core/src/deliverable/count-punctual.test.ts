import { describe, expect, it } from "vitest";
import type { Obligation } from "../obligation/index.ts";
import { countPunctual, type Submission } from "./index.ts";
import { accepted, handedIn, owed, sentBack } from "./sample-submission.ts";

const now = "2026-07-01T09:00:00+08:00";
const early = "2026-06-11T09:00:00+08:00";
const late = { submittedAt: "2026-06-17T08:00:00+08:00" };
const count = (submissions: Submission[], over: Partial<Obligation> = {}, at = now) =>
  countPunctual(owed(over), submissions, at);

describe("what is owed once", () => {
  it("counts once its day is over, or once it was accepted, never while it is in check", () => {
    expect(count([], {}, early)).toBeUndefined();
    expect(count([])).toEqual({ owed: 1, inTime: 0 });
    expect(count([accepted()], {}, early)).toEqual({ owed: 1, inTime: 1 });
    expect(count([accepted(late)])).toEqual({ owed: 1, inTime: 0 });
    expect(count([handedIn()])).toBeUndefined();
    expect(count([sentBack()])).toEqual({ owed: 1, inTime: 0 });
  });

  it("cannot be judged without a day", () => {
    const { dueOn: _none, ...undated } = owed();
    expect(countPunctual(undated, [accepted()], now)).toBeUndefined();
  });
});

describe("a quota", () => {
  const quota = (done: number) => ({ shape: "quota", quota: { count: 4, unit: "time", done } }) as const;
  const pieces = [
    accepted({ id: "s1", piece: 1 }),
    accepted({ id: "s2", piece: 2, quantity: 2 }),
    accepted({ id: "s3", piece: 3, ...late }),
  ];

  it("counts what was accepted before its day, and all of it after", () => {
    expect(count(pieces.slice(0, 2), quota(3), early)).toEqual({ owed: 3, inTime: 3 });
    expect(count(pieces.slice(0, 2), quota(3))).toEqual({ owed: 4, inTime: 3 });
    expect(count(pieces, quota(4))).toEqual({ owed: 4, inTime: 3 });
    expect(count([], quota(0), early)).toBeUndefined();
    expect(count([], quota(0))).toEqual({ owed: 4, inTime: 0 });
  });

  it("counts no more than is owed, and by the day of the word where nothing was handed in", () => {
    const more = [accepted({ quantity: 9 })];
    expect(count(more, quota(9))).toEqual({ owed: 4, inTime: 4 });
    const word = (on: string) => count([], { ...quota(0), fulfilment: { eventId: "e1", on } });
    expect(word("2026-06-12")).toEqual({ owed: 4, inTime: 4 });
    expect(word("2026-06-13")).toEqual({ owed: 4, inTime: 0 });
  });

  it("that was reached in time is in time as a whole, a part of it by the agency's word", () => {
    const reached = (on: string) => ({ ...quota(4), fulfilment: { eventId: "e1", on } });
    expect(count(pieces.slice(0, 2), reached("2026-06-12"))).toEqual({ owed: 4, inTime: 4 });
    expect(count(pieces.slice(0, 2), reached("2026-06-13"))).toEqual({ owed: 4, inTime: 3 });
  });
});

describe("what goes on", () => {
  const quota = { count: 4, unit: "time", done: 3, atMost: true } as const;

  it("owes nothing on call, whatever became of it", () => {
    for (const shape of ["onDemand", "continuous"] as const) {
      expect(count([], { shape })).toBeUndefined();
      expect(count([accepted(late)], { shape })).toBeUndefined();
    }
  });

  it("is of an allowance judged by what was accepted alone, and that by its day", () => {
    expect(count([], { shape: "quota", quota })).toBeUndefined();
    const pieces = [accepted({ quantity: 2 }), accepted({ id: "s2", piece: 2, ...late })];
    expect(count(pieces, { shape: "quota", quota })).toEqual({ owed: 3, inTime: 2 });
    const beyond = [accepted({ quantity: 9 })];
    expect(count(beyond, { shape: "quota", quota })).toEqual({ owed: 9, inTime: 9 });
  });
});
