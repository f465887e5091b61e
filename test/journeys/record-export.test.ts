import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoContract } from "@luyue/testing/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAgency } from "./open-agency.ts";
import { runLuyue, runLuyueWith } from "./run-luyue.ts";
import { agency, type Steps } from "./steps.ts";

let steps: Steps;
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "luyue-record-"));
  const a = demoContract("A");
  steps = await openAgency(a, "2026-03-02");
  const { does, about, liveTo } = steps;
  about.contractId = String((await does("contractManager", "POST /v1/contracts", { terms: a.terms }))["id"]);
  await does("contractManager", "POST /activate", { despite: "样例" });
  await does("contractManager", "POST /events", { event: { kind: "signed", on: "2026-03-02" } });
  await liveTo("2026-03-04");
}, 60_000);
afterAll(async () => {
  await steps.stack.stop();
  await rm(dir, { recursive: true, force: true });
});

/** The record as an auditor of the agency exports it. */
async function exported(): Promise<string> {
  const LUYUE_TOKEN = await steps.stack.issuer.sign(agency, "auditor");
  const { code, stdout, stderr } = await runLuyueWith(
    { LUYUE_TOKEN },
    "record",
    "export",
    "--url",
    steps.stack.url,
  );
  expect(code, stderr).toBe(0);
  return stdout;
}

async function verify(lines: string, ...args: readonly string[]) {
  const file = join(dir, "record.jsonl");
  await writeFile(file, lines);
  return runLuyue("record", "verify", file, ...args);
}

describe("the record of an agency, two years later", { timeout: 60_000 }, () => {
  it("is exported and verified from the file alone", async () => {
    const { code, stdout } = await verify(await exported());
    expect(stdout).toContain("4 条链");
    expect(stdout).toMatch(/最后封存 #1 [0-9a-f]{64}/);
    expect([code, stdout.includes("✔ 完整 / whole")]).toEqual([0, true]);
  });

  it("names the line that somebody changed, and says when another seal was kept", async () => {
    const lines = await exported();
    const changed = lines.replace("样例", "无");
    expect(changed).not.toBe(lines);
    const { code, stdout } = await verify(changed);
    expect([code, stdout]).toEqual([1, expect.stringContaining(`✘ ${steps.about.contractId} #2：`)]);
    const { seal } = JSON.parse((await verify(lines, "--json")).stdout) as { seal: { hash: string } };
    expect((await verify(lines, "--seal", seal.hash)).code).toBe(0);
    const other = await verify(lines, "--seal", "0".repeat(64));
    expect([other.code, other.stdout]).toEqual([1, expect.stringContaining("✘ seals：")]);
  });

  it("is refused as wrong input where it is no export, and for nobody who may not read it", async () => {
    expect(await verify("{}\n")).toMatchObject({ code: 2, stdout: "" });
    expect(await runLuyue("record", "verify", join(dir, "none"))).toMatchObject({ code: 2, stdout: "" });
    expect(await runLuyue("record", "verify")).toMatchObject({ code: 2, stdout: "" });
    expect(await runLuyue("record", "delete")).toMatchObject({ code: 2, stdout: "" });
    const LUYUE_TOKEN = await steps.stack.issuer.sign(agency, "finance");
    const refused = await runLuyueWith({ LUYUE_TOKEN }, "record", "export", "--url", steps.stack.url);
    expect(refused).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("403") as string });
    expect((await runLuyueWith({ LUYUE_TOKEN: "" }, "record", "export")).code).toBe(2);
  });
});
