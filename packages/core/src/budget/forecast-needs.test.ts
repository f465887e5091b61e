import { describe, expect, it } from "vitest";
import { forecastNeeds } from "./forecast-needs.ts";
import { sampleBalance, samplePayment } from "./sample-payments.ts";

const asOf = "2026-11-20";
const of = (dueOn: string, amount: string, gate?: "closed") => samplePayment("a", { dueOn, amount }, gate);
const nothing = { amount: "0.00", held: "0.00", payments: 0 };

/** The bounds of 30, 60 and 90 days, each with the day after. */
const atBounds = [
  of("2026-11-19", "0.01"),
  of("2026-11-20", "1.00"),
  of("2026-12-20", "2.00"),
  of("2026-12-21", "4.00"),
  of("2027-01-19", "8.00"),
  of("2027-01-20", "16.00"),
  of("2027-02-18", "32.00"),
  of("2027-02-19", "64.00"),
];

describe("what the next days will need", () => {
  it("is cumulative, the day itself and the last day included", () => {
    const { overdue, within30, within60, within90, later, undated } = forecastNeeds(atBounds, asOf);
    expect(overdue).toEqual({ ...nothing, amount: "0.01", payments: 1 });
    expect(within30).toEqual({ ...nothing, amount: "3.00", payments: 2 });
    expect(within60).toEqual({ ...nothing, amount: "15.00", payments: 4 });
    expect(within90).toEqual({ ...nothing, amount: "63.00", payments: 6 });
    expect(later).toEqual({ ...nothing, amount: "64.00", payments: 1 });
    expect(undated).toEqual(nothing);
  });

  it("stands by month, cut to the 90 days, months without a payment too", () => {
    const { byMonth } = forecastNeeds(atBounds, asOf);
    expect(
      byMonth.map(({ month, from, to, amount, payments }) => [month, from, to, amount, payments]),
    ).toEqual([
      ["2026-11", "2026-11-20", "2026-11-30", "1.00", 1],
      ["2026-12", "2026-12-01", "2026-12-31", "6.00", 2],
      ["2027-01", "2027-01-01", "2027-01-31", "24.00", 2],
      ["2027-02", "2027-02-01", "2027-02-18", "32.00", 1],
    ]);
    expect(forecastNeeds([], asOf).byMonth.map(({ amount }) => amount)).toEqual(Array(4).fill("0.00"));
    expect(forecastNeeds([], "2026-01-31").byMonth.map(({ from }) => from)).toEqual([
      "2026-01-31",
      "2026-02-01",
      "2026-03-01",
      "2026-04-01",
      "2026-05-01",
    ]);
    expect(forecastNeeds([], "2026-01-31").byMonth.at(-1)?.to).toBe("2026-05-01");
    expect(forecastNeeds([], "2026-04-01").byMonth.at(-1)).toMatchObject({
      month: "2026-06",
      to: "2026-06-30",
    });
  });

  it("says what of it a closed gate holds", () => {
    const needs = forecastNeeds([of("2026-12-01", "70.00"), of("2026-12-02", "30.00", "closed")], asOf);
    const need = { amount: "100.00", held: "30.00", payments: 2 };
    expect([needs.within30, needs.within90]).toEqual([need, need]);
    expect(needs.byMonth[1]).toMatchObject(need);
  });

  it("counts what is left of a payment, and leaves out one that nothing is left of", () => {
    const balance = sampleBalance("100.00", { paid: "60.00", deducted: "15.00" });
    const part = samplePayment("a", { dueOn: "2026-12-01", amount: "100.00", balance });
    const done = samplePayment("a", { amount: "9.00", balance: sampleBalance("9.00", { paid: "9.00" }) });
    const waiting = samplePayment("a", { amount: "5.00" }, "closed");
    const { within30, undated } = forecastNeeds([part, done, waiting], asOf);
    expect(within30).toEqual({ amount: "25.00", held: "0.00", payments: 1 });
    expect(undated).toEqual({ amount: "5.00", held: "5.00", payments: 1 });
  });
});
