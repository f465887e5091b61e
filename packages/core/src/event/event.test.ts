import { describe, expect, it } from "vitest";
import * as z from "zod";
import {
  eventDate,
  eventFactsSchema,
  eventKindSchema,
  eventKinds,
  eventLabel,
  eventListSchema,
  keySchema,
  subjectSchema,
} from "./index.ts";

const takes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe("an event", () => {
  it.each([
    { kind: "signed", on: "2026-03-03" },
    { kind: "requested", of: "help", at: "2026-06-01T09:00:00+08:00" },
    { kind: "forceMajeure", on: "2026-07-01", by: "buyer" },
    { kind: "performed", of: "scan", on: "2026-07-01", quantity: 13 },
    { kind: "paid", of: "t1", on: "2026-05-27", amount: "1.00", evidence: [{ document: "凭证-1" }] },
  ])("takes %j", (event) => {
    expect(eventFactsSchema.parse(event)).toEqual(event);
  });

  it.each([
    { kind: "signed" },
    { kind: "signed", on: "2026-03-03", at: "2026-03-03T09:00:00+08:00" },
    { kind: "signed", on: "2026-02-30" },
    { kind: "signed", at: "2026-03-03T09:00:00" },
    { kind: "performed", of: "scan", on: "2026-07-01", quantity: 0 },
    { kind: "performed", of: "scan", on: "2026-07-01", quantity: 1.5 },
    { kind: "forceMajeure", on: "2026-07-01", by: "both" },
    { kind: "graduated", on: "2026-07-01" },
    { kind: "signed", on: "2026-03-03", note: "x" },
    { kind: "paid", of: "t1", on: "2026-05-27", evidence: [{ file: "sha256-12" }] },
  ])("refuses %j", (event) => {
    expect(takes(eventFactsSchema, event)).toBe(false);
  });

  it("happens on a day in Shanghai", () => {
    expect(eventDate({ kind: "signed", on: "2026-03-03" })).toBe("2026-03-03");
    expect(eventDate({ kind: "signed", at: "2026-03-03T16:00:00Z" })).toBe("2026-03-04");
    expect(() => eventDate({ kind: "signed" })).toThrow(RangeError);
  });
});

describe("a list of events", () => {
  const event = { kind: "forceMajeure", on: "2026-07-01" };

  it("may leave out ids, not repeat them", () => {
    expect(takes(eventListSchema, [event, event, { ...event, id: "a" }, { ...event, id: "b" }])).toBe(true);
    const { error } = eventListSchema.safeParse([{ ...event, id: "a" }, event, { ...event, id: "a" }]);
    expect(error?.issues).toMatchObject([
      { path: [2, "id"], message: "事件编号 a 重复 / event id a stands twice" },
    ]);
  });

  it("holds each of its events to the rule of one date", () => {
    const { error } = eventListSchema.safeParse([event, { kind: "signed" }]);
    expect(error?.issues.map(({ path }) => path)).toEqual([[1, "on"]]);
  });

  it("is a JSON Schema", () => {
    const schema = z.toJSONSchema(eventListSchema, { io: "input" });
    expect(schema).toMatchObject({
      type: "array",
      items: { required: ["kind"], additionalProperties: false },
    });
  });
});

describe("keys and subjects", () => {
  it.each(["t1", "a", "5G", "key-period-duty", "a".repeat(40)])(
    "%s is a key only if it starts small",
    (key) => {
      expect(takes(keySchema, key)).toBe(/^[a-z0-9]/.test(key));
    },
  );

  it.each(["", "T1", "-a", "a.b", "a b", "a_b", "a".repeat(41)])("%j is no key", (key) => {
    expect(takes(keySchema, key)).toBe(false);
  });

  it("a subject holds the longest key of an obligation: duty, event id and limit", () => {
    const key = `service.${"a".repeat(40)}.${"E".repeat(64)}.${"b".repeat(40)}`;
    expect(takes(subjectSchema, key)).toBe(true);
    for (const wrong of ["payment.", ".t1", "payment..t1", "payment t1", ""]) {
      expect(takes(subjectSchema, wrong)).toBe(false);
    }
  });
});

describe("what happened to what, in words", () => {
  const subject = { zh: "首期款", en: "first payment" };

  it.each([
    ["paid", "“首期款”已付款", "paid (first payment)"],
    ["fundsAppropriated", "“首期款”财政资金到位", "fiscal funds appropriated (first payment)"],
    ["invoiceReceived", "收到“首期款”的发票", "invoice received (first payment)"],
    ["acceptanceApplied", "申请“首期款”", "first payment applied for"],
    ["milestone", "约定节点“首期款”", "agreed milestone “first payment”"],
    ["occurred", "约定情形“首期款”发生", "agreed circumstance “first payment”"],
  ] as const)("%s", (kind, zh, en) => {
    expect(eventLabel(kind, subject)).toEqual({ zh, en });
  });

  it("every kind names its subject in both languages, and itself alone without one", () => {
    for (const kind of eventKindSchema.options) {
      expect(eventLabel(kind, undefined)).toEqual(eventKinds[kind].name);
      const { zh, en } = eventLabel(kind, subject);
      expect(zh.includes("“首期款”") && en.includes("first payment")).toBe(true);
      expect(zh).not.toMatch(/\s/);
      expect(en).not.toMatch(/[\u4e00-\u9fff]| {2}/u);
    }
  });
});
