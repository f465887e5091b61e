import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, civilDateOf, instantAt } from "../civil-date/index.ts";
import type { Obligation } from "../obligation/index.ts";
import { assessPiece, assessTimeliness, type Submission } from "./index.ts";
import { accepted, handedIn, owed, sentBack } from "./sample-submission.ts";

const now = "2026-07-01T09:00:00+08:00";
const early = "2026-06-11T09:00:00+08:00";
const assess = (submissions: Submission[], over: Partial<Obligation> = {}, at = now) => {
  const { verdict, lateDays, why } = assessTimeliness(owed(over), submissions, at);
  return [verdict, lateDays, why.zh, why.en];
};

describe("a deliverable", () => {
  it("is in time by the day on which it was handed in, however long the check took", () => {
    expect(assess([accepted({}, "2026-06-30")])).toEqual([
      "onTime",
      undefined,
      "2026-06-10 提交，期限 2026-06-12",
      "handed in on 2026-06-10, due 2026-06-12",
    ]);
    expect(assess([accepted({ submittedAt: "2026-06-12T23:59:59+08:00" })])[0]).toBe("onTime");
    // Already the next day in Shanghai, and still the twelfth where it was sent.
    expect(assess([accepted({ submittedAt: "2026-06-12T16:00:00Z" })])).toEqual([
      "late",
      1,
      "2026-06-13 提交，期限 2026-06-12，逾期1天",
      "handed in on 2026-06-13, due 2026-06-12; 1 day late",
    ]);
  });

  it("is late where the version that was accepted came late, though one that was returned was in time", () => {
    const second = { id: "s2", version: 2, submittedAt: "2026-06-17T08:00:00+08:00" };
    expect(assess([sentBack(), accepted(second)])).toEqual([
      "late",
      5,
      "2026-06-17 提交，期限 2026-06-12，逾期5天",
      "handed in on 2026-06-17, due 2026-06-12; 5 days late",
    ]);
  });

  it("is nobody's delay while it waits for its check, and the vendor's again once it was returned", () => {
    expect(assess([handedIn()])).toEqual([
      "open",
      undefined,
      "2026-06-10 提交，期限 2026-06-12，待甲方核验",
      "handed in on 2026-06-10, due 2026-06-12; waits for the buyer's check",
    ]);
    expect(assess([sentBack()])).toEqual([
      "overdue",
      19,
      "2026-06-15 被退回，期限 2026-06-12，逾期19天",
      "returned on 2026-06-15; due 2026-06-12; 19 days late",
    ]);
    expect(assess([sentBack({}, "withdrawn")], {}, early)[0]).toBe("open");
    expect(assess([sentBack({}, "withdrawn")])[2]).toContain("2026-06-15 已撤回");
  });

  it("is open until its day is over, and overdue then", () => {
    expect(assess([], {}, "2026-06-12T23:59:59+08:00")).toEqual([
      "open",
      undefined,
      "期限 2026-06-12",
      "due 2026-06-12",
    ]);
    expect(assess([], {}, "2026-06-13T00:00:00+08:00").slice(0, 2)).toEqual(["overdue", 1]);
    const { dueOn: _none, ...waits } = owed();
    expect(assessTimeliness(waits, [], now).verdict).toBe("open");
    expect(assessTimeliness(waits, [accepted()], now)).toMatchObject({
      verdict: "onTime",
      why: { en: "handed in on 2026-06-10; no day is agreed" },
    });
  });

  it("goes by the hour where one is agreed; what came on paper is in time on its day", () => {
    const due = { dueOn: "2026-06-12", dueAt: "2026-06-12T16:00:00+08:00" };
    const at = (submittedAt: string) => assess([accepted({ submittedAt })], due);
    expect(at("2026-06-12T16:00:00+08:00")[0]).toBe("onTime");
    expect(at("2026-06-12T16:00:01+08:00")).toEqual([
      "late",
      0,
      "2026-06-12 16:00 提交，期限 2026-06-12 16:00，当日已过时限",
      "handed in on 2026-06-12 16:00, due 2026-06-12 16:00; past the hour",
    ]);
    expect(at(instantAt("2026-06-12", "00:00"))[0]).toBe("onTime");
    expect(at(instantAt("2026-06-13", "00:00")).slice(0, 2)).toEqual(["late", 1]);
    expect(assess([], due, "2026-06-12T16:00:01+08:00").slice(0, 2)).toEqual(["overdue", 0]);
  });

  it("that the agency recorded itself goes by that day", () => {
    const fulfilment = { eventId: "e1", on: "2026-06-13" };
    expect(assess([], { fulfilment })).toEqual([
      "late",
      1,
      "2026-06-13 登记履行，期限 2026-06-12，逾期1天",
      "recorded as done on 2026-06-13, due 2026-06-12; 1 day late",
    ]);
  });
});

describe("a service", () => {
  it("is in time by its own last day, for its record is only the proof", () => {
    const service = { key: "service.scan", kind: "service" } as const;
    const record = { of: "service.scan", performedOn: "2026-06-09", performedThrough: "2026-06-12" };
    const late = { submittedAt: "2026-06-25T09:00:00+08:00" };
    expect(assess([accepted({ ...record, ...late })], service)[0]).toBe("onTime");
    const over = { ...record, ...late, performedThrough: "2026-06-13" };
    expect(assess([accepted(over)], service).slice(0, 2)).toEqual(["late", 1]);
  });
});

describe("what has several pieces", () => {
  const piece = (number: number, day: string) =>
    accepted({ id: `s${number}`, piece: number, submittedAt: `2026-06-${day}T09:00:00+08:00` });
  const quota = (done: number) => ({ shape: "quota", quota: { count: 3, unit: "time", done } }) as const;

  it("is met by the piece that completes it, whatever the order of their checks", () => {
    const three = [piece(1, "14"), piece(2, "01"), piece(3, "02")];
    expect(assess(three, quota(3)).slice(0, 2)).toEqual(["late", 2]);
    expect(assess([...three, piece(4, "03")], quota(4))[0]).toBe("onTime");
    const many = accepted({ quantity: 3 });
    expect(assess([many], quota(3))[0]).toBe("onTime");
  });

  it("is overdue while too few are there, unless enough wait for their check", () => {
    expect(assess([piece(1, "01")], quota(1))).toEqual([
      "overdue",
      19,
      "已完成1/3，期限 2026-06-12，逾期19天",
      "1 of 3 done; due 2026-06-12; 19 days late",
    ]);
    const waiting = handedIn({ id: "s2", piece: 2, quantity: 2 });
    expect(assess([piece(1, "01"), waiting], quota(1))).toEqual([
      "open",
      undefined,
      "已完成1/3，待甲方核验",
      "1 of 3 done; waits for the buyer's check",
    ]);
  });

  it("that were reached in time, in part by the agency's own record, stay so whatever is done beyond", () => {
    const done = (number: number, day: string) =>
      accepted({ id: `s${number}`, of: "service.scan", piece: number, performedOn: `2026-06-${day}` });
    const two = [done(1, "01"), done(2, "10")];
    const met = (eventId: string) =>
      ({ key: "service.scan", kind: "service", fulfilment: { eventId, on: "2026-06-10" } }) as const;
    const byRecord = { ...met("s2_performed"), ...quota(3) };
    const before = assess(two, byRecord);
    expect(before).toEqual([
      "onTime",
      undefined,
      "2026-06-10 完成，期限 2026-06-12",
      "performed on 2026-06-10, due 2026-06-12",
    ]);
    expect(assess([...two, done(3, "20")], { ...byRecord, ...quota(4) })).toEqual(before);
    expect(assess([...two, done(3, "20")], { ...met("evt_1"), ...quota(4) })[2]).toContain("登记履行");
  });

  it("has no day for each piece where it goes on", () => {
    const record = accepted();
    expect(assessPiece(record, owed({ shape: "onDemand", dueOn: "2026-06-01" }), now)).toMatchObject({
      verdict: "onTime",
      why: { zh: "2026-06-10 提交，未约定期限" },
    });
  });

  it("is late by exactly the days between its day and the one on which it came", () => {
    const days = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1439 }), (offset, minutes) => {
        const on = addDays("2026-06-12", offset);
        const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
        const { verdict, lateDays } = assessPiece(
          accepted({ submittedAt: instantAt(on, time) }),
          owed(),
          instantAt(addDays(on, 30), "09:00"),
        );
        expect(civilDateOf(instantAt(on, time))).toBe(on);
        expect([verdict, lateDays]).toEqual(offset > 0 ? ["late", offset] : ["onTime", undefined]);
      }),
    );
  });
});
