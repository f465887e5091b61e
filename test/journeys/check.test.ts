import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CheckResult } from "@luyue/core/check";
import { type DemoKey, demoContract } from "@luyue/testing/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runLuyue } from "./run-luyue.ts";

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "luyue-check-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function file(name: string, content: unknown): Promise<string> {
  const path = join(dir, name);
  await writeFile(path, JSON.stringify(content));
  return path;
}

interface Answer {
  readonly checks: readonly CheckResult[];
  readonly summary: Record<CheckResult["verdict"], number>;
}

async function check(...args: readonly string[]): Promise<Answer & { code: number | null }> {
  const { code, stdout } = await runLuyue("check", ...args, "--json");
  const answer = JSON.parse(stdout) as Answer; // read below
  return { code, ...answer };
}

const idsOf = ({ checks }: Answer, verdict: CheckResult["verdict"]) =>
  checks.filter((result) => result.verdict === verdict).map((result) => result.check);

describe("luyue check", () => {
  it.each([
    ["A", 1, ["crossReferences", "numberedLists"]],
    ["B", 1, ["scoreSplit", "limitsAgree", "limitsAgree"]],
    ["C", 0, []],
    ["D", 0, []],
    ["E", 0, []],
  ] as const)("contract %s: exit code %i, failed: %j", async (key: DemoKey, code, failed) => {
    const { terms, events } = demoContract(key);
    const answer = await check(await file(`${key}.json`, { terms, events }), "--vendor-size", "small");
    expect(answer.code).toBe(code);
    expect(idsOf(answer, "failed")).toEqual(failed);
    expect(answer.summary.failed).toBe(failed.length);
    expect(Object.values(answer.summary).reduce((sum, each) => sum + each, 0)).toBe(answer.checks.length);
  });

  it("reads terms alone, with events in a file of their own", async () => {
    const { terms } = demoContract("D");
    const termsFile = await file("terms.json", terms);
    const events = await file("events.json", [
      { kind: "signed", on: "2026-04-15" },
      { kind: "published", on: "2026-04-20" },
    ]);
    expect(idsOf(await check(termsFile), "failed")).toEqual([]);
    const late = await check(termsFile, "--events", events);
    expect([late.code, ...idsOf(late, "failed")]).toEqual([1, "publishedInTime"]);
    const before = await check(termsFile, "--events", events, "--as-of", "2026-04-18");
    expect(before.code).toBe(0);
    expect(idsOf(before, "warning")).toContain("publishedInTime");
  });

  it("finds tranches that take more than the total, where no plan can be made", async () => {
    const { terms, events } = demoContract("D");
    const [first, second] = terms.tranches;
    const amount = { amount: "fixed", value: "1489600.01" };
    const path = await file("over.json", {
      terms: { ...terms, tranches: [{ ...first, amount }, second] },
      events,
    });
    const answer = await check(path);
    expect(answer.code).toBe(1);
    expect(idsOf(answer, "failed")).toContain("trancheSum");
    expect((await runLuyue("plan", path)).code).toBe(2);
  });

  it("prints a table for people", async () => {
    const { terms, events } = demoContract("A");
    const { code, stdout } = await runLuyue("check", await file("a.json", { terms, events }));
    expect(code).toBe(1);
    expect(stdout).toMatch(/不通过 {2}编号连续无缺.*\n.*缺 5\n.*\/deliverables\n/);
    expect(stdout).toMatch(/通过 \d+，不通过 2，提醒 1，缺信息 7\n$/);
  });

  it("refuses wrong input with exit code 2 and nothing on stdout", { timeout: 60_000 }, async () => {
    const { terms, events } = demoContract("A");
    const both = await file("both.json", { terms, events });
    const eventsFile = await file("more.json", events);
    const wrong = await file("wrong.json", { terms: { ...terms, number: "" }, events });
    const unknown = await file("unknown.json", {
      terms,
      events: [{ kind: "paid", of: "t9", on: "2026-04-27" }],
    });
    const cases: [string[], RegExp][] = [
      [[], /条款文件/],
      [[both, "--events", eventsFile], /the events stand in the terms file already/],
      [[both, "--vendor-size", "tiny"], /large, medium, small, micro/],
      [[both, "--as-of", "2026-02-30"], /YYYY-MM-DD/],
      [[wrong], /\/terms\/number/],
      [[unknown], /\/events\/0\/of/],
    ];
    for (const [args, reason] of cases) {
      const { code, stdout, stderr } = await runLuyue("check", ...args, "--json");
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(reason);
    }
  });
});
