import { expect, it } from "vitest";
import type { ContractTerms } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import { derive, main, title } from "../obligation/sample-derivation.ts";
import { obligationsInForce, withFormerDuties } from "./index.ts";

const from = "2026-10-01";
const monthly = (key: string, over = title) => ({
  key,
  title: over,
  schedule: { schedule: "every", period: "month", span: main, from: "calendar" } as const,
});
const inForce = (first: Partial<ContractTerms>, second: Partial<ContractTerms>) =>
  obligationsInForce([{ obligations: derive(first) }, { obligations: derive(second), from }]);

it("keeps duties whose past is in force behind those of the present terms, each once", () => {
  const renamed = { zh: "现名", en: "present name" };
  const first = { reports: [monthly("gone"), monthly("stays")] };
  const second = { reports: [monthly("new"), monthly("stays", renamed)] };
  const terms = withFormerDuties(sampleTerms(second), [sampleTerms(first)], inForce(first, second));
  expect(terms.reports?.map(({ key }) => key)).toEqual(["new", "stays", "gone"]);
  expect(terms.reports?.[1]?.title).toBe(renamed);
});

it("has nothing of a duty of which nothing is owed any more", () => {
  const schedule = { schedule: "count", count: 6, unit: "time", span: main } as const;
  const first = { services: [{ key: "scan", title, schedule }], reports: [monthly("progress")] };
  const terms = withFormerDuties(sampleTerms(), [sampleTerms(first)], inForce(first, {}));
  expect([terms.services, terms.reports?.map(({ key }) => key)]).toEqual([[], ["progress"]]);
});
