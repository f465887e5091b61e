import { describe, expect, it } from "vitest";
import { readEntered, readFormBody } from "./read-form.ts";

const keep = async (file: File) => ({ hash: `hash of ${file.name}` });

function formOf(...entries: readonly (readonly [string, string | File])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

const bodyOf = async (...entries: readonly (readonly [string, string | File])[]) => {
  const read = await readFormBody(formOf(...entries), keep);
  return "body" in read ? read.body : undefined;
};

describe("what the API is sent for a form", () => {
  it("leaves out what is empty and the form's own name, and trims the rest", async () => {
    expect(
      await bodyOf(["form", "submissions"], ["of", "report.daily"], ["note", "  "], ["reason", " 缺页 "]),
    ).toEqual({ of: "report.daily", reason: "缺页" });
  });

  it("has yes or no as such", async () => {
    expect(await bodyOf(["passed", "false"], ["note", "仍有弱口令"])).toEqual({
      passed: false,
      note: "仍有弱口令",
    });
    expect(await bodyOf(["passed", "true"])).toEqual({ passed: true });
  });

  it("takes files as evidence", async () => {
    const report = new File(["%PDF"], "报告.pdf");
    expect(await bodyOf(["note", "已改"], ["evidence", report])).toEqual({
      note: "已改",
      evidence: [{ file: "hash of 报告.pdf" }],
    });
    expect(await bodyOf(["note", "已改"], ["evidence", new File([], "")])).toEqual({ note: "已改" });
  });

  it("is nothing but the refusal of a file that is refused", async () => {
    const refused = new Response("no", { status: 415 });
    const form = formOf(["evidence", new File(["MZ"], "a.exe")]);
    expect(await readFormBody(form, async () => ({ refused }))).toEqual({ refused });
  });

  it("stands in the form again as it was entered, without its files", () => {
    const form = formOf(["note", " 第一次 "], ["evidence", new File(["x"], "a.pdf")]);
    expect(readEntered(form)).toEqual({ note: "第一次" });
  });
});
