import { addDays } from "@luyue/core/civil-date";
import { demoContract } from "@luyue/testing/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAgency } from "./money-agency.ts";
import { invoiceFor, invoiceNumber, payAll } from "./money-payments.ts";
import { openAgency } from "./open-agency.ts";
import { happen, penalise, recordOf, rightsSeen } from "./risk-steps.ts";
import { conflict, forbidden, invalid, type Steps } from "./steps.ts";

const d = demoContract("D");
const start = "2026-05-06";
let steps: Steps;
const ids = { contested: "", waived: "" };
/** Penalties that were imposed, in order. */
const imposed: string[] = [];

const ordinary = { departments: "1", workaround: true, leaders: false, grave: false };
const larger = { ...ordinary, departments: "5", workaround: false };
const major = { ...ordinary, departments: "12", workaround: false };

beforeAll(async () => {
  steps = await openAgency(d, "2026-04-15");
  const { does, about } = steps;
  about.contractId = String((await does("contractManager", "POST /v1/contracts", { terms: d.terms }))["id"]);
  await does("contractManager", "POST /activate", { despite: "样例" });
  about.agencyId = await findAgency(steps);
  await does("contractManager", "POST /events", { event: { kind: "signed", on: "2026-04-15" } });
}, 60_000);
afterAll(() => steps.stack.stop());

async function penaltiesSeen() {
  const seen = await steps.sees<{
    items: { id: string; standing: Record<string, string> | null }[];
    caps: { key: string; limit: string; used: string }[];
  }>("auditor", "/penalties");
  expect(await steps.sees("vendor", "/penalties")).toEqual(seen);
  return seen;
}

describe("contract D, with accidents past the count of five and up to the cap", { timeout: 60_000 }, () => {
  it("an accident is reported by the vendor, judged by the agency, and gives an occasion with its range", async () => {
    const { does, sees, refused, goTo } = steps;
    goTo(addDays(start, 1));
    const id = await happen(steps, { title: "单点登录异常", on: start, minutes: 40, facts: ordinary }, "a");
    await refused(
      "vendor",
      `POST /incidents/${id}/classification`,
      { class: "a", fault: "other" },
      { status: 404, code: "notFound" },
    );
    const { items } = await sees<{ items: object[] }>("finance", "/penalty-occasions");
    expect(items).toMatchObject([
      {
        rule: "accident-a",
        key: `incident.${id}`,
        sum: { amount: null, from: "1000.00", to: "2000.00" },
        clause: "第十二条 第5款",
        penaltyId: null,
      },
    ]);
    const by = { rule: "accident-a", occasion: `incident.${id}`, reason: "专题会讨论通过" };
    const proposed = await does("acceptor", "POST /penalties/by-rule", by);
    ids.contested = String(proposed["id"]);
    await refused("finance", "POST /penalties/by-rule", by, { ...conflict, zh: "已按此条款提出违约金" });
  });

  it("the vendor says why not; who proposed it does not decide; a range wants a sum", async () => {
    const { does, sees, refused } = steps;
    const path = `POST /penalties/${ids.contested}`;
    await refused(
      "contractManager",
      `${path}/imposition`,
      { amount: "1000.00" },
      { ...conflict, en: "the vendor may answer through" },
    );
    await does("vendor", `${path}/answer`, { agrees: false, note: "机房断电所致" });
    await refused(
      "contractManager",
      `${path}/imposition`,
      {},
      { ...invalid, paths: ["/amount"], zh: "1,000.00 至 2,000.00" },
    );
    await refused("acceptor", `${path}/imposition`, { amount: "1000.00" }, forbidden);
    const done = await does("contractManager", `${path}/imposition`, { amount: "1000.00", note: "部分采纳" });
    expect(done).toMatchObject({
      state: "imposed",
      gross: "1000.00",
      cuts: [],
      amount: "1000.00",
      open: "1000.00",
    });
    expect(await sees("vendor", `/penalties/${ids.contested}`)).toMatchObject({
      answer: { side: "vendor", agrees: false, note: "机房断电所致" },
      decided: { name: "contractManager", reason: "部分采纳" },
    });
    imposed.push(ids.contested);
  });

  it("five are not too many; with the sixth the right to a full rectification arises, and somebody is told", async () => {
    const { sees, goTo } = steps;
    for (let at = 1; at <= 5; at += 1) {
      const on = addDays(start, at * 2);
      goTo(addDays(on, 1));
      const id = await happen(steps, { title: `第${at + 1}起事故`, on, minutes: 60, facts: larger }, "b");
      imposed.push((await penalise(steps, "accident-b", `incident.${id}`, "5000.00")).id);
      expect(await rightsSeen(steps)).toEqual(at < 5 ? [] : ["terms.accidents-rectify 2026-05-16 open"]);
    }
    const { items } = await sees<{ items: { key: string; state: string }[] }>(
      "contractManager",
      "/obligations?limit=200",
    );
    expect(items.find(({ key }) => key === "right.terms.accidents-rectify")).toMatchObject({ state: "open" });
  });

  it("a person demands it by a day: the vendor owes it, and nothing has ended", async () => {
    const { does, sees, refused } = steps;
    const right = "POST /rights/terms.accidents-rectify";
    await refused(
      "contractManager",
      `${right}/termination`,
      { on: "2026-05-17", reason: "事故过多" },
      conflict,
    );
    await refused(
      "finance",
      `${right}/rectification`,
      { until: "2026-06-15", reason: "事故过多" },
      forbidden,
    );
    await does("contractManager", `${right}/rectification`, { until: "2026-06-15", reason: "事故过多" });
    await refused("contractManager", `${right}/letting-go`, { reason: "再给一次机会" }, conflict);
    expect(await rightsSeen(steps)).toEqual(["terms.accidents-rectify 2026-05-16 exercised"]);
    const { items } = await sees<{ items: { kind: string; dueOn: string }[] }>(
      "vendor",
      "/v1/partner/obligations?limit=200",
    );
    expect(items.filter(({ kind }) => kind === "fullRectification")).toMatchObject([
      { dueOn: "2026-06-15", debtor: "vendor" },
    ]);
    expect(await sees("auditor", "")).toMatchObject({ contract: { status: "active" } });
  });

  it("on up to the cap: what goes beyond it is cut, and shown; three more give the right to terminate", async () => {
    const { goTo } = steps;
    const cut: unknown[] = [];
    // 1 000 and five times 5 000 so far: 26 000; five majors of 10 000 pass the cap of 74 480.
    for (let at = 0; at < 5; at += 1) {
      const on = addDays("2026-06-01", at * 3);
      goTo(addDays(on, 1));
      const id = await happen(steps, { title: `重大事故${at + 1}`, on, minutes: 200, facts: major }, "c");
      const done = await penalise(steps, "accident-c", `incident.${id}`, "10000.00");
      imposed.push(done.id);
      cut.push([done.amount, done.cuts.map((each) => [each.cap, each.used, each.cut])]);
      const three = at < 2 ? [] : ["terms.accidents-terminate 2026-06-07 open"];
      // The cap gives the right to a full rectification once more, after the first one was demanded.
      const again = at < 4 ? [] : ["terms.accidents-rectify.2 2026-06-14 open"];
      const first = "terms.accidents-rectify 2026-05-16 exercised";
      expect(await rightsSeen(steps)).toEqual([...again, ...three, first]);
    }
    expect(cut).toEqual([
      ["10000.00", []],
      ["10000.00", []],
      ["10000.00", []],
      ["10000.00", []],
      ["8480.00", [["accident-cap", "66000.00", "1520.00"]]],
    ]);
    const { caps } = await penaltiesSeen();
    expect(caps).toMatchObject([{ key: "accident-cap", limit: "74480.00", used: "74480.00" }]);
  });

  it("the right is let go with a reason, and the contract goes on", async () => {
    const { does } = steps;
    await does("contractManager", "POST /rights/terms.accidents-terminate/letting-go", {
      reason: "已更换项目经理",
    });
    expect((await rightsSeen(steps))[1]).toBe("terms.accidents-terminate 2026-06-07 letGo");
  });

  it("one is waived by another person than who imposed it; the others are set off", async () => {
    const { does, refused } = steps;
    const [first = "", second = "", ...others] = imposed;
    ids.waived = second;
    await refused("contractManager", `POST /penalties/${second}/waivers`, { reason: "整改到位" }, forbidden);
    await does("finance", `POST /penalties/${second}/waivers`, { amount: "2000.00", reason: "整改到位" });
    for (const id of [first, second, ...others]) await does("finance", `POST /penalties/${id}/set-offs`, {});
    await refused("finance", `POST /penalties/${first}/set-offs`, {}, { ...invalid, paths: ["/amount"] });
    const { items } = await penaltiesSeen();
    expect(items.find(({ id }) => id === second)?.standing).toEqual({
      amount: "5000.00",
      setOff: "3000.00",
      bond: "0.00",
      paid: "0.00",
      waived: "2000.00",
      open: "0.00",
    });
    expect(items.every(({ standing }) => standing?.["open"] === "0.00")).toBe(true);
  });

  it("is deducted from the second payment, each by name, to the fen", async () => {
    const { does, sees, refused, goTo } = steps;
    goTo("2027-04-20");
    const milestone = { kind: "milestone", of: "closing-report-confirmed", on: "2027-04-16" };
    await does("contractManager", "POST /events", { event: milestone });
    const { id } = await does<{ id: string }>("vendor", "POST /acceptances/final/applications", {});
    const round = `POST /acceptance-rounds/${id}`;
    await does("contractManager", `${round}/assessment`, {
      results: [],
      acceptors: [{ memberSubject: "acceptor" }],
    });
    await does("acceptor", `${round}/signatures`, { agrees: true });
    await does("acceptor", `${round}/conclusion`, { outcome: "passed", on: "2027-04-20" });
    await invoiceFor(steps, "t2", "1266160.00", invoiceNumber(2));
    expect(await sees("finance", "/payments/t2")).toMatchObject({
      payableToday: true,
      payable: "1193680.00",
    });
    const paid = await payAll(steps, "t2", "付款凭证2");
    // 74 480.00 imposed, 2 000.00 of it waived.
    expect(paid).toMatchObject({ amount: "1193680.00" });
    expect(paid.setOffs).toHaveLength(11);
    expect(await sees("finance", "/payments/t2")).toMatchObject({
      balance: { amount: "1266160.00", paid: "1193680.00", deducted: "72480.00", rest: "0.00" },
    });
    const { items } = await sees<{ items: { id: string; collections: { id: string }[] }[] }>(
      "finance",
      "/penalties",
    );
    const [collection] = items.find((each) => each.id === ids.contested)?.collections ?? [];
    const revocation = `POST /penalties/${ids.contested}/collections/${collection?.id}/revocation`;
    await refused("contractManager", revocation, { reason: "误抵" }, { ...conflict, zh: "请先撤回该付款" });
  });

  it("stands on the vendor's record with its answers, and each step on the agency's own record", async () => {
    const { sees } = steps;
    const { vendorId } =
      (await sees<{ items: { vendorId: string }[] }>("auditor", "/v1/vendors")).items[0] ?? {};
    const record = await sees<{
      contracts: { penalties: { id: string }[]; incidents: { class: string }[] }[];
    }>("auditor", `/v1/vendors/${vendorId}/record`);
    const [track] = record.contracts;
    expect(track?.incidents.map((each) => each.class)).toEqual(["a", ..."bbbbb", ..."ccccc"]);
    expect(track?.penalties.find(({ id }) => id === ids.contested)).toMatchObject({
      amount: "1000.00",
      open: "0.00",
      answer: { agrees: false, note: "机房断电所致" },
    });
    const lines = await recordOf(steps, "penalty.", "right.");
    expect(lines.filter((line) => line.startsWith("penalty.impose "))).toHaveLength(11);
    expect(lines.filter((line) => line.startsWith("right."))).toEqual([
      "right.demandRectification contractManager",
      "right.letGo contractManager",
    ]);
  });
});
