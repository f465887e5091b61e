import { demoContract } from "@luyue/testing/contracts";
import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const manager = "a/contractManager";
const acceptor = "a/acceptor";
const vendor = "partner/v1";
const { terms } = demoContract("B");
const items = terms.score?.items ?? [];
const nasty = `<script>alert("x")</script>&'"`;
let runtime: ReturnType<typeof createFixedRuntime>;
let fixture: Fixture;
let id: string;

/** Contract B, signed on 3 March 2026, on the morning of 1 June in Shanghai. */
beforeEach(async () => {
  runtime = createFixedRuntime("2026-06-01T07:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  fixture = await startFixture(platform, runtime);
  const { creditCode = "", name } = terms.parties.vendor;
  await send("POST", manager, "/v1/vendors", { creditCode, name, contacts: [] });
  for (const [subject, code] of [
    ["v1", creditCode],
    ["v2", "91990000MA0C35WG28"],
  ]) {
    const person = { creditCode: code, subject, name: subject, email: `${subject}@vendor.example` };
    await send("POST", "operator/op", "/v1/partner-users", person);
  }
  id = String(
    (await send("POST", manager, "/v1/contracts", { terms: { ...terms, name: `安全服务${nasty}` } }))["id"],
  );
  await send("POST", manager, `/v1/contracts/${id}/activate`, { despite: "样例" });
  await send("POST", manager, `/v1/contracts/${id}/events`, { event: { kind: "signed", on: "2026-03-03" } });
});

interface Body {
  readonly [field: string]: unknown;
}

/** Sends what has to go through; gives the answer. */
async function send(method: string, as: string, path: string, body?: unknown): Promise<Body> {
  const answer = await fixture.call(method, path, { as, ...(body === undefined ? {} : { body }) });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body as Body; // JSON of the application's own, checked by its schema
}

const ofAgency = (rest = "") => `/v1/contracts/${id}/scores${rest}`;
const ofVendor = (rest = "") => `/v1/partner/agencies/ten_a/contracts/${id}/scores${rest}`;
const usual = [1, 9, 10, 11, 13, 14, 15, 16, 17];

const give = (numbers: readonly number[], given: string, note?: string) =>
  numbers.map((number) => ({
    item: items[number - 1]?.key,
    parts: (items[number - 1]?.split ?? []).map(({ key }) => ({ part: key, given })),
    ...(note === undefined ? {} : { note }),
  }));

const propose = (period: string, given: string, as = manager, numbers = usual) =>
  send("PUT", as, ofAgency(`/${period}`), { marks: give(numbers, given) });

async function makeFinal(period: string, given: string, numbers = usual): Promise<Body> {
  await propose(period, given, manager, numbers);
  await send("POST", vendor, ofVendor(`/${period}/answer`), { agrees: true });
  return send("POST", acceptor, ofAgency(`/${period}/settlement`), {});
}

describe("the score of contract B", () => {
  it("shows what a sheet of a month has to cover, with why, and takes no other", async () => {
    const draft = await send("GET", "a/auditor", ofAgency("/2026-05"));
    expect(draft).toMatchObject({
      state: "due",
      from: "2026-05-01",
      to: "2026-05-31",
      sheet: null,
      score: null,
    });
    const shown = draft["items"] as { scheduled: boolean; scheduledWhy: { zh: string }[] }[];
    expect(shown.flatMap(({ scheduled }, at) => (scheduled ? [at + 1] : []))).toEqual(usual);
    expect(shown[0]).toMatchObject({
      full: 10,
      points: null,
      scheduledWhy: [{ zh: "“安全巡检（第2期）”应于 2026-05-03 完成" }],
      parts: [{ part: "timeliness", percent: "20", full: "2", given: null }, { full: "5" }, { full: "3" }],
    });
    const all = await fixture.call("PUT", ofAgency("/2026-05"), {
      as: manager,
      body: { marks: give([...usual, 2], "90") },
    });
    expect([all.status, all.body]).toMatchObject([
      422,
      {
        faults: [
          {
            path: "/marks/9/item",
            zh: "“脆弱性检查”本期不考核：“脆弱性检查”在 2026-05 没有完成记录",
          },
        ],
      },
    ]);
  });

  it("is proposed, disagreed to, proposed anew, agreed to and made final by somebody else", async () => {
    expect(await propose("2026-05", "50")).toMatchObject({
      version: 1,
      score: "50.00",
      answerBy: "2026-06-08",
    });
    const seen = await send("GET", vendor, ofVendor("/2026-05"));
    expect(seen).toMatchObject({
      state: "proposed",
      score: "50.00",
      grade: { key: "fail" },
      full: 55,
      points: "27.5",
    });
    expect(seen).not.toHaveProperty("people");
    const silent = await fixture.call("POST", ofVendor("/2026-05/answer"), {
      as: vendor,
      body: { agrees: false },
    });
    expect(silent.body).toMatchObject({ status: 422, faults: [{ path: "/note" }] });
    await send("POST", vendor, ofVendor("/2026-05/answer"), { agrees: false, note: "巡检按时" });
    await propose("2026-05", "92.5");
    const early = await fixture.call("POST", ofAgency("/2026-05/settlement"), { as: acceptor, body: {} });
    expect(early.status).toBe(409);
    expect(JSON.stringify(early.body)).toContain("until it does it is final only after that day");
    await send("POST", vendor, ofVendor("/2026-05/answer"), { agrees: true });
    const own = await fixture.call("POST", ofAgency("/2026-05/settlement"), { as: manager, body: {} });
    expect(own.status).toBe(403);
    const settled = await send("POST", acceptor, ofAgency("/2026-05/settlement"), { note: "同意" });
    expect(settled).toMatchObject({
      state: "final",
      version: 2,
      score: "92.50",
      year: { score: "92.50", grade: { title: { zh: "优秀" } } },
      triggers: [],
    });
    expect(await send("GET", "a/auditor", ofAgency("/2026-05"))).toMatchObject({
      people: { proposer: "contractManager", answerer: "v1", decider: "acceptor" },
      sheet: { state: "final", decision: "同意", answer: { agrees: true, side: "vendor" } },
    });
  });

  it("three months in a row below 60 arise with the third, and are gone when one is reopened", async () => {
    const first = [9, 11, 13, 14, 15, 16, 17];
    expect(await makeFinal("2026-03", "59.99", first)).toMatchObject({
      triggers: [{ penalty: "score-month" }],
    });
    await makeFinal("2026-05", "10");
    const third = await makeFinal("2026-04", "0");
    expect(third["triggers"]).toMatchObject([
      {
        key: "three-months-below.2026-05",
        penalty: "score-three-months",
        clause: "附件5 第12项",
        periods: ["2026-03", "2026-04", "2026-05"],
        arisenOn: "2026-06-01",
      },
      { key: "month-below.2026-04", clause: "附件6 第11项" },
    ]);
    const year = await send("GET", vendor, ofVendor());
    expect(year).toMatchObject({
      years: [
        {
          from: "2026-03-03",
          to: "2027-03-03",
          mean: { score: "23.33", grade: { title: { zh: "不及格" } } },
        },
      ],
    });
    expect(year["triggers"]).toHaveLength(4);
    const rights = await send("GET", vendor, ofVendor().replace(/scores$/, "rights"));
    expect(rights).toEqual(await send("GET", manager, ofAgency().replace(/scores$/, "rights")));
    const keys = (rights["items"] as { key: string }[]).map(({ key }) => key);
    expect(keys.toSorted()).toEqual([
      "score.month-below.2026-03",
      "score.month-below.2026-04",
      "score.month-below.2026-05",
      "score.three-months-below.2026-05",
    ]);
    const strange = await fixture.call("GET", ofVendor().replace(/scores$/, "rights"), { as: "partner/v2" });
    expect(strange.status).toBe(404);
    await send("POST", acceptor, ofAgency("/2026-04/reopening"), { reason: "漏看记录" });
    const after = await send("GET", vendor, ofVendor());
    expect(after["triggers"]).toHaveLength(2);
    expect(await send("GET", vendor, ofVendor("/2026-04"))).toMatchObject({
      state: "proposed",
      score: "0.00",
      sheet: { answer: { agrees: true }, decidedAt: null },
    });
  });

  it("is withdrawn by the agency, entered from paper, and none of anybody else's business", async () => {
    await propose("2026-05", "80", acceptor);
    const paper = await send("POST", manager, ofAgency("/2026-05/answer"), {
      agrees: true,
      evidence: [{ document: "回函1" }],
    });
    expect(paper).toMatchObject({ agrees: true });
    await send("POST", acceptor, ofAgency("/2026-05/withdrawal"), { reason: "错期" });
    expect(await send("GET", vendor, ofVendor("/2026-05"))).toMatchObject({ state: "due", sheet: null });
    expect(await send("GET", manager, ofAgency("/2026-05"))).toMatchObject({
      state: "due",
      score: null,
      sheet: { state: "withdrawn", decision: "错期" },
    });
    const statusOf = async (as: string, method: string, path: string, body?: unknown) =>
      (await fixture.call(method, path, { as, ...(body === undefined ? {} : { body }) })).status;
    expect(await statusOf("partner/v2", "GET", ofVendor())).toBe(404);
    expect(await statusOf("partner/v2", "POST", ofVendor("/2026-05/answer"), { agrees: true })).toBe(404);
    expect(await statusOf("b/auditor", "GET", ofAgency("/2026-05"))).toBe(404);
    expect(await statusOf("b/auditor", "GET", ofAgency("/2026-05/sheet"))).toBe(404);
    expect(await statusOf(vendor, "GET", ofAgency())).toBe(403);
    expect(await statusOf("a/auditor", "PUT", ofAgency("/2026-05"), { marks: give(usual, "80") })).toBe(403);
    expect(await statusOf(manager, "GET", ofAgency("/2026-02"))).toBe(404);
    expect(await statusOf(manager, "GET", ofAgency("/may"))).toBe(404);
  });
});

describe("the printed sheet", () => {
  const print = async (period = "2026-05") => {
    const { body, headers } = await fixture.call("GET", ofAgency(`/${period}/sheet`), { as: "a/auditor" });
    return { page: String(body), headers };
  };
  const cellsOf = (page: string, row: number) =>
    (page.split("<tbody>")[1]?.split("<tr")[row] ?? "")
      .split("</t")
      .map((cell) => cell.replaceAll(/^.*>/gs, ""))
      .slice(0, -2);

  it("has a row for each item and three parts with full and reached points, the sum and the score", async () => {
    await send("PUT", manager, ofAgency("/2026-05"), { marks: give(usual, "90", "记录齐全") });
    const { page, headers } = await print();
    expect(headers.get("content-type")).toContain("text/html");
    expect(page).toContain("待确定：第1稿，contractManager于 2026-06-01 提出，乙方答复期至 2026-06-08");
    expect(cellsOf(page, 1)).toEqual([
      "1",
      "安全巡检",
      "2",
      "1.8",
      "5",
      "4.5",
      "3",
      "2.7",
      "10",
      "9",
      "记录齐全",
    ]);
    expect(cellsOf(page, 2)).toEqual([
      "2",
      "脆弱性检查",
      ...Array.from({ length: 8 }, () => "—"),
      "本期未安排",
    ]);
    expect(cellsOf(page, 19).slice(0, 3)).toEqual(["已安排项合计", "55", "49.5"]);
    expect(cellsOf(page, 20).slice(0, 2)).toEqual(["本期得分（折算为百分制）", "90.00，优秀"]);
  });

  it("is blank before anything is proposed, and after it was taken back", async () => {
    const { page: before } = await print();
    expect(before).toContain("待评分");
    expect(cellsOf(before, 1)).toEqual(["1", "安全巡检", "2", "", "5", "", "3", "", "10", "", ""]);
    await propose("2026-05", "77.77");
    await send("POST", manager, ofAgency("/2026-05/withdrawal"), { reason: "错期" });
    expect((await print()).page).toBe(before);
  });

  it("runs no script, fetches nothing and takes nobody's text for its own", async () => {
    await send("PUT", manager, ofAgency("/2026-05"), { marks: give(usual, "90", nasty), note: nasty });
    await send("POST", vendor, ofVendor("/2026-05/answer"), { agrees: false, note: nasty });
    const { page, headers } = await print();
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /);
    expect(page).not.toMatch(/<script|alert\("|https?:|src=|href=|url\(|@import/);
    const escaped = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;&quot;";
    expect(page.split(escaped)).toHaveLength(1 + 2 + usual.length + 2);
  });
});
