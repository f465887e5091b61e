import {
  createFixedRuntime,
  createMemoryPlatform,
  type FixedRuntime,
  type KindsOf,
} from "@luyue/testing/memory-platform";
import { type Change, type Platform, WriteConflict } from "@luyue/usecases/runtime";
import readXlsxFile from "read-excel-file/node";
import { beforeEach, describe, expect, it } from "vitest";
import { enrolPartners, signMoneyContract } from "../fixture/sign-contract.ts";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";
import { workbookOfXml } from "../fixture/workbook-of-xml.ts";
import { type Column, toXlsx } from "../spreadsheet/index.ts";

const manager = "a/contractManager";
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const header = ["隐患标题", "严重程度", "所属系统", "隐患详情", "整改要求", "责任单位", "要求反馈日期"];

let runtime: FixedRuntime;
let fixture: Fixture;
let platform: Platform;
let contractId: string;

beforeEach(async () => {
  runtime = createFixedRuntime("2026-06-01T07:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  fixture = await startFixture(platform, runtime);
  contractId = await signMoneyContract(fixture, "NO 1", "2026-06-01");
  await enrolPartners(fixture);
  for (const [name, side] of [
    ["信息中心", "buyer"],
    ["乙方运维组", "vendor"],
  ]) {
    const body = { name, side, contacts: [] };
    await fixture.call("PUT", `/v1/contracts/${contractId}/units`, { as: manager, body });
  }
});

interface Answer {
  readonly status: number;
  readonly body: {
    readonly detail?: string;
    readonly faults?: { path: string; reason_zh?: string }[];
  } & Record<string, unknown>;
}

async function send(
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  { dryRun = false, as = manager, key = "" } = {},
): Promise<Answer> {
  const [issuer = "", subject = ""] = as.split("/");
  const headers = {
    Authorization: `Bearer ${await fixture.issuers.tokenFor(issuer, subject)}`,
    "Content-Type": type,
    ...(key === "" ? {} : { "Idempotency-Key": key }),
  };
  const at = `/v1/contracts/${contractId}/findings/import?dryRun=${dryRun}`;
  const response = await fixture.app.request(at, { method: "POST", headers, body });
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}

const csvOf = (rows: readonly (readonly string[])[], head = header) =>
  [head, ...rows].map((row) => row.map((text) => `"${text}"`).join(",")).join("\r\n");
const good = ["弱口令", "高", "门户网站", "可被猜测", "改为强口令", "信息中心", "2026-06-30"];
const withCell = (at: number, text: string, title = "弱口令2") =>
  good.map((word, each) => (each === at ? text : each === 0 ? title : word));

const stored = async () => {
  const page = await platform.tenant("ten_a").listFindings(contractId, {}, { limit: 200 });
  return page.items;
};
const faultsOf = ({ body }: Answer) => (body.faults ?? []).map(({ path }) => path);

/** A workbook whose last column is dates of its own. */
function workbookOf(rows: readonly (readonly (string | null)[])[], head = header) {
  const columns = head.map((each): Column => {
    return { header: each, kind: each === "要求反馈日期" ? "date" : "text" };
  });
  return toXlsx({ sheets: [{ name: "隐患清单", columns, rows }] });
}

async function readBody(path: string, headers: Record<string, string> = {}) {
  const token = await fixture.issuers.tokenFor("a", "auditor");
  const all = { Authorization: `Bearer ${token}`, ...headers };
  const response = await fixture.app.request(path, { headers: all });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { response, bytes, sheets: await readXlsxFile(bytes) };
}

describe("findings from a spreadsheet", () => {
  it("are handed out from a workbook, each with its row, and not twice under one key", async () => {
    const rows = [
      ["弱口令", "高", "门户网站", "可被猜测", "改为强口令", "信息中心", "2026-06-30"],
      [null, null, null, null, null, null, null],
      ["未打补丁", "严重", null, null, "打补丁", "乙方运维组", "2026-06-15"],
    ];
    const bytes = await workbookOf(rows);
    const first = await send(bytes, xlsx, { key: "import-1" });
    expect([first.status, first.body]).toMatchObject([
      200,
      {
        dryRun: false,
        count: 2,
        findings: [
          { row: 2, number: 1, unit: "信息中心", severity: "high", dueOn: "2026-06-30" },
          { row: 4, number: 2, unit: "乙方运维组", severity: "critical", dueOn: "2026-06-15" },
        ],
      },
    ]);
    expect((await send(bytes, xlsx, { key: "import-1" })).body).toEqual(first.body);
    expect(await stored()).toMatchObject([
      { number: 1, title: "弱口令", system: "门户网站", detail: "可被猜测", demand: "改为强口令" },
      { number: 2, title: "未打补丁", severity: "critical" },
    ]);
    expect((await stored())[1]).not.toHaveProperty("system");
  });

  it("are shown first and not handed out where that is asked for", async () => {
    const { status, body } = await send(csvOf([good]), "text/csv", { dryRun: true });
    expect([status, body]).toEqual([
      200,
      {
        dryRun: true,
        batchId: null,
        count: 1,
        findings: [
          {
            row: 2,
            id: null,
            number: null,
            unit: "信息中心",
            title: "弱口令",
            severity: "high",
            dueOn: "2026-06-30",
          },
        ],
      },
    ]);
    expect(await stored()).toEqual([]);
  });

  it.each(["2026-06-30", "2026/6/30", "2026.06.30", "2026年6月30日", " 2026-6-30 "])(
    "have a day as %s",
    async (day) => {
      expect((await send(csvOf([withCell(6, day)]), "text/csv")).body).toMatchObject({
        findings: [{ dueOn: "2026-06-30" }],
      });
    },
  );

  it("have their columns in any order, with those that may be left out left out", async () => {
    const head = ["要求反馈日期", "责任单位", "隐患标题", "整改要求", "严重程度"];
    const rows = [["2026-06-30", "信息中心", "弱口令", "改为强口令", "低"]];
    expect((await send(csvOf(rows, head), "text/csv; charset=utf-8")).body).toMatchObject({
      findings: [{ title: "弱口令", severity: "low" }],
    });
  });

  it("are refused with every fault by row and column, and none of them is handed out", async () => {
    const rows = [
      good,
      withCell(0, " "),
      withCell(1, "紧急", "a"),
      withCell(5, "不存在的单位", "b"),
      withCell(6, "2026-02-30", "c"),
      withCell(6, "2026-05-31", "d"),
      withCell(4, "", "e"),
      withCell(0, "长".repeat(201)),
      good,
      ["", "", "", "", "", "", ""],
      withCell(2, "", "f"),
    ];
    const answer = await send(csvOf(rows), "text/csv");
    expect(answer.status).toBe(422);
    expect(answer.body.detail).toBe("表中有 8 处错误，未导入任何隐患");
    expect(faultsOf(answer)).toEqual([
      "/rows/3/title",
      "/rows/4/severity",
      "/rows/5/unit",
      "/rows/6/dueOn",
      "/rows/7/dueOn",
      "/rows/8/demand",
      "/rows/9/title",
      "/rows/10/title",
    ]);
    const text = JSON.stringify(answer.body.faults);
    expect(text).toContain("第4行“严重程度”须为严重、高、中、低之一，现为“紧急”");
    expect(text).toContain("row 5, unit: the contract has no unit “不存在的单位”");
    expect(text).toContain("第10行与第2行重复");
    expect(await stored()).toEqual([]);
  });

  it("are refused by the rows as a workbook shows them, whatever kinds its cells are of", async () => {
    const columns = header.map(
      (each): Column => ({ header: each, kind: each === "要求反馈日期" ? "integer" : "text" }),
    );
    const serial = [...good.slice(0, 6), 46203];
    const rows = [serial, [...withCell(0, "x").slice(0, 6), 46203.5], [...withCell(0, "y").slice(0, 6), 7]];
    const bytes = await toXlsx({ sheets: [{ name: "一", columns, rows }] });
    const answer = await send(bytes, xlsx);
    expect(faultsOf(answer)).toEqual(["/rows/3/dueOn", "/rows/4/dueOn"]);
    const one = await toXlsx({ sheets: [{ name: "一", columns, rows: [serial] }] });
    expect((await send(one, xlsx)).body).toMatchObject({ findings: [{ dueOn: "2026-06-30" }] });
  });

  it("are refused for their header: what lacks, stands twice or is none of the template's", async () => {
    const head = ["隐患标题", "隐患标题", "备注", "严重程度", "责任单位", "要求反馈日期"];
    const answer = await send(csvOf([], head), "text/csv");
    expect(faultsOf(answer)).toEqual(["/columns/1", "/columns/2", "/columns/demand"]);
    expect(answer.body.detail).toContain("第1行应为：隐患标题、严重程度");
  });

  it("are answered again under their key past midnight and when a unit has another name, and no other file is", async () => {
    const today = withCell(6, "2026-06-01");
    const first = await send(csvOf([today]), "text/csv", { key: "k" });
    const units = `/v1/contracts/${contractId}/units`;
    const { body } = await fixture.call("GET", units, { as: manager });
    const unit = (body as { items: { id: string; name: string }[] }).items.find(
      ({ name }) => name === "信息中心",
    );
    const renamed = { unitId: unit?.id, name: "信息处", side: "buyer", contacts: [] };
    expect((await fixture.call("PUT", units, { as: manager, body: renamed })).status).toBe(200);
    runtime.setNow("2026-06-02T00:01:00+08:00");
    expect(await send(csvOf([today]), "text/csv", { key: "k" })).toEqual(first);
    expect(await stored()).toHaveLength(1);
    const anew = await send(csvOf([today]), "text/csv", { key: "other" });
    expect(faultsOf(anew)).toEqual(["/rows/2/unit", "/rows/2/dueOn"]);
    const other = await send(csvOf([good]), "text/csv", { key: "k" });
    expect([other.status, other.body["type"]]).toEqual([422, "/problems/idempotencyMismatch"]);
  });

  it.each([
    ["a form feed", "a\fb"],
    ["a C1 control", "a\u0085b"],
    ["a lone carriage return", "a\rb"],
  ])("are no text, and refused at their cell of CSV, with %s", async (_what, text) => {
    for (const at of [0, 2, 3, 4]) {
      const answer = await send(csvOf([good, withCell(at, text, text)]), "text/csv");
      expect([answer.status, faultsOf(answer)[0]]).toEqual([422, "/rows/3/title"]);
      expect(JSON.stringify(answer.body)).toContain("含控制字符或不成对的代理项");
    }
    expect(faultsOf(await send(csvOf([withCell(4, text)]), "text/csv"))).toEqual(["/rows/2/demand"]);
    expect(await stored()).toEqual([]);
  });

  it("are no text, and refused at their cell of a workbook, with what it can write and JSON may not hold", async () => {
    for (const text of ["a_x0000_b", "a_x0007_b", "a_xD800_b", "a_x000D_b"]) {
      const answer = await send(await workbookOf([withCell(3, text)]), xlsx);
      expect([text, answer.status, faultsOf(answer)]).toEqual([text, 422, ["/rows/2/detail"]]);
    }
    expect(await stored()).toEqual([]);
    await send(await workbookOf([withCell(3, "一_x000D_\n二")]), xlsx);
    expect(await stored()).toMatchObject([{ detail: "一\n二" }]);
  });

  it("are refused for their width, and what is repeated of a cell is short", async () => {
    const wide = await send("a,".repeat(50), "text/csv");
    expect([wide.status, wide.body.detail]).toEqual([422, "表格有 51 列，最多 50 列，请删除模板以外的列"]);
    const long = "长".repeat(100_000);
    for (const body of [
      csvOf([], [long, ...header]),
      csvOf([withCell(6, long)]),
      csvOf([withCell(5, "长".repeat(99))]),
    ]) {
      const text = JSON.stringify((await send(body, "text/csv")).body);
      expect([text.length < 1500, text.includes(`${"长".repeat(40)}…`)]).toEqual([true, true]);
    }
  });

  it("are refused for a day that is none, whatever number a workbook has for it", async () => {
    const words = (row: number, texts: readonly string[]) =>
      texts.map((text, at) => {
        return `<c r="${"ABCDEFG"[at]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
      });
    const styles = { "xl/styles.xml": `<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>` };
    const withDay = (day: string) => {
      const cells = [...words(2, good.slice(0, 6)), `<c r="G2" s="0"><v>${day}</v></c>`].join("");
      const rows = `<row r="1">${words(1, header).join("")}</row><row r="2">${cells}</row>`;
      return workbookOfXml(rows, styles);
    };
    for (const number of ["1e300", "-1e300", "99999999", "1e8"]) {
      const answer = await send(withDay(number), xlsx);
      expect([number, answer.status, faultsOf(answer)]).toEqual([number, 422, ["/rows/2/dueOn"]]);
      expect(JSON.stringify(answer.body)).toContain("不是有效日期");
    }
    expect((await send(withDay("46203"), xlsx)).status).toBe(200);
  });

  it("are at least one and at most 500, and no more than 200 faults are told", async () => {
    expect(faultsOf(await send(csvOf([]), "text/csv"))).toEqual(["/rows"]);
    const many = Array.from({ length: 501 }, (_, at) => withCell(0, `第${at}项`));
    const tooMany = await send(csvOf(many), "text/csv");
    expect(faultsOf(tooMany)).toEqual(["/rows"]);
    const bad = await send(csvOf(many.slice(1).map((row) => row.with(1, "无"))), "text/csv");
    expect([bad.body.detail, bad.body.faults?.length]).toEqual([
      "表中有 500 处错误，此处列出前 200 处，未导入任何隐患",
      200,
    ]);
    expect((await send(csvOf(many.slice(1)), "text/csv")).body).toMatchObject({ count: 500 });
    expect((await platform.tenant("ten_a").getContract(contractId))?.findings).toBe(500);
    expect(await stored()).toHaveLength(200);
  });

  it("are taken from what is a spreadsheet, not too large, by whoever may hand them out", async () => {
    const whole = await workbookOf([good]);
    expect((await send(csvOf([good]), "application/json")).status).toBe(415);
    expect((await send(csvOf([good]), xlsx)).status).toBe(422);
    expect((await send(whole, "text/csv")).status).toBe(422);
    expect((await send(new Uint8Array([0xb8, 0xdf]), "text/csv")).body.detail).toBe("文本须为 UTF-8 编码");
    expect((await send(" ".repeat(2 * 1024 * 1024 + 1), "text/csv")).status).toBe(413);
    for (const [as, status] of [
      ["a/auditor", 403],
      ["a/finance", 403],
      ["b/contractManager", 404],
      ["partner/v1", 403],
    ] as const) {
      expect([as, (await send(csvOf([good]), "text/csv", { as, dryRun: true })).status]).toEqual([
        as,
        status,
      ]);
    }
    expect(await stored()).toEqual([]);
  });
});

describe("the template", () => {
  it("names the columns and what may stand in them; filled in, it is taken, and its example is not", async () => {
    const { response, sheets } = await readBody(`/v1/contracts/${contractId}/findings/template.xlsx`);
    expect(response.headers.get("content-disposition")).toContain(
      encodeURIComponent("隐患导入模板_2026-06-01.xlsx"),
    );
    const [form, values] = sheets;
    expect(form?.data[0]).toEqual(header);
    expect(String(form?.data[1]?.[0])).toMatch(/^【示例】/);
    const words = values?.data.flat();
    for (const word of ["严重", "低", "信息中心", "乙方运维组", "甲方"]) expect(words).toContain(word);
    const example = (form?.data[1] ?? []).map((cell) =>
      cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell),
    );
    const filled = await workbookOf([example, good]);
    expect((await send(filled, xlsx)).body).toMatchObject({
      count: 1,
      findings: [{ row: 3, title: "弱口令" }],
    });
    expect(faultsOf(await send(await workbookOf([example]), xlsx))).toEqual(["/rows"]);
  });
});

describe("the export", () => {
  it("has every finding that is asked for, one a row, in the language that is asked for", async () => {
    await send(csvOf([good, withCell(5, "乙方运维组"), withCell(0, "=cmd()", "=cmd()")]), "text/csv");
    const path = `/v1/contracts/${contractId}/findings.xlsx`;
    const { response, sheets } = await readBody(path);
    expect([response.status, response.headers.get("content-language")]).toEqual([200, "zh"]);
    const [sheet] = sheets;
    expect(sheet?.data[0]?.slice(0, 5)).toEqual(["编号", "责任单位", "所属方", "隐患标题", "严重程度"]);
    expect(sheet?.data.slice(1).map((row) => row.slice(0, 5))).toEqual([
      [1, "信息中心", "甲方", "弱口令", "高"],
      [2, "乙方运维组", "乙方", "弱口令2", "高"],
      [3, "信息中心", "甲方", "=cmd()", "高"],
    ]);
    const english = await readBody(`${path}?severity=high&state=open`, { "Accept-Language": "en" });
    expect(english.sheets[0]?.data[0]?.slice(0, 2)).toEqual(["Number", "Unit"]);
    const none = await readBody(`${path}?state=closed`);
    expect(none.sheets[0]?.data).toHaveLength(1);
  });
});
