import { describe, expect, it } from "vitest";
import type { CivilDate } from "../civil-date/index.ts";
import { type ContractTerms, contractTermsSchema } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { ContractEvent } from "../event/index.ts";
import { assessOverrun, proposeSettlement } from "./assess-end.ts";
import { assess, happened } from "./sample-assessment.ts";
import {
  calendar,
  days,
  derive,
  find,
  main,
  onSigned,
  signed,
  title,
  trigger,
  wasSigned,
} from "./sample-derivation.ts";

const earlyEnds: ContractTerms["earlyEnds"] = [
  {
    key: "budget",
    title: { zh: "预算调整", en: "budget change" },
    term: "main",
    notice: { count: 1, unit: "month" },
  },
  { key: "special", title: { zh: "特殊原因" }, term: "main", notice: { count: 15, unit: "day" } },
  { key: "at-once", title, term: "main", notice: { count: 0, unit: "day" } },
];
/** A year from the day after signing, as B has it. */
const year: ContractTerms["terms"] = [
  {
    key: "main",
    title: { zh: "服务期", en: "term" },
    start: onSigned,
    end: { rule: "within", count: 1, unit: "year", after: signed, roll: "none" },
  },
];

describe("the settlement of an early end", () => {
  const propose = (
    endOn: CivilDate,
    ground = "budget",
    over: Partial<ContractTerms> = {},
    events: readonly ContractEvent[] = [wasSigned],
  ) => {
    const price = { total: "365000.00" };
    const tranches = sampleTerms().tranches;
    const terms = contractTermsSchema.parse(sampleTerms({ price, tranches, earlyEnds, ...over }));
    return proposeSettlement(terms, events, calendar, ground, endOn);
  };

  it("is the total for the days worked, the first and the last among them", () => {
    expect(propose("2026-04-28")).toMatchObject({ days: 1, termDays: 365, price: "1000.00" });
    expect(propose("2026-07-31")).toEqual({
      ground: { zh: "预算调整", en: "budget change" },
      days: 95,
      termDays: 365,
      price: "95000.00",
      why: {
        zh: "按工作时间结算 365,000.00 × 95 ÷ 365 = 95,000.00",
        en: "by the time worked 365,000.00 × 95 ÷ 365 = 95,000.00",
      },
    });
  });

  it("is nothing before the term and no more than the total after it", () => {
    expect(propose("2026-04-27")).toMatchObject({ days: 0, price: "0.00" });
    expect(propose("2026-01-01")).toMatchObject({ days: 0, price: "0.00" });
    expect(propose("2027-04-27")).toMatchObject({ days: 365, price: "365000.00" });
    expect(propose("2028-01-01")).toMatchObject({ days: 365, price: "365000.00" });
  });

  it("counts a term from signing on without the day of signing", () => {
    expect(propose("2026-04-27", "budget", { terms: year })).toMatchObject({ days: 0, termDays: 365 });
    expect(propose("2026-04-28", "budget", { terms: year })).toMatchObject({ days: 1, price: "1000.00" });
  });

  it("says how long the latest notice runs, a ground at a time", () => {
    const noticed = [wasSigned, happened("endNoticed", "2026-05-31"), happened("endNoticed", "2026-06-10")];
    expect(propose("2026-07-31", "budget", {}, noticed.slice(0, 2))).toMatchObject({
      noticedOn: "2026-05-31",
      possibleFrom: "2026-06-30",
    });
    expect(propose("2026-07-31", "special", {}, noticed)).toMatchObject({
      noticedOn: "2026-06-10",
      possibleFrom: "2026-06-25",
      ground: { en: "特殊原因" },
    });
    expect(propose("2026-07-31", "at-once", {}, noticed).possibleFrom).toBe("2026-06-10");
    expect(propose("2026-07-31")).not.toHaveProperty("noticedOn");
  });

  it("is the same once the contract has ended", () => {
    const ended = [wasSigned, happened("ended", "2026-07-31")];
    expect(propose("2026-07-31", "budget", {}, ended)).toMatchObject({ days: 95, termDays: 365 });
  });

  it("needs a ground of the contract, and a term with dates", () => {
    expect(() => propose("2026-07-31", "other")).toThrow(expect.objectContaining({ code: "notFound" }));
    expect(() => propose("2026-07-31", "budget", { terms: year }, [])).toThrow(
      expect.objectContaining({ code: "conflict" }),
    );
  });
});

describe("service beyond the term", () => {
  const over: Partial<ContractTerms> = {
    price: { total: "1719600.00" },
    terms: year,
    overrun: { term: "main", clause: "第三条" },
  };
  const signedOn = happened("signed", "2026-03-03");
  const started = happened("overrunStarted", "2027-03-04");
  const sum = (today: CivilDate, more: readonly ContractEvent[] = [started], terms = over) =>
    assessOverrun(contractTermsSchema.parse(sampleTerms(terms)), [signedOn, ...more], calendar, today);

  it("costs the total ÷ 365 for each day, the first among them", () => {
    expect(sum("2027-03-04")).toEqual({
      from: "2027-03-04",
      through: "2027-03-04",
      days: 1,
      termDays: 365,
      amount: "4711.23",
      why: {
        zh: "按日计价 1,719,600.00 ÷ 365 × 1 = 4,711.23",
        en: "by the day 1,719,600.00 ÷ 365 × 1 = 4,711.23",
      },
      over: false,
    });
    // Rounded once: 30 × 4 711.2328…, not 30 × 4 711.23.
    expect(sum("2027-04-02")).toMatchObject({ days: 30, amount: "141336.99" });
    expect(sum("2028-03-02")).toMatchObject({ days: 365, amount: "1719600.00" });
    expect(sum("2027-03-03")).toMatchObject({ days: 0, amount: "0.00" });
  });

  it("stops with its end", () => {
    const ended = happened("overrunEnded", "2027-03-13");
    expect(sum("2027-09-01", [started, ended])).toMatchObject({ days: 10, amount: "47112.33", over: true });
  });

  it("is none where it has not begun, or the contract knows of none", () => {
    expect(sum("2027-09-01", [])).toBeUndefined();
    const { overrun: _none, ...without } = over;
    expect(sum("2027-09-01", [started], without)).toBeUndefined();
  });

  it("is owed as a payment of its own once it is over", () => {
    const ended = happened("overrunEnded", "2027-03-13");
    expect(derive(over, [signedOn, started]).map(({ key }) => key)).not.toContain("payment.overrun");
    const all = derive(over, [signedOn, started, ended]);
    expect(find(all, "payment.overrun")).toMatchObject({
      debtor: "buyer",
      amount: "47112.33",
      opensOn: "2027-03-13",
      clause: "第三条",
      balance: { rest: "47112.33" },
    });
    const paid = [signedOn, started, ended, happened("paid", "2027-04-01", "overrun", "47112.33")];
    expect(find(derive(over, paid), "payment.overrun").fulfilment?.on).toBe("2027-04-01");
    const line = assess(over, [signedOn, started, ended], "2027-04-01").at(-1);
    expect(line).toMatchObject({ line: { of: "overrun" }, payableToday: true, gates: [], missing: [] });
  });
});

describe("after an early end", () => {
  const lasts = { count: 3, unit: "year", afterTerm: "main" } as const;
  const over: Partial<ContractTerms> = {
    bond: { key: "bond", title, amount: "10000.00", due: days(10, signed) },
    services: [{ key: "scan", title, schedule: { schedule: "count", count: 6, unit: "time", span: main } }],
    reports: [
      {
        key: "monthly",
        title,
        schedule: { schedule: "every", period: "month", from: "calendar", span: main },
      },
    ],
    acceptances: [{ key: "final", title, stage: "final", decision: { due: days(300, signed) } }],
    secrecy: { key: "s", title, lasts, handBack: { due: days(10, trigger) } },
  };
  const ended = happened("ended", "2026-09-01", undefined, "34000.00");
  const keysOf = (...events: ContractEvent[]) => derive(over, [wasSigned, ...events]).map(({ key }) => key);

  it("only secrecy, hand-back and the settlement are owed, beside what was done", () => {
    expect(keysOf().length).toBeGreaterThan(10);
    const demanded = happened("handBackDemanded", "2026-09-10");
    const bond = happened("bondReceived", "2026-05-04", "bond");
    expect(keysOf(ended)).toEqual(["payment.settlement", "secrecy.s"]);
    expect(keysOf(ended, demanded, bond)).toEqual([
      "payment.settlement",
      "bond.bond",
      "secrecy.s",
      "handBack.s.handBackDemanded-2026-09-10",
    ]);
  });

  it("secrecy lasts its years from the early end, which is said", () => {
    const secrecy = find(derive(over, [wasSigned, ended]), "secrecy.s");
    expect(secrecy).toMatchObject({ opensOn: "2026-04-27", dueOn: "2029-09-01" });
    expect(find(derive(over, [wasSigned]), "secrecy.s").dueOn).toBe("2030-04-27");
    expect(secrecy.explanation.steps).toContainEqual(
      expect.objectContaining({ step: "event", label: { zh: "合同提前终止", en: "contract ended early" } }),
    );
  });

  it("an end after the term's own cuts nothing off", () => {
    const late = happened("ended", "2027-06-01");
    expect(find(derive(over, [wasSigned, late]), "secrecy.s").dueOn).toBe("2030-04-27");
  });

  it("the settlement is what the agreed price leaves of what has been paid; nothing is owed where all is", () => {
    const paid = happened("paid", "2026-05-10", "t1", "30000.00");
    const settlement = find(derive(over, [wasSigned, paid, ended]), "payment.settlement");
    expect(settlement).toMatchObject({
      amount: "4000.00",
      opensOn: "2026-09-01",
      balance: { rest: "4000.00" },
    });
    expect(assess(over, [wasSigned, paid, ended], "2026-09-02")).toMatchObject([
      { line: { of: "t1", released: "70000.00" }, payableToday: false },
      { line: { of: "settlement" }, payableToday: true },
    ]);
    const more = happened("paid", "2026-05-10", "t1", "34000.00");
    expect(keysOf(more, ended)).toEqual(["payment.t1", "secrecy.s"]);
  });

  it("what has been paid in full stays fulfilled; what was paid in part is done with the end", () => {
    const payment = (amount?: string) => {
      const paid = happened("paid", "2026-05-10", "t1", amount);
      return find(derive(over, [wasSigned, paid, ended]), "payment.t1");
    };
    expect(payment().fulfilment).toEqual({ eventId: "paid-2026-05-10", on: "2026-05-10" });
    expect(payment("1.00")).toMatchObject({
      fulfilment: { eventId: ended.id, on: "2026-09-01" },
      waitingFor: [],
      balance: { paid: "1.00", released: "99999.00" },
    });
  });
});
