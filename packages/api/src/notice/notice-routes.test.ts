import { demoContract } from "@luyue/testing/contracts";
import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeEach, describe, expect, it } from "vitest";
import { type Accepting, startAccepting } from "../fixture/accept-contract.ts";

const manager = "a/contractManager";
const finance = "a/finance";
const acceptor = "a/acceptor";
const vendor = "partner/v1";
let open: Accepting;
let agency: string;
let partner: string;

async function start(contract: "B" | "D"): Promise<void> {
  const runtime = createFixedRuntime("2026-06-01T10:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  open = await startAccepting(platform, runtime, demoContract(contract).terms);
  agency = `/v1/contracts/${open.id}`;
  partner = `/v1/partner/agencies/ten_a/contracts/${open.id}`;
}

async function propose(body: object): Promise<string> {
  return (await open.post(acceptor, `${agency}/penalties/by-rule`, body)).id;
}

const evidence = [{ document: "恢复记录" }];
const slow = { rule: "recovery-serious", measured: "45", reason: "平均恢复45分钟", evidence };

async function read(path: string, as: string): Promise<string> {
  const { status, headers, body } = await open.call("GET", path, { as });
  expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=UTF-8"]);
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  return String(body);
}

/** What stands beside each name in the tables of facts. */
function factsOf(page: string): Map<string, string> {
  return new Map(
    [...page.matchAll(/<tr><th>(.*?)<\/th><td>(.*?)<\/td><\/tr>/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}

describe("the notice of a penalty", () => {
  beforeEach(() => start("B"));

  it("says before the decision what is proposed, and by when to answer", async () => {
    const id = await propose(slow);
    const page = await read(`${partner}/penalties/${id}/notice?language=zh`, vendor);
    expect(page).toContain("<h1>违约金告知书</h1>");
    expect(page).toContain('<div class="watermark">未决定</div>');
    expect(page).toContain("尚未决定：乙方可于 2026年6月8日 前（含当日）书面答复");
    expect(page).toContain("乙方未答复。答复期限：2026年6月8日。");
    const facts = factsOf(page);
    expect(facts.get("拟定金额")).toBe("17,196.00 元（大写：壹万柒仟壹佰玖拾陆元整）");
    expect(facts.get("决定人")).toBe("尚未决定");
    expect(page).toContain("尚未执行。");
  });

  it("says what was decided, on which facts, how it was worked out, how it is taken, and where to object", async () => {
    const id = await propose(slow);
    const one = `${agency}/penalties/${id}`;
    await open.post(vendor, `${partner}/penalties/${id}/answer`, {
      agrees: false,
      note: `<script>alert("1")</script>`,
    });
    await open.post(manager, `${one}/imposition`, { note: "申辩不成立" });
    await open.post(finance, `${one}/set-offs`, { amount: "7000.00" });
    await open.post(finance, `${one}/payments`, { amount: "5000.00", on: "2026-06-01", document: "进账单1" });
    const page = await read(`${one}/notice`, manager);
    expect(await read(`${partner}/penalties/${id}/notice`, vendor)).toBe(page);
    expect(page).toContain("<h1>违约金（扣款）通知书</h1>");
    expect(page).not.toContain('class="watermark"');
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script&gt;");
    const facts = factsOf(page);
    expect(facts.get("合同名称")).toBe(demoContract("B").terms.name);
    expect(facts.get("合同总价")).toBe("1,719,600.00 元（大写：壹佰柒拾壹万玖仟陆佰元整）");
    expect(facts.get("违约事实")).toBe("平均恢复45分钟");
    expect(facts.get("合同条款")).toBe("附件5 第8、9项");
    expect(facts.get("证明材料")).toBe("恢复记录");
    expect(facts.get("计算过程")).toBe("违约金取费基数 171,960.00 × 10% = 17,196.00");
    expect(facts.get("决定金额")).toBe("17,196.00 元（大写：壹万柒仟壹佰玖拾陆元整）");
    expect(facts.get("决定人")).toMatch(/，2026年6月1日$/);
    expect(facts.get("说明")).toBe("申辩不成立");
    expect(page).toContain("答复：不同意。");
    const taken = [...page.matchAll(/<td class="figure">(.*?)<\/td>/g)].map(([, amount]) => amount);
    expect(taken).toEqual(["7,000.00", "5,000.00", "5,196.00", "17,196.00"]);
    expect(page).toContain("从应付款中抵扣");
    expect(page).toContain("在下一笔付款中抵扣");
    expect(page).toContain("进账单1");
    expect(page).toContain("按合同约定的争议解决方式处理：向甲方所在地有管辖权的人民法院起诉。");
    expect(page).toContain("甲方（盖章）：");
  });

  it("is in English for who asks for that, and void once it was taken back", async () => {
    const id = await propose(slow);
    const path = `${agency}/penalties/${id}/notice`;
    const asked = await open.call("GET", path, { as: manager, headers: { "accept-language": "en" } });
    expect(asked.headers.get("content-language")).toBe("en");
    expect(String(asked.body)).toContain("<h1>Notice of a proposed penalty</h1>");
    expect(factsOf(String(asked.body)).get("Proposed")).toBe(
      "CNY 17,196.00 (in capitals: 壹万柒仟壹佰玖拾陆元整)",
    );
    await open.post(finance, `${agency}/penalties/${id}/withdrawal`, { reason: "重复提出" });
    const page = await read(`${path}?language=zh`, manager);
    expect(page).toContain('<div class="watermark">作废</div>');
    expect(page).toContain("本违约金已于 2026年6月1日 撤回：重复提出");
  });

  it("is found by nobody else", async () => {
    const id = await propose(slow);
    expect((await open.call("GET", `${partner}/penalties/${id}/notice`, { as: "partner/v2" })).status).toBe(
      404,
    );
    expect(
      (await open.call("GET", `${agency}/penalties/pen_0000000000/notice`, { as: manager })).status,
    ).toBe(404);
  });
});

it("shows what a cap has cut, and the incident that it is for", async () => {
  await start("D");
  const facts = { departments: "12", workaround: false, leaders: false, grave: false };
  let page = "";
  for (let at = 1; at <= 8; at += 1) {
    const told = {
      title: `重大事故${at}`,
      happenedAt: `2026-05-${10 + at}T09:00:00+08:00`,
      reportedAt: `2026-05-${10 + at}T09:10:00+08:00`,
      recoveredAt: `2026-05-${10 + at}T12:00:00+08:00`,
      facts,
    };
    const { id: incident } = await open.post(vendor, `${partner}/incidents`, told);
    await open.post(acceptor, `${agency}/incidents/${incident}/classification`, {
      class: "c",
      fault: "vendor",
    });
    const id = await propose({ rule: "accident-c", occasion: `incident.${incident}`, reason: "专题会通过" });
    await open.post(vendor, `${partner}/penalties/${id}/answer`, { agrees: true });
    await open.post(manager, `${agency}/penalties/${id}/imposition`, { amount: "10000.00" });
    page = await read(`${agency}/penalties/${id}/notice`, manager);
  }
  const shown = factsOf(page);
  expect(shown.get("安全事件")).toBe("第8号 重大事故8（2026年5月18日 发生）");
  expect(shown.get("应计金额")).toBe("10,000.00 元（大写：壹万元整）");
  expect(shown.get("减去 5,520.00 元")).toBe(
    "事故累计扣款上限（上限 74,480.00 元，此前已用 70,000.00 元） 第十二条 第6款",
  );
  expect(shown.get("决定金额")).toBe("4,480.00 元（大写：肆仟肆佰捌拾元整）");
});
