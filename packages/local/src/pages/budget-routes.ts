import type { BudgetReport } from "@luyue/core/budget";
import type { Hono } from "hono";
import { jsx } from "hono/jsx";
import type { Stack } from "../stack/index.ts";
import { createApiReader } from "./api-reader.ts";
import { BudgetPage } from "./budget-page.tsx";
import { page, viewOf } from "./page-context.ts";

const passed = ["content-type", "content-disposition", "content-language"];

/** An agency's budget, and the same as files: a vendor has none. */
export function addBudgetRoutes(app: Hono, stack: () => Stack): void {
  app.get("/budget", async (c) => {
    const view = viewOf(c, stack());
    const { person } = view;
    if (person?.side !== "agency") return c.redirect("/", 303);
    const budget = await createApiReader(stack(), person).get<BudgetReport>("/v1/budget");
    return budget === undefined ? c.notFound() : page(c, jsx(BudgetPage, { view, budget }));
  });
  for (const file of ["/budget.csv", "/budget.xlsx"]) {
    app.get(file, async (c) => {
      const { person, language } = viewOf(c, stack());
      if (person?.side !== "agency") return c.redirect("/", 303);
      const answer = await createApiReader(stack(), person).fetch(`/v1${file}`, {
        "accept-language": language === "zh" ? "zh-CN" : "en",
      });
      const headers = [...answer.headers].filter(([name]) => passed.includes(name));
      return new Response(answer.body, { status: answer.status, headers });
    });
  }
}
