import { OpenAPIHono } from "@hono/zod-openapi";
import type { BudgetReport } from "@luyue/core/budget";
import type { Text } from "@luyue/core/text";
import { readBudget } from "@luyue/usecases/budget";
import type { Context } from "hono";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf } from "../command/index.ts";
import { readLanguage } from "../problem/read-language.ts";
import { csvType, fileHeaders, toCsv, toXlsx, xlsxType } from "../spreadsheet/index.ts";
import { csvRoute, readRoute, xlsxRoute } from "./budget-definitions.ts";
import { budgetTable } from "./budget-table.ts";

const fileName: Text = { zh: "预算执行", en: "budget" };

export function budgetRoutes(deps: RouteDependencies) {
  const read = async (c: Context<ApiEnvironment>, fiscalYear: number | undefined): Promise<BudgetReport> => {
    const { store, actor } = agencyOf(c, deps);
    return readBudget(store, actor, { now: deps.runtime.now(), fiscalYear });
  };
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(readRoute, async (c) => c.json(await read(c, c.req.valid("query").year), 200))
    .openapi(csvRoute, async (c) => {
      const report = await read(c, c.req.valid("query").year);
      const language = languageOf(c);
      const text = toCsv(budgetTable(report, language));
      return c.body(text, 200, headersOf(report, language, `${csvType}; charset=utf-8`, "csv"));
    })
    .openapi(xlsxRoute, async (c) => {
      const report = await read(c, c.req.valid("query").year);
      const language = languageOf(c);
      const bytes = await toXlsx(budgetTable(report, language));
      return c.body(bytes, 200, headersOf(report, language, xlsxType, "xlsx"));
    });
}

function languageOf(c: Context<ApiEnvironment>) {
  return readLanguage(c.req.header("accept-language"));
}

function headersOf(
  { asOf }: BudgetReport,
  language: keyof Text,
  contentType: string,
  extension: "csv" | "xlsx",
) {
  return fileHeaders({ name: fileName, on: asOf, language, contentType, extension });
}
