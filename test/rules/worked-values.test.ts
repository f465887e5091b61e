import { createCalendar } from "@luyue/core/calendar";
import { renderExplanation } from "@luyue/core/date-rule";
import type { ContractEvent } from "@luyue/core/event";
import { deriveObligations, type Obligation, stateOf } from "@luyue/core/obligation";
import { type DemoKey, demoContract } from "@luyue/testing/contracts";
import { describe, expect, it } from "vitest";

const calendar = createCalendar();

function derive(key: DemoKey, ...more: ContractEvent[]): Obligation[] {
  const { terms, events } = demoContract(key);
  return deriveObligations(terms, [...events, ...more], calendar);
}

function find(all: readonly Obligation[], key: string): Obligation {
  const found = all.find((obligation) => obligation.key === key);
  if (found === undefined) throw new Error(`no obligation ${key}`);
  return found;
}

const on = (kind: ContractEvent["kind"], date: string, of?: string): ContractEvent => ({
  id: `${kind}-${date}`,
  kind,
  on: date,
  ...(of === undefined ? {} : { of }),
});

describe("the contracts, worked out by hand", () => {
  it("A: the first payment says why it is due", () => {
    const payment = find(derive("A"), "payment.t1");
    const { zh } = renderExplanation(payment.explanation, calendar, payment.clause);
    expect(zh).toBe(
      "依据“三、付款 第3款”（合同生效后1个月内）：合同签订：2026-04-27；合同生效：2026-04-27；自 2026-04-27 次日起算1个月：2026-05-27（民法典第201、202条）",
    );
  });

  it("A: taking effect later, by an event of its own, moves payment and invoice", () => {
    const all = derive("A", on("effective", "2026-05-06"));
    expect(find(all, "payment.t1").dueOn).toBe("2026-06-08");
    expect(find(all, "invoice.t1").dueOn).toBe("2026-05-25");
    expect(find(all, "payment.t2").dueOn).toBe("2026-09-30");
  });

  it("A: the rounds of acceptance, from the application to the last payment", () => {
    const applied = on("acceptanceApplied", "2027-05-10", "final");
    const objected = on("acceptanceObjected", "2027-05-12", "final");
    const again = on("acceptanceApplied", "2027-06-01", "final");
    const passed = on("acceptancePassed", "2027-06-03", "final");
    const one = derive("A", applied);
    expect(find(one, `review.final.${applied.id}`).dueOn).toBe("2027-05-13");
    expect(find(one, "acceptance.final")).toMatchObject({ opensOn: "2027-05-10" });
    expect(find(one, "acceptance.final").dueOn).toBeUndefined();
    const two = derive("A", applied, objected);
    expect(find(two, `review.final.${applied.id}`).fulfilment?.eventId).toBe(objected.id);
    expect(find(two, `plan.final.${objected.id}`).dueOn).toBe("2027-05-24");
    expect(find(two, "acceptance.final").waitingFor).toMatchObject([
      { event: "acceptanceApplied", holder: "vendor" },
    ]);
    const three = derive("A", applied, objected, again, passed);
    expect(find(three, `review.final.${again.id}`).fulfilment?.eventId).toBe(passed.id);
    expect(find(three, "acceptance.final")).toMatchObject({
      opensOn: "2027-06-01",
      fulfilment: { on: "2027-06-03" },
    });
    expect(find(three, "payment.t5")).toMatchObject({ opensOn: "2027-06-03" });
  });

  it("A: response in 30 minutes, on site in 2 hours, on National Day too", () => {
    const call: ContractEvent = {
      id: "call",
      kind: "requested",
      of: "emergency-response",
      at: "2026-10-01T23:50:00+08:00",
    };
    const responses = derive("A", call).filter(({ key }) =>
      key.startsWith("service.emergency-response.call"),
    );
    expect(responses.map(({ dueAt }) => dueAt)).toEqual([
      "2026-10-02T00:20:00+08:00",
      "2026-10-02T01:50:00+08:00",
    ]);
    const [respond] = responses;
    if (respond === undefined) throw new Error("a request is answered");
    expect(stateOf(respond, "2026-10-02T00:20:00+08:00")).toBe("open");
    expect(stateOf(respond, "2026-10-02T00:21:00+08:00")).toBe("overdue");
  });

  it("A: force majeure before National Day: notice within 5 days, proof within 15, by the side it hit", () => {
    const hit: ContractEvent = { id: "flood", kind: "forceMajeure", on: "2026-09-28", by: "buyer" };
    const all = derive("A", hit);
    expect(find(all, "notice.force-majeure-notice.flood")).toMatchObject({
      debtor: "buyer",
      dueOn: "2026-10-08",
    });
    expect(find(all, "notice.force-majeure-proof.flood")).toMatchObject({
      debtor: "buyer",
      dueOn: "2026-10-13",
    });
  });

  it("B: funds before signing count from signing; corrected, the date follows", () => {
    const { terms } = demoContract("B");
    const due = (funds: string) =>
      deriveObligations(
        terms,
        [on("signed", "2026-03-03"), on("fundsAppropriated", funds, "t1")],
        calendar,
      ).find(({ key }) => key === "payment.t1")?.dueOn;
    expect(due("2026-03-16")).toBe("2026-04-14");
    expect(due("2026-02-10")).toBe("2026-03-31");
    expect(due("2026-03-17")).toBe("2026-04-15");
  });

  it("B: the second payment waits for acceptance and funds, and each opens one side", () => {
    const waits = (...events: ContractEvent[]) =>
      find(derive("B", ...events), "payment.t2").waitingFor.map(({ event }) => event);
    const passed = on("acceptancePassed", "2027-03-20", "stage");
    const funds = on("fundsAppropriated", "2027-03-25", "t2");
    expect(waits()).toEqual(["acceptancePassed", "fundsAppropriated", "invoiceReceived"]);
    expect(waits(passed)).toEqual(["fundsAppropriated", "invoiceReceived"]);
    expect(waits(passed, funds)).toEqual(["invoiceReceived"]);
    const payment = find(derive("B", passed, funds), "payment.t2");
    expect(payment).toMatchObject({ dueOn: "2027-04-23", explanation: { provisionalYears: [2027] } });
  });

  it("B: a term of three years has 36 inspections and 36 progress reports", () => {
    const { terms, events } = demoContract("B");
    const [term] = terms.terms;
    if (term?.end.rule !== "within") throw new Error("the term ends within years of signing");
    const long = { ...terms, terms: [{ ...term, end: { ...term.end, count: 3 } }] };
    const keys = deriveObligations(long, events, calendar).map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith("service.inspection."))).toHaveLength(36);
    expect(keys.filter((key) => key.startsWith("report.progress."))).toHaveLength(36);
  });

  it("E: open until the thirteenth assessment, then dated by it", () => {
    const signed = on("signed", "2026-03-02");
    const done: ContractEvent = { ...on("performed", "2026-08-20", "mlps-assessment"), quantity: 13 };
    const service = find(derive("E", signed, done), "service.mlps-assessment");
    expect(service).toMatchObject({
      dueOn: "2026-08-20",
      fulfilment: { on: "2026-08-20" },
      quota: { done: 13 },
    });
  });
});
