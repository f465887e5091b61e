import type { ContractTerms } from "@luyue/core/contract";
import { expect, it } from "vitest";
import { blankTerms } from "../../entry/blank-terms.ts";
import { listOthers, nameSubject } from "./list-recordable.ts";

const trigger = { anchor: "trigger" } as const;
const e: ContractTerms = {
  ...blankTerms("示例单位", "2026-05-12"),
  names: { "documents-missing": "甲方通知文件资料缺失" },
  services: [
    {
      key: "emergency",
      title: { zh: "应急响应" },
      schedule: { schedule: "onDemand", span: { span: "term", term: "main" } },
    },
  ],
  deliverables: [
    {
      key: "missing-documents",
      title: { zh: "补齐文件资料" },
      schedule: {
        schedule: "onEach",
        event: "occurred",
        of: "documents-missing",
        due: { rule: "within", count: 7, unit: "workingDay", after: trigger },
      },
    },
  ],
};

it("offers what may happen to any contract, requests for services, and the contract's own circumstances", () => {
  const others = listOthers(e, [], []).map(({ kind, of }) => `${kind} ${of ?? ""}`.trim());
  expect(others).toEqual(expect.arrayContaining(["signed", "forceMajeure", "endNoticed"]));
  expect(others).toContain("occurred documents-missing");
  expect(others.some((each) => each.startsWith("requested "))).toBe(true);
  // What has a command of its own is not recorded as a word.
  for (const kind of ["ended", "accountChanged", "paid"]) expect(others).not.toContain(kind);
});

it("offers once what happens once, and not again what is waited for", () => {
  const signed = { id: "e", kind: "signed", on: "2026-05-01", recordedAt: "", recordedBy: "" } as const;
  const kinds = listOthers(e, [signed], []).map(({ kind }) => kind);
  expect(kinds).not.toContain("signed");
  const awaited = [
    { kind: "forceMajeure", of: undefined, label: { zh: "", en: "" }, holder: "both" },
  ] as const;
  expect(listOthers(e, [], awaited).map(({ kind }) => kind)).not.toContain("forceMajeure");
});

it("names what an event is about", () => {
  expect(nameSubject(e, [], "t1")?.zh).toBe("第1期付款");
  expect(nameSubject(e, [], "documents-missing")?.zh).toBe("甲方通知文件资料缺失");
  const title = { zh: "验收", en: "acceptance" };
  expect(nameSubject(e, [{ key: "acceptance.final", title }], "acceptance.final")).toEqual(title);
  expect(nameSubject(e, [], "evt_1")).toBeUndefined();
});
