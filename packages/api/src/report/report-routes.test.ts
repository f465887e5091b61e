import { demoContract } from "@luyue/testing/contracts";
import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { type Accepting, startAccepting } from "../fixture/accept-contract.ts";
import { upload } from "../fixture/hand-in.ts";

const manager = "a/contractManager";
const acceptor = "a/acceptor";
const vendor = "partner/v1";
let accepting: Accepting;
let agency: string;
let partner: string;

beforeEach(async () => {
  const runtime = createFixedRuntime("2027-05-10T10:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  const platform = createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict });
  accepting = await startAccepting(platform, runtime, demoContract("A").terms);
  agency = `/v1/contracts/${accepting.id}`;
  partner = `/v1/partner/agencies/ten_a/contracts/${accepting.id}`;
});

const script = `<script>alert("1")</script>`;
const escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;";
const ofRound = (id: string, what: string) => `${agency}/acceptance-rounds/${id}/${what}`;

async function apply(note = "全部服务已完成"): Promise<string> {
  const body = { note, evidence: [{ document: "验收申请表" }] };
  return (await accepting.post(vendor, `${partner}/acceptances/final/applications`, body)).id;
}

/** The year of services, all but the last scan and one report of the drills. */
async function serveYear(): Promise<void> {
  const happen = (event: object) => accepting.happen({ ...event, evidence: [{ note: "服务记录" }] });
  for (let month = 5; month <= 9; month += 1) {
    await happen({ kind: "performed", of: "vulnerability-scan", on: `2026-0${month}-20` });
  }
  await happen({ kind: "performed", of: "api-assessment", on: "2026-11-02", quantity: 560 });
  await happen({ kind: "requested", of: "emergency-response", at: "2026-08-01T02:00:00+08:00" });
}

async function assess(id: string, over: Readonly<Record<number, object>> = {}): Promise<void> {
  const results = Array.from({ length: 10 }, (_, at) => ({
    criterion: at + 1,
    passed: true,
    note: "已与纸质记录核对",
    ...over[at + 1],
  }));
  const acceptors = [{ memberSubject: "acceptor" }, { name: "专家甲" }];
  await accepting.post(manager, ofRound(id, "assessment"), { results, acceptors });
}

async function sign(id: string): Promise<void> {
  await accepting.post(acceptor, ofRound(id, "signatures"), { agrees: true });
  const paper = { agrees: true, acceptor: "expert2", evidence: [{ document: "专家意见表" }] };
  await accepting.post(manager, ofRound(id, "signatures"), paper);
}

async function read(id: string, as = manager): Promise<string> {
  const path = as === vendor ? `${partner}/acceptance-rounds/${id}/report` : ofRound(id, "report");
  const { status, headers, body } = await accepting.call("GET", path, { as });
  expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=UTF-8"]);
  return String(body);
}

describe("the report of a round", () => {
  it("is a draft with what the record gives, until there is a conclusion", async () => {
    await serveYear();
    const id = await apply();
    const draft = await read(id);
    expect(draft).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(draft).toContain("草稿：本轮尚未评定");
    expect(draft).toContain('<div class="watermark">草稿</div>');
    expect(draft).toContain("漏洞扫描 5/6");
    expect(draft).toContain("待评定");
    await assess(id);
    expect(await read(id)).toContain("草稿：本轮尚未作出结论");
    await sign(id);
    await accepting.post(acceptor, ofRound(id, "conclusion"), { outcome: "passed", on: "2027-05-10" });
    const done = await read(id);
    expect(done).not.toContain("草稿");
    expect(done).toContain("项目验收于2027年5月10日通过。");
  });

  it("names each criterion with target, value, how it came about, verdict and evidence", async () => {
    await serveYear();
    const id = await apply();
    await assess(id, { 6: { passed: false, note: "超时", evidence: [{ document: "事故记录" }] } });
    const report = await read(id);
    const rows = [...report.matchAll(/<tr><td class="number">(\d+)<\/td>(.*?)<\/tr>/g)].slice(0, 10);
    const cells = rows.map(([, number, rest = ""]) =>
      [number, ...rest.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map((each) =>
        Array.isArray(each) ? each[1] : each,
      ),
    );
    expect(cells[6]).toEqual([
      "7",
      "项目实施周期",
      "12个月",
      "12 个月",
      "自 2026-04-28 至 2027-04-27，满12个月",
      "通过",
      "已与纸质记录核对",
    ]);
    expect(cells[0]?.slice(1, 4)).toEqual(["服务次数完成率", "100%", "18.33%"]);
    expect(cells[0]?.[5]).toBe("通过（记录未达标）");
    expect(cells[5]?.[4]).toContain("至今未响应");
    expect(cells[5]?.slice(5)).toEqual(["不通过", "超时；事故记录"]);
    expect(cells[8]?.slice(3, 5)).toEqual(["—", "由验收人员评定"]);
  });

  it("lists deliverables by class, accepted and in time", async () => {
    const file = await upload(accepting, vendor, `${partner}/files`, "报告");
    for (const key of ["closing-report", "stage-summary"]) {
      const body = { of: `deliverable.${key}`, files: [{ file, name: "报告.pdf" }] };
      const { id } = await accepting.post(vendor, `${partner}/submissions`, body);
      await accepting.post(acceptor, `${agency}/submissions/${id}/acceptance`);
    }
    const report = await read(await apply());
    const row = (title: string) =>
      [
        ...(report.split(`<td>${title}</td>`)[1]?.split("</tr>")[0] ?? "").matchAll(/<td[^>]*>(.*?)<\/td>/g),
      ].map(([, cell]) => cell);
    expect(row("项目结项工作报告")).toEqual(["1", "1", "第1版 1份", "1/1"]);
    expect(row("阶段性总结报告")).toEqual(["1", "1", "第1版 1份", "0/1"]);
    expect(row("安全运维月度总结报告")).toEqual(["12", "0", "—", "0/12"]);
    expect(report.indexOf("数据安全体系管理类成果")).toBeGreaterThan(report.indexOf("应急体系管理类成果"));
  });

  it("is the same for the vendor, with its statement, and says how a failed round goes on", async () => {
    const id = await apply();
    await accepting.post(vendor, `${partner}/acceptance-rounds/${id}/statement`, {
      note: "响应超时另有原因",
    });
    await assess(id, { 9: { passed: false, note: "配合欠佳" } });
    await sign(id);
    const failure = { outcome: "failed", reason: "团队融合性未达标", rectifyBy: "2027-05-31" };
    await accepting.post(acceptor, ofRound(id, "conclusion"), failure);
    const report = await read(id, vendor);
    expect(report).toBe(await read(id));
    for (const part of [
      "响应超时另有原因",
      "——供应商 v1",
      "专家甲（外部专家）",
      "专家意见表",
      "甲方（盖章）",
    ]) {
      expect(report).toContain(part);
    }
    expect(report).toContain("不通过。原因：团队融合性未达标。整改期限：2027年5月31日。");
  });

  it("escapes whatever people have written", async () => {
    const id = await apply(script);
    await accepting.post(vendor, `${partner}/acceptance-rounds/${id}/statement`, { note: script });
    await assess(id, { 9: { note: script, evidence: [{ document: script }] } });
    const report = await read(id);
    expect(report).not.toContain("<script");
    expect(report.split(escaped)).toHaveLength(5);
  });

  it("lets nothing run, fetches nothing, and has its one style by its hash", async () => {
    const path = ofRound(await apply(), "report");
    const { headers, body } = await accepting.call("GET", path, { as: manager });
    const style = /<style>([^]*?)<\/style>/.exec(String(body))?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    const policy = headers.get("content-security-policy");
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(headers.get("cache-control")).toBe("no-store");
    expect(String(body)).not.toMatch(/<(?:script|link|img|iframe|form)|style=|href=|src=|url\(|@import/);
    expect(style).toContain("size: A4");
  });
});
