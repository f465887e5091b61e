import { demoContract } from "@luyue/testing/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAgency } from "./money-agency.ts";
import { openAgency } from "./open-agency.ts";
import { invalid, type Steps } from "./steps.ts";

const e = demoContract("E");
let steps: Steps;
let began = "";

beforeAll(async () => {
  steps = await openAgency(e, "2026-03-02");
  const { does, about } = steps;
  about.contractId = String((await does("contractManager", "POST /v1/contracts", { terms: e.terms }))["id"]);
  await does("contractManager", "POST /activate", { despite: "样例" });
  about.agencyId = await findAgency(steps);
  await does("contractManager", "POST /events", { event: { kind: "signed", on: "2026-03-02" } });
}, 60_000);
afterAll(() => steps.stack.stop());

interface Owed {
  readonly key: string;
  readonly dueOn: string | null;
  readonly state: string;
  readonly why: { readonly zh: string; readonly en: string };
}

/** The third month's risk detection, the first quarter's training, and the drill of the year. */
const named = ["service.risk-detection.03", "service.training.01", "service.emergency-drill"];

async function datesSeen() {
  const { items } = await steps.sees<{ items: Owed[] }>("contractManager", "/obligations?limit=200");
  const { items: vendors } = await steps.sees<{ items: Owed[] }>(
    "vendor",
    "/v1/partner/obligations?limit=200",
  );
  const found = named.map((key) => items.find((each) => each.key === key));
  const dates = found.map((each) => each?.dueOn);
  expect(named.map((key) => vendors.find((each) => each.key === key)?.dueOn)).toEqual(dates);
  return { dates, states: found.map((each) => each?.state), whys: found.map((each) => each?.why) };
}

/** Mails about the third month's risk detection, as `day step`. */
const mails = () =>
  steps.stack.inbox
    .list()
    .toReversed()
    .filter(
      ({ to, subject }) =>
        to.startsWith("lead@") && subject.includes("风险检测") && subject.includes("第3期"),
    )
    .map(({ at, subject }) => `${at.slice(5, 10)} ${/】(.+?)：/.exec(subject)?.[1] ?? ""}`);

const before = ["2026-06-02", "2026-06-02", "2027-03-02"];

describe("contract E, when force majeure moves three dates and they come back", { timeout: 60_000 }, () => {
  it("has three dates, told ahead of the first", async () => {
    const { liveTo } = steps;
    expect((await datesSeen()).dates).toEqual(before);
    await liveTo("2026-05-26");
    expect(mails()).toEqual(["05-19 还有14天", "05-26 还有7天"]);
  });

  it("while it lasts nobody is late, and nobody is dunned", async () => {
    const { does, liveTo } = steps;
    const event = {
      kind: "forceMajeure",
      on: "2026-05-25",
      by: "vendor",
      evidence: [{ document: "应急管理部门证明" }],
    };
    began = (await does<{ eventId: string }>("contractManager", "POST /events", { event })).eventId;
    await liveTo("2026-06-05");
    expect(await datesSeen()).toMatchObject({ dates: before, states: ["held", "held", "open"] });
    expect(mails().filter((mail) => mail.includes("逾期"))).toEqual([]);
  });

  it("ends by its own event, once and not before it began", async () => {
    const { does, refused } = steps;
    const ended = (of: string, on: string) => ({ event: { kind: "forceMajeureEnded", of, on } });
    await refused("contractManager", "POST /events", ended("evt_none", "2026-06-03"), {
      ...invalid,
      paths: ["/event/of"],
    });
    await refused("contractManager", "POST /events", ended(began, "2026-05-24"), {
      ...invalid,
      paths: ["/event/on"],
      zh: "早于发生日 2026-05-25",
    });
    await does("contractManager", "POST /events", ended(began, "2026-06-03"));
    await refused("contractManager", "POST /events", ended(began, "2026-06-04"), {
      ...invalid,
      paths: ["/event/of"],
    });
  });

  it("the three dates are later by its ten days, and say why, to both sides", async () => {
    const { dates, states, whys } = await datesSeen();
    expect(dates).toEqual(["2026-06-12", "2026-06-12", "2027-03-12"]);
    expect(states).toEqual(["open", "open", "open"]);
    for (const why of whys) {
      expect(why?.zh).toContain("不可抗力 2026-05-25 至 2026-06-03，顺延10日");
      expect(why?.en).toContain("force majeure 2026-05-25 to 2026-06-03: 10 days later");
    }
  });

  it("reminders follow the new date", async () => {
    await steps.liveTo("2026-06-09");
    expect(mails().slice(-1)).toEqual(["06-09 还有3天"]);
    expect(mails().filter((mail) => mail.includes("逾期"))).toEqual([]);
  });

  it("was recorded in error: withdrawn, the three dates are back, and the record has both", async () => {
    const { does, sees, call } = steps;
    await does("contractManager", `POST /events/${began}/withdrawal`, { reason: "经核不属于不可抗力" });
    expect((await datesSeen()).dates).toEqual(before);
    expect((await datesSeen()).states).toEqual(["overdue", "overdue", "open"]);
    const { items } = await sees<{
      items: { command: string; reason?: string; after?: { obligations?: { movedCount: number } } }[];
    }>("auditor", "/record?limit=200");
    const line = items.findLast(({ command }) => command === "event.withdraw");
    expect(line).toMatchObject({ reason: "经核不属于不可抗力" });
    expect(line?.after?.obligations?.movedCount).toBeGreaterThanOrEqual(3);
    const stranger = await call(
      "partner",
      "nobody",
      "GET",
      `/v1/contracts/${steps.about.contractId}/obligations`,
    );
    expect([401, 403, 404]).toContain(stranger.status);
  });
});
