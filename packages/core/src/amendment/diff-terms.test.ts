import { describe, expect, it } from "vitest";
import { type ContractTerms, jsonSchemas } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { Schedule } from "../date-rule/index.ts";
import { fieldName } from "./field-names.ts";
import { diffTerms } from "./index.ts";

const both = (text: string) => ({ zh: text, en: text });
const main = { span: "term", term: "main" } as const;
const signed = { anchor: "event", event: "signed" } as const;
const scans = (count: number): Schedule => ({ schedule: "count", count, unit: "time", span: main });
const scan = { key: "scan", title: { zh: "漏洞扫描", en: "scan" }, schedule: scans(6), clause: "一、2" };
const tranche = {
  key: "t1",
  title: { zh: "第一期付款", en: "First payment" },
  amount: { amount: "rate", rate: "70%" },
  due: { rule: "within", count: 10, unit: "workingDay", after: signed },
  gates: [{ gate: "fundsAppropriated" }, { gate: "invoiceReceived" }],
} satisfies ContractTerms["tranches"][number];
const rest = {
  key: "t2",
  title: { zh: "第二期付款", en: "Second payment" },
  amount: { amount: "remainder" },
  due: { rule: "window", window: "2026-Q4" },
} satisfies ContractTerms["tranches"][number];
const line = { key: "l1", title: { zh: "测评", en: "assessment" }, quantity: 1 };
const lines = (unitPrice: string) => ({
  total: "100000.00",
  lines: [{ ...line, unitPrice, amount: unitPrice }],
});

const diff = (before: Partial<ContractTerms>, after: Partial<ContractTerms>) =>
  diffTerms(sampleTerms(before), sampleTerms(after));

describe("diffTerms, what a contract manager reads", () => {
  it("a date, as a rule in words, of the payment that it is for", () => {
    const later = { ...tranche, due: { ...tranche.due, count: 20 } };
    expect(diff({ tranches: [tranche, rest] }, { tranches: [later, rest] })).toEqual([
      {
        change: "changed",
        place: "/tranches/0/due",
        subject: { zh: "付款“第一期付款”", en: "payment “First payment”" },
        field: { zh: "到期", en: "due" },
        before: {
          zh: "合同签订后10个工作日内",
          en: "within 10 working days after the signing of the contract",
        },
        after: {
          zh: "合同签订后20个工作日内",
          en: "within 20 working days after the signing of the contract",
        },
      },
    ]);
  });

  it("the time for rectifications of an acceptance", () => {
    const acceptance = {
      key: "final",
      title: { zh: "终期验收", en: "final acceptance" },
      stage: "final",
      decision: { due: { rule: "on", anchor: signed } },
    } satisfies NonNullable<ContractTerms["acceptances"]>[number];
    const within = (count: number) => ({
      acceptances: [
        {
          ...acceptance,
          rectification: {
            due: {
              rule: "within" as const,
              count,
              unit: "day" as const,
              after: { anchor: "trigger" as const },
            },
          },
        },
      ],
    });
    const [found, ...more] = diff(within(15), within(20));
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      place: "/acceptances/0/rectification/due",
      subject: { zh: "验收“终期验收”" },
      field: { zh: "整改 · 到期", en: "rectification · due" },
    });
    expect(found?.before?.zh).toContain("15日内");
    expect(diff({ acceptances: [acceptance] }, within(15))).toMatchObject([{ change: "added" }]);
  });

  it("another total, and the sum of each payment that follows it", () => {
    const tranches = [tranche, rest];
    const found = diff({ tranches }, { tranches, price: { total: "108000.00" } });
    expect(found.map(({ place, before, after }) => [place, before?.zh, after?.zh])).toEqual([
      ["/price/total", "100,000.00", "108,000.00"],
      [
        "/tranches/0/amount",
        "合同总价 100,000.00 × 70% = 70,000.00",
        "合同总价 108,000.00 × 70% = 75,600.00",
      ],
      [
        "/tranches/1/amount",
        "合同总价余额 100,000.00 − 70,000.00 = 30,000.00",
        "合同总价余额 108,000.00 − 75,600.00 = 32,400.00",
      ],
    ]);
    expect(found[1]).toMatchObject({
      subject: { zh: "付款“第一期付款”", en: "payment “First payment”" },
      field: { zh: "金额", en: "amount" },
    });
  });

  it("an amount agreed in another way, once, with the rule and the sum", () => {
    const fixed = { ...tranche, amount: { amount: "fixed", value: "60000.00" } } as const;
    const found = diff({ tranches: [tranche, rest] }, { tranches: [fixed, rest] });
    expect(found.map(({ place, after }) => [place, after?.en])).toEqual([
      ["/tranches/0/amount", "agreed sum 60,000.00"],
      ["/tranches/1/amount", "remainder of contract total 100,000.00 − 60,000.00 = 40,000.00"],
    ]);
  });

  it("an amount that cannot be worked out, by its rule alone", () => {
    const more = { ...tranche, amount: { amount: "rate", rate: "170%" } } as const;
    const [first] = diff({ tranches: [tranche, rest] }, { tranches: [more, rest] });
    expect(first?.after).toEqual({ zh: "合同总价 × 170%", en: "contract total × 170%" });
  });

  it("a service added, with what it says; one removed, by its place in the old terms", () => {
    const [added, ...others] = diff({ services: [] }, { services: [scan] });
    expect(others).toEqual([]);
    expect(added).toEqual({
      change: "added",
      place: "/services/0",
      subject: { zh: "服务“漏洞扫描”", en: "service “scan”" },
      after: {
        zh: "安排：服务期内共6次；条款：一、2",
        en: "schedule: 6 times during “service term”; clause: 一、2",
      },
    });
    const drill = { ...scan, key: "drill", title: { zh: "演练", en: "drill" } };
    expect(diff({ services: [scan, drill] }, { services: [drill] })).toMatchObject([
      { change: "removed", place: "/services/0", before: { en: added?.after?.en } },
    ]);
    expect(diff({}, { services: [scan] })).toEqual([added]);
  });

  it("a schedule, a unit price, a clause that is gone, a condition of payment", () => {
    const { clause: _clause, ...plain } = scan;
    expect(diff({ services: [scan] }, { services: [{ ...plain, schedule: scans(8) }] })).toMatchObject([
      { field: { zh: "安排" }, before: { zh: "服务期内共6次" }, after: { zh: "服务期内共8次" } },
      { change: "removed", place: "/services/0/clause", field: { zh: "条款" }, before: both("一、2") },
    ]);
    expect(diff({ price: lines("100000.00") }, { price: lines("90000.00") })[0]).toMatchObject({
      place: "/price/lines/0/unitPrice",
      subject: { zh: "合同价款", en: "price" },
      field: { zh: "分项报价“测评” · 单价", en: "price line “assessment” · unit price" },
      after: both("90,000.00"),
    });
    const held = { ...tranche, gates: [{ gate: "fundsAppropriated", holder: "both" } as const] };
    expect(diff({ tranches: [tranche, rest] }, { tranches: [held, rest] })).toMatchObject([
      {
        place: "/tranches/0/gates/0",
        field: { zh: "付款条件" },
        after: { zh: "财政资金到位（办理方：双方）" },
      },
      { change: "removed", place: "/tranches/0/gates/1", before: { zh: "收到发票" } },
    ]);
  });

  it("a head-count, what has to be accepted beforehand, and a duty that comes with the key periods", () => {
    const plan = { ...scan, key: "plan", title: { zh: "培训方案", en: "training plan" } };
    const more = { ...scan, people: 30, prior: "plan" };
    const deliverables = [plan];
    expect(
      diff({ services: [scan], deliverables }, { services: [more], deliverables }).map(
        ({ place, field, after }) => [place, field?.en, after?.zh],
      ),
    ).toEqual([
      ["/services/0/people", "people each time, at least", "30"],
      ["/services/0/prior", "deliverable to be accepted beforehand", "培训方案"],
    ]);
    const duty = (each: "period" | "day") =>
      ({ ...scan, schedule: { schedule: "keyPeriods", span: main, each } }) as const;
    expect(diff({ services: [duty("period")] }, { services: [duty("day")] })).toMatchObject([
      {
        field: { zh: "安排" },
        before: { zh: "服务期内每个重保时期" },
        after: { en: "every day of the key periods during “service term”" },
      },
    ]);
    const atMost = { ...scan, schedule: { ...scans(6), bound: "atMost" } } as typeof scan;
    expect(diff({ services: [scan] }, { services: [atMost] })).toMatchObject([
      { before: { zh: "服务期内共6次" }, after: { zh: "服务期内累计不超过6次" } },
    ]);
  });

  it("a whole section, and what stands in the terms by itself", () => {
    const dispute = { way: "arbitration", forum: "汀衡仲裁委员会" } as const;
    const effect = { rule: "on", anchor: signed } as const;
    expect(diff({}, { dispute, effect })).toMatchObject([
      { change: "added", subject: { zh: "争议解决" }, after: { zh: "方式：仲裁；机构：汀衡仲裁委员会" } },
      { change: "added", subject: { zh: "合同" }, field: { zh: "生效" }, after: { zh: "合同签订当日" } },
    ]);
    const court = { ...dispute, way: "court" } as const;
    expect(diff({ dispute }, { dispute: court })).toMatchObject([
      {
        field: { zh: "方式" },
        before: { zh: "仲裁", en: "arbitration" },
        after: { zh: "诉讼", en: "court" },
      },
    ]);
  });

  it("names that read alike in one language, language by language", () => {
    const named = { ...scan, title: { zh: "漏洞扫描", en: "vulnerability scan" } };
    expect(diff({ services: [scan] }, { services: [named] })).toMatchObject([
      { place: "/services/0/title/en", field: { zh: "名称 · 英文" }, before: both("scan") },
    ]);
  });

  it("a thing by its key, whatever it is called now", () => {
    const named = { ...scan, title: { zh: "扫描", en: "scanning" } };
    expect(diff({ services: [scan] }, { services: [named] })).toEqual([
      {
        change: "changed",
        place: "/services/0/title",
        subject: { zh: "服务“扫描”", en: "service “scanning”" },
        field: { zh: "名称", en: "title" },
        before: scan.title,
        after: named.title,
      },
    ]);
  });

  it("periods with their units, what a rule is about by its name, and a number as it is written", () => {
    const accountChange = (count: number) => ({
      accountChange: { count, unit: "workingDay" as const, clause: "三" },
    });
    expect(diff(accountChange(5), accountChange(15))).toMatchObject([
      { subject: { zh: "收款账户变更" }, before: { zh: "5个工作日" }, after: { en: "15 working days" } },
    ]);
    const secrecy = { key: "s", title: { zh: "保密" } };
    const lasts = { count: 5, unit: "year", afterTerm: "main" } as const;
    expect(diff({ secrecy }, { secrecy: { ...secrecy, lasts } })).toMatchObject([
      {
        field: { zh: "保密期限" },
        after: { zh: "服务期届满后5年", en: "5 years after the end of “service term”" },
      },
    ]);
    const due = { rule: "on", anchor: { anchor: "due", of: "invoice.t1" } } as const;
    expect(
      diff({}, { reports: [{ key: "r", title: scan.title, schedule: { schedule: "once", due } }] }),
    ).toMatchObject([{ after: { zh: expect.stringContaining("全款发票") as string } }]);
    expect(diff({}, { number: "2026.00" })).toMatchObject([
      { field: { zh: "编号" }, after: both("2026.00") },
    ]);
  });

  it("says by their keys what two things of one name are", () => {
    const notice = { key: "n", title: { zh: "变更通知", en: "notice" }, debtor: "vendor" } as const;
    const due = { rule: "within", count: 5, unit: "day", after: { anchor: "trigger" } } as const;
    const about = (of: string) => ({ notices: [{ ...notice, event: "occurred", of, due } as const] });
    const names = { x: "某情形", y: "某情形" };
    expect(diff({ ...about("x"), names }, { ...about("y"), names })).toMatchObject([
      { place: "/notices/0/of", before: both("x"), after: both("y") },
    ]);
  });
});

describe("diffTerms, penalties and scores", () => {
  const title = { zh: "迟延", en: "delay" };
  const share = (rate: string) => ({ amount: "rate", rate }) as const;

  it("what a penalty costs and how far it goes", () => {
    const late = { penalty: "perDay", key: "late", title, amount: share("0.5‰"), from: 2 } as const;
    const range = { amount: "range", from: "1000.00", to: "2000.00" } as const;
    const after = { ...late, amount: range, cap: share("20%"), from: 5 };
    expect(diff({ penalties: [late] }, { penalties: [after] })).toMatchObject([
      { field: { zh: "金额" }, before: { zh: "合同总价 × 0.5‰" }, after: { zh: "1,000.00 至 2,000.00" } },
      { change: "added", field: { zh: "上限" }, after: { zh: "合同总价 × 20%" } },
      { subject: { zh: "违约责任“迟延”" }, field: { zh: "自第几日起" }, before: both("2"), after: both("5") },
    ]);
    expect(diff({}, { penalties: [late] })).toMatchObject([
      { after: { zh: "计罚方式：每日；金额：合同总价 × 0.5‰；自第几日起：2" } },
    ]);
  });

  it("a share of an item of the score, and the services that it follows", () => {
    const item = (percent: string, services: string[]) => ({
      period: "month" as const,
      items: [{ key: "i", title, full: 5, split: [{ key: "time", title, percent }], services }],
    });
    expect(
      diff({ services: [scan], score: item("20", []) }, { services: [scan], score: item("30", ["scan"]) }),
    ).toMatchObject([
      { subject: { zh: "考核评分" }, field: { zh: "评分项“迟延” · 评分权重“迟延” · 百分比" } },
      { change: "added", field: { en: "item “delay” · service that it follows" }, after: { zh: "漏洞扫描" } },
    ]);
  });

  it("how long a score may take, and what follows from low ones", () => {
    const split = [{ key: "all", title, percent: "100" }];
    const items = [{ key: "i", title, full: 5, split }];
    const low = { key: "low", title: { zh: "连续低分", en: "low scores" }, below: "60", inARow: 3 };
    const penalties = (["once", "each"] as const).map((key) => ({
      penalty: "once" as const,
      key,
      title: { zh: `违约${key}`, en: key },
      amount: share("1%"),
    }));
    const agree = (days: number, penalty: string, inARow: number) => ({
      penalties,
      score: {
        period: "month" as const,
        items,
        answer: { count: days, unit: "workingDay" as const },
        triggers: [{ ...low, inARow, penalty }],
      },
    });
    expect(diff(agree(5, "p0", 3), agree(7, "each", 2))).toMatchObject([
      { field: { zh: "评分答复期限" }, before: { zh: "5个工作日" }, after: { en: "7 working days" } },
      {
        field: { en: "consequence of scores “low scores” · periods in a row" },
        before: both("3"),
        after: both("2"),
      },
      { field: { zh: "考核后果“连续低分” · 违约责任" }, before: both("p0"), after: { zh: "违约each" } },
    ]);
    const { triggers: _none, ...bare } = agree(5, "once", 3).score;
    expect(diff({ penalties, score: bare }, agree(5, "once", 3))).toMatchObject([
      { change: "added", after: { zh: "低于：60；连续期数：3；违约责任：违约once" } },
    ]);
  });

  it("has a Chinese name for every field of the schema", () => {
    const named = (value: unknown): string[] => {
      if (typeof value !== "object" || value === null) return [];
      const own = "properties" in value && typeof value.properties === "object" ? value.properties : null;
      return [...Object.keys(own ?? {}), ...Object.values(value).flatMap(named)];
    };
    const fields = new Set(named(jsonSchemas.terms()));
    expect(fields.size).toBeGreaterThan(80);
    expect([...fields].filter((field) => !/[\u4e00-\u9fff]/u.test(fieldName(field, "").zh))).toEqual([]);
  });
});

describe("diffTerms, order and what the schema does not have yet", () => {
  it("takes no order of things for a difference, but the order of figures in a row", () => {
    expect(diff({ tranches: [tranche, rest] }, { tranches: [rest, tranche] })).toEqual([]);
    const gates = tranche.gates.toReversed();
    expect(diff({ tranches: [tranche, rest] }, { tranches: [{ ...tranche, gates }, rest] })).toEqual([]);
    const split = (...rates: string[]) => ({ ...sampleTerms(), shares: { split: rates } });
    expect(diffTerms(split("20%", "50%", "30%"), split("50%", "20%", "30%"))).toMatchObject([
      { place: "/shares/split", before: { zh: "20%、50%、30%" }, after: { en: "50%, 20%, 30%" } },
    ]);
  });

  it("shows a field that it knows nothing of, under the schema's name", () => {
    const rule = (perDay: string) => ({ key: "p", title: { zh: "迟延" }, perDay, from: { dayNumber: 3 } });
    const terms = (...all: object[]) => ({ ...sampleTerms(), "odd/Things": all });
    expect(diffTerms(terms(rule("1%")), terms(rule("2%")))).toEqual([
      {
        change: "changed",
        place: "/odd~1Things/0/perDay",
        subject: { zh: "odd/Things“迟延”", en: "odd/ things “迟延”" },
        field: { zh: "perDay", en: "per day" },
        before: both("1%"),
        after: both("2%"),
      },
    ]);
    expect(diffTerms(terms(), terms(rule("1%")))).toMatchObject([
      { change: "added", after: { en: "from: day number: 3; per day: 1%" } },
    ]);
  });

  it("tells no list from an empty one", () => {
    expect(diff({}, { services: [] })).toMatchObject([{ change: "added", after: { zh: "无", en: "none" } }]);
    expect(diff({ services: [] }, {})).toMatchObject([{ change: "removed", before: { zh: "无" } }]);
  });
});
