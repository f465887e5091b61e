import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoContract } from "@luyue/testing/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runLuyue } from "./run-luyue.ts";

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "luyue-plan-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function file(name: string, content: unknown): Promise<string> {
  const path = join(dir, name);
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const terms = demoContract("D").terms;

describe("luyue plan", () => {
  it("derives obligations from a terms file and its events, without a server", async () => {
    const termsFile = await file("d.json", terms);
    const events = await file("d-events.json", [{ kind: "signed", on: "2026-04-15" }]);
    const { code, stdout } = await runLuyue(
      "plan",
      termsFile,
      "--events",
      events,
      "--as-of",
      "2026-05-12",
      "--json",
    );
    const plan = JSON.parse(stdout) as {
      obligations: { key: string; dueOn: string | null; state: string }[];
    }; // read below
    expect(code).toBe(0);
    expect(plan.obligations.find(({ key }) => key === "payment.t1")).toMatchObject({
      dueOn: "2026-04-29",
      state: "held",
    });
  });

  it("leaves dates waiting where no event is known", async () => {
    const { stdout } = await runLuyue("plan", await file("d2.json", terms), "--json");
    const plan = JSON.parse(stdout) as {
      obligations: { key: string; state: string; waitingFor: unknown[] }[];
    }; // read below
    expect(plan.obligations.find(({ key }) => key === "payment.t1")?.state).toBe("waiting");
  });

  it("shows an allowance as what was used of it, and no duty of key periods, which only an agency has", async () => {
    const used = { kind: "performed", of: "key-event-duty", on: "2026-05-02", quantity: 33 };
    const events = [{ kind: "signed", on: "2026-03-02" }, used];
    const path = await file("e.json", { terms: demoContract("E").terms, events });
    const { stdout } = await runLuyue("plan", path, "--as-of", "2026-06-01");
    expect(stdout).toMatch(/2027-03-02 {2}持续中 {2}乙方 {2}服务 {2}重要活动保障 {2}已用 33\/30，超出 3\n/);
    const bare = await runLuyue("plan", await file("d-duty.json", terms));
    expect(bare.code).toBe(0);
    expect(bare.stdout).not.toContain("特殊时期值守保障");
  });

  it("prints a table for people", async () => {
    const { code, stdout } = await runLuyue("plan", await file("d3.json", terms));
    expect(code).toBe(0);
    expect(stdout).toContain("等待：合同签订");
  });

  const wrong: [string, unknown, RegExp, RegExp][] = [
    [
      "money with three decimals",
      { ...terms, price: { ...terms.price, total: "1489600.000" } },
      /\/price\/total/,
      /两位小数/,
    ],
    ["an unknown field", { ...terms, sum: "1.00" }, / {2}\//, /sum/],
    ["a missing number", { ...terms, number: undefined }, /\/number/, /is required/],
    ["text that is no JSON", "{", /JSON/, /不是有效的 JSON/],
    [
      "a date that does not exist",
      {
        ...terms,
        terms: [{ ...terms.terms[0], start: { rule: "on", anchor: { anchor: "date", on: "2026-02-30" } } }],
      },
      /\/terms\/0\/start\/anchor\/on/,
      /不存在的日期/,
    ],
    [
      "a reference to nothing",
      { ...terms, effect: { rule: "on", anchor: { anchor: "due", of: "payment.t9" } } },
      /\/effect\/anchor/,
      /payment\.t9/,
    ],
  ];
  it.each(wrong)(
    "refuses %s: path, both languages, exit code 2, nothing on stdout",
    async (_name, content, path, reason) => {
      const { code, stdout, stderr } = await runLuyue("plan", await file("wrong.json", content), "--json");
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(path);
      expect(stderr).toMatch(reason);
      expect(stderr).toMatch(/错误[\s\S]*error/);
    },
  );

  it("refuses events that the contract does not know or that stand twice, by their place in the file", async () => {
    const termsFile = await file("d4.json", terms);
    const events = await file("bad-events.json", [
      { kind: "signed", on: "2026-04-15" },
      { kind: "signed", on: "2026-04-16" },
      { kind: "paid", of: "t9", on: "2026-04-16" },
    ]);
    const { code, stderr } = await runLuyue("plan", termsFile, "--events", events, "--json");
    expect(code).toBe(2);
    expect(stderr).toMatch(/\/1\/kind/);
    expect(stderr).toMatch(/\/2\/of/);
  });

  it("refuses a file that is not there", async () => {
    expect((await runLuyue("plan", join(dir, "nothing.json"))).code).toBe(2);
  });
});

describe("luyue schema", () => {
  it("prints the JSON Schema of terms and events", async () => {
    const { code, stdout } = await runLuyue("schema");
    const schema = JSON.parse(stdout) as { $schema: string; properties: Record<string, unknown> }; // read below
    expect(code).toBe(0);
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(Object.keys(schema.properties)).toEqual(["terms", "events"]);
    expect(stdout).toContain('"tranches"');
    expect(stdout).toContain('"fundsAppropriated"');
  });
});

describe("luyue", () => {
  it("explains itself and refuses what it does not know", async () => {
    expect((await runLuyue("help")).stdout).toContain("luyue plan FILE.json");
    expect((await runLuyue("nonsense")).code).toBe(2);
    expect((await runLuyue("plan")).code).toBe(2);
    expect((await runLuyue("start", "--port", "99999")).code).toBe(2);
  });
});
