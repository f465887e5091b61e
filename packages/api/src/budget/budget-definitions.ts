import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { jsonAnswer, listOf, nameSchema, secured } from "../document/describe.ts";
import { csvType, xlsxType } from "../spreadsheet/index.ts";

const about = { tags: ["budget"] };

const yearQuery = z.strictObject({
  year: z
    .string()
    .regex(/^2\d{3}$/, "须为四位数的年度，如 2026 / must be a year of four digits, e.g. 2026")
    .transform(Number)
    .optional()
    .meta({
      type: "integer",
      minimum: 2000,
      maximum: 2999,
      description: "rows and totals of one fiscal year",
    }),
});

const amount = z.string().meta({ description: "yuan, two decimals" });
const fiscalYear = z
  .int()
  .nullable()
  .meta({ description: "null: neither a budget year nor a due date is known" });

const figures = {
  planned: amount,
  due: amount.meta({ description: "owed by the day of the report" }),
  upcoming: amount.meta({ description: "owed later, or on no day yet" }),
  paid: amount.meta({ description: "less what was refunded" }),
  deducted: amount,
  released: amount.meta({ description: "no longer owed because the contract ended early" }),
  overpaid: amount,
  paidInYear: amount.meta({ description: "paid in that calendar year, whatever year it was planned for" }),
  refundedInYear: amount,
};

const need = {
  amount,
  held: amount.meta({ description: "the part of it that a closed gate holds" }),
  payments: z.int(),
};

const budgetView = nameSchema(
  "Budget",
  z.object({
    asOf: z.string(),
    rows: listOf(
      z.object({
        fiscalYear,
        contractId: z.string(),
        contractNumber: z.string(),
        contractName: z.string(),
        vendorName: z.string(),
        ...figures,
      }),
    ),
    years: listOf(z.object({ fiscalYear, ...figures })),
    total: z.object(figures),
    needs: z
      .object({
        overdue: z.object(need),
        within30: z.object(need),
        within60: z.object(need),
        within90: z.object(need),
        later: z.object(need),
        undated: z.object(need),
        byMonth: listOf(z.object({ month: z.string(), from: z.string(), to: z.string(), ...need })),
      })
      .meta({ description: "what is still to be paid, of all years; 30, 60 and 90 days are cumulative" }),
  }),
);

export const readRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/budget",
  operationId: "readBudget",
  summary: "Budget execution by fiscal year and contract, and what the next 30, 60, 90 days will need",
  request: { query: yearQuery },
  responses: { 200: jsonAnswer("The budget", budgetView) },
});

export const csvRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/budget.csv",
  operationId: "exportBudgetCsv",
  summary: "Budget execution by fiscal year and contract, as CSV; headers in the language that is asked for",
  request: { query: yearQuery },
  responses: { 200: { description: "The file", content: { [csvType]: { schema: z.string() } } } },
});

export const xlsxRoute = createRoute({
  ...about,
  ...secured("contract:read"),
  method: "get",
  path: "/v1/budget.xlsx",
  operationId: "exportBudgetXlsx",
  summary: "The whole budget as a workbook; headers in the language that is asked for",
  request: { query: yearQuery },
  responses: {
    200: {
      description: "The file",
      content: { [xlsxType]: { schema: { type: "string", format: "binary" } } },
    },
  },
});
