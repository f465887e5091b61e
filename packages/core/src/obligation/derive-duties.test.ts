import { describe, expect, it } from "vitest";
import type { ContractTerms } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { ContractEvent } from "../event/index.ts";
import { deriveObligations } from "./index.ts";
import {
  calendar,
  days,
  derive,
  find,
  main,
  signed,
  title,
  trigger,
  wasSigned,
} from "./sample-derivation.ts";

describe("services on demand", () => {
  const help: NonNullable<ContractTerms["services"]>[number] = {
    key: "help",
    title: { zh: "应急响应", en: "emergency response" },
    schedule: {
      schedule: "onDemand",
      span: main,
      limits: [
        { key: "respond", title: { zh: "响应", en: "respond" }, count: 30, unit: "minute" },
        { key: "on-site", title: { zh: "到场", en: "on site" }, count: 2, unit: "hour" },
      ],
    },
  };
  const requested: ContractEvent = {
    id: "r1",
    kind: "requested",
    of: "help",
    at: "2026-10-01T23:40:00+08:00",
  };

  it("owe a response within each limit for each request, holidays or not", () => {
    const all = derive({ services: [help] }, [
      requested,
      { ...requested, id: "r2", at: "2026-12-01T00:00:00Z" },
    ]);
    const responses = all.filter(({ key }) => key.startsWith("service.help."));
    expect(responses.map(({ key, dueAt }) => [key, dueAt])).toEqual([
      ["service.help.r1.respond", "2026-10-02T00:10:00+08:00"],
      ["service.help.r1.on-site", "2026-10-02T01:40:00+08:00"],
      ["service.help.r2.respond", "2026-12-01T08:30:00+08:00"],
      ["service.help.r2.on-site", "2026-12-01T10:00:00+08:00"],
    ]);
    expect(responses[0]).toMatchObject({
      dueOn: "2026-10-02",
      shape: "single",
      debtor: "vendor",
      title: { zh: "应急响应：响应", en: "emergency response: respond" },
    });
    expect(find(all, "service.help")).toMatchObject({
      shape: "onDemand",
      opensOn: "2026-04-28",
      dueOn: "2027-04-27",
    });
  });

  it("are fulfilled one by one", () => {
    const done: ContractEvent = {
      id: "f",
      kind: "fulfilled",
      of: "service.help.r1.respond",
      at: "2026-10-01T23:50:00+08:00",
    };
    const all = derive({ services: [help] }, [requested, done]);
    expect(find(all, "service.help.r1.respond").fulfilment).toEqual({ eventId: "f", on: "2026-10-01" });
    expect(find(all, "service.help.r1.on-site").fulfilment).toBeUndefined();
  });

  it("are met by the steps of the incident that asked for them, each by its own", () => {
    const limits = [
      { key: "respond", title, count: 30, unit: "minute", step: "responded" },
      { key: "on-site", title, count: 2, unit: "hour", step: "onSite" },
      { key: "recover", title, count: 4, unit: "hour", step: "recovered" },
    ] as const;
    const services = [{ ...help, schedule: { ...help.schedule, limits: [...limits] } }] as (typeof help)[];
    const step = (kind: ContractEvent["kind"], of: string): ContractEvent => ({
      id: `${of}_${kind}`,
      kind,
      of,
      at: "2026-10-02T00:00:00+08:00",
    });
    const all = derive({ services }, [
      requested,
      { ...requested, id: "r2" },
      step("incidentResponded", "r1"),
      step("incidentRecovered", "r1"),
      step("incidentOnSite", "r2"),
    ]);
    const met = all.flatMap(({ key, fulfilment }) =>
      fulfilment === undefined ? [] : [`${key} ${fulfilment.eventId}`],
    );
    expect(met).toEqual([
      "service.help.r1.respond r1_incidentResponded",
      "service.help.r1.recover r1_incidentRecovered",
      "service.help.r2.on-site r2_incidentOnSite",
    ]);
  });

  it("run in the limit's service hours, and warn when three quarters of those are gone", () => {
    const hours = { from: "09:00", to: "17:00" };
    const limits = [{ key: "respond", title, count: 4, unit: "hour" as const, hours }];
    const services = [{ ...help, schedule: { ...help.schedule, limits } }] as (typeof help)[];
    const late = { ...requested, at: "2026-09-30T15:00:00+08:00" };
    const response = find(derive({ services }, [late]), "service.help.r1.respond");
    expect(response).toMatchObject({
      dueAt: "2026-10-08T11:00:00+08:00",
      warnAt: "2026-10-08T10:00:00+08:00",
    });
    expect(response.explanation.rule?.en).toContain("(on working days from 09:00 to 17:00)");
  });

  it("count hours from the completion of something else", () => {
    const over: Partial<ContractTerms> = {
      services: [{ key: "plan", title, schedule: { schedule: "once", due: days(5, signed) } }],
      reports: [
        {
          key: "after",
          title,
          schedule: {
            schedule: "once",
            due: {
              rule: "clock",
              count: 2,
              unit: "hour",
              after: { anchor: "fulfilled", of: "service.plan" },
            },
          },
        },
      ],
    };
    const done: ContractEvent = {
      id: "f",
      kind: "fulfilled",
      of: "service.plan",
      at: "2026-05-01T15:00:00+08:00",
    };
    expect(find(derive(over, [done]), "report.after").dueAt).toBe("2026-05-01T17:00:00+08:00");
  });
});

describe("notices", () => {
  const over: Partial<ContractTerms> = {
    notices: [
      { key: "outage", title, event: "forceMajeure", debtor: "affected", due: days(5, trigger) },
      { key: "change", title, event: "addressChanged", debtor: "buyer", due: days(5, trigger) },
    ],
  };
  const hit = (id: string, by?: "buyer" | "vendor"): ContractEvent => ({
    id,
    kind: "forceMajeure",
    on: "2026-09-28",
    ...(by === undefined ? {} : { by }),
  });

  it("of force majeure are owed by whom it hit, the vendor unless it is said", () => {
    const all = derive(over, [hit("a", "buyer"), hit("b", "vendor"), hit("c")]);
    expect(
      all.filter(({ kind }) => kind === "notice").map(({ key, debtor, dueOn }) => [key, debtor, dueOn]),
    ).toEqual([
      ["notice.outage.a", "buyer", "2026-10-08"],
      ["notice.outage.b", "vendor", "2026-10-08"],
      ["notice.outage.c", "vendor", "2026-10-08"],
    ]);
  });

  it("are owed by the side that the contract names, once something happened", () => {
    expect(derive(over).filter(({ kind }) => kind === "notice")).toEqual([]);
    const moved: ContractEvent = { id: "m", kind: "addressChanged", on: "2026-06-01", by: "vendor" };
    expect(find(derive(over, [moved]), "notice.change.m")).toMatchObject({
      debtor: "buyer",
      dueOn: "2026-06-08",
    });
  });
});

describe("series", () => {
  it("daily and weekly ones stop at the horizon, longer ones do not", () => {
    const over: Partial<ContractTerms> = {
      reports: [
        {
          key: "daily",
          title,
          schedule: { schedule: "every", period: "workingDay", span: main, byTime: "16:00" },
        },
        { key: "monthly", title, schedule: { schedule: "every", period: "month", span: main } },
      ],
    };
    const all = deriveObligations(sampleTerms(over), [], calendar, { horizonOn: "2026-05-10" });
    const keys = all.map(({ key }) => key).filter((key) => key.startsWith("report.daily"));
    expect(keys).toEqual(
      ["2026-04-28", "2026-04-29", "2026-04-30", "2026-05-06", "2026-05-07", "2026-05-08", "2026-05-09"].map(
        (day) => `report.daily.${day}`,
      ),
    );
    expect(all.filter(({ key }) => key.startsWith("report.monthly"))).toHaveLength(12);
    expect(find(all, "report.daily.2026-05-09").dueAt).toBe("2026-05-09T16:00:00+08:00");
  });

  it("wait as one while their span does", () => {
    const from = { span: "between", from: signed, to: { anchor: "date", on: "2026-12-31" } } as const;
    const over: Partial<ContractTerms> = {
      reports: [{ key: "monthly", title, schedule: { schedule: "every", period: "month", span: from } }],
    };
    const [, waiting, ...none] = derive(over);
    expect(none).toEqual([]);
    expect(waiting).toMatchObject({
      key: "report.monthly",
      shape: "recurring",
      waitingFor: [{ event: "signed" }],
    });
    expect(derive(over, [wasSigned]).map(({ key }) => key)).not.toContain("report.monthly");
  });
});
