import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { monthlyBill } from "./bill.ts";

const page = readFileSync(new URL("../docs/operations.md", import.meta.url), "utf8");

it.each([10, 1_000, 10_000])(
  "the bill for %d tenants stands in the runbook as it is worked out",
  (tenants) => {
    const { table, functions, mail, rest, total } = monthlyBill(tenants);
    const cells = [table, functions, mail, rest, total].map((amount) =>
      Math.round(amount).toLocaleString("en").replaceAll(",", " "),
    );
    expect(page).toContain(`| ${tenants.toLocaleString("en").replaceAll(",", " ")} | ${cells.join(" | ")} |`);
  },
);
