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

  it("has numbers and yes or no as such, and leaves what is no number to be refused", async () => {
    expect(
      await bodyOf(["people", "30"], ["quantity", "3.5"], ["agrees", "false"], ["passed", "true"]),
    ).toEqual({
      people: 30,
      quantity: "3.5",
      agrees: false,
      passed: true,
    });
  });

  it("names files that are handed in, and takes others as evidence", async () => {
    const report = new File(["%PDF"], "报告.pdf");
    expect(await bodyOf(["of", "x"], ["files", report])).toEqual({
      of: "x",
      files: [{ file: "hash of 报告.pdf", name: "报告.pdf" }],
    });
    expect(await bodyOf(["note", "已改"], ["evidence", report])).toEqual({
      note: "已改",
      evidence: [{ file: "hash of 报告.pdf" }],
    });
    expect(await bodyOf(["note", "已改"], ["evidence", new File([], "")])).toEqual({ note: "已改" });
    expect(await bodyOf(["agrees", "true"], ["document", "专-7"])).toEqual({
      agrees: true,
      evidence: [{ document: "专-7" }],
    });
  });

  it("is nothing but the refusal of a file that is refused", async () => {
    const refused = new Response("no", { status: 415 });
    const form = formOf(["files", new File(["MZ"], "a.exe")]);
    expect(await readFormBody(form, async () => ({ refused }))).toEqual({ refused });
  });

  it("has the marks of a score sheet by item, and the results of an assessment by criterion", async () => {
    const marks = await bodyOf(
      ["given.inspection.timeliness", "100"],
      ["given.inspection.quality", "87.5"],
      ["note.inspection", "迟交"],
      ["given.backup.quality", "100"],
      ["note.backup", ""],
      ["note", "总说明"],
    );
    expect(marks).toEqual({
      note: "总说明",
      marks: [
        {
          item: "inspection",
          parts: [
            { part: "timeliness", given: "100" },
            { part: "quality", given: "87.5" },
          ],
          note: "迟交",
        },
        { item: "backup", parts: [{ part: "quality", given: "100" }] },
      ],
    });
    expect(
      await bodyOf(["passed.1", ""], ["note.1", ""], ["passed.2", "false"], ["note.2", "两次超时"]),
    ).toEqual({
      results: [{ criterion: 1 }, { criterion: 2, passed: false, note: "两次超时" }],
    });
  });

  it("stands in the form again as it was entered, without its files", () => {
    const form = formOf(["note", " 第一次 "], ["files", new File(["x"], "a.pdf")], ["given.a.b", "101"]);
    expect(readEntered(form)).toEqual({ note: "第一次", "given.a.b": "101" });
  });
});
