import { contractTermsSchema } from "@luyue/core/contract";
import { eventListSchema } from "@luyue/core/event";
import { demoContract, demoContracts } from "@luyue/testing/contracts";
import { describe, expect, it } from "vitest";
import { validateJsonSchema } from "./validate-json-schema.ts";

const termsSchema = { ...contractTermsSchema.toJSONSchema({ io: "input" }) };
const eventsSchema = { ...eventListSchema.toJSONSchema({ io: "input" }) };

describe("the JSON Schema of terms and events", () => {
  it.each(demoContracts)("takes contract $key", ({ terms, events }) => {
    expect(validateJsonSchema(termsSchema, terms)).toEqual([]);
    expect(validateJsonSchema(eventsSchema, events)).toEqual([]);
  });

  it("has the recursive rules once, as definitions that are referred to", () => {
    expect(Object.keys(termsSchema.$defs ?? {})).toHaveLength(2);
    expect(termsSchema.properties?.effect).toHaveProperty("$ref");
  });

  const { terms } = demoContract("B");
  const [tranche] = terms.tranches;
  const span = { span: "term", term: "main" };
  const duty = (over: object) => ({
    key: "duty",
    title: { zh: "值守" },
    schedule: { schedule: "keyPeriods", span, ...over },
  });

  it.each([
    [{ ...terms, extra: 1 }, ["/extra additional"]],
    [{ ...terms, number: undefined }, ["/number type"]],
    [{ ...terms, schemaVersion: 2 }, ["/schemaVersion const"]],
    [{ ...terms, terms: [] }, ["/terms minItems"]],
    [{ ...terms, price: { total: "100" } }, ["/price/total pattern"]],
    [{ ...terms, tranches: [{ ...tranche, due: { rule: "sometime" } }] }, ["/tranches/0/due oneOf"]],
    [{ ...terms, services: [duty({ each: "week" })] }, ["/services/0/schedule oneOf"]],
    [
      { ...terms, services: [duty({ each: "day", within: { count: 0, unit: "day" } })] },
      ["/services/0/schedule oneOf"],
    ],
    [{ ...terms, services: [{ ...duty({ each: "day" }), people: 0 }] }, ["/services/0/people minimum"]],
    [{ ...terms, names: { "A key": "x" } }, ["/names/A key pattern"]],
  ])("refuses what the schema itself refuses: %#", (value, faults) => {
    expect(validateJsonSchema(termsSchema, value)).toEqual(faults);
    expect(contractTermsSchema.safeParse(value).success).toBe(false);
  });

  it("refuses events that the schema refuses", () => {
    expect(validateJsonSchema(eventsSchema, [{ kind: "graduated" }])).toEqual(["/0/kind enum"]);
    expect(validateJsonSchema(eventsSchema, [{ on: "2026-01-01" }])).toEqual(["/0/kind required"]);
  });
});
