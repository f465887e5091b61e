import { OpenAPIHono } from "@hono/zod-openapi";
import { type CivilDate, civilDateOf } from "@luyue/core/civil-date";
import type { Text } from "@luyue/core/text";
import {
  checkHandOut,
  type FindingQuery,
  handOutFindings,
  type ListedFinding,
  listFindings,
  listUnits,
} from "@luyue/usecases/finding";
import { demandPermission } from "@luyue/usecases/runtime";
import type { Context } from "hono";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, runDerived } from "../command/index.ts";
import { readLanguage } from "../problem/read-language.ts";
import { fileHeaders, toXlsx, xlsxType } from "../spreadsheet/index.ts";
import { exportRoute, importRoute, templateRoute } from "./finding-file-definitions.ts";
import { readFilter } from "./finding-queries.ts";
import { exportTable, templateTable } from "./finding-tables.ts";
import { readFindingFile } from "./read-finding-file.ts";
import { readFindingTable, type TableFinding } from "./read-finding-table.ts";

const names = {
  template: { zh: "隐患导入模板", en: "findings-template" },
  export: { zh: "隐患清单", en: "findings" },
} satisfies Record<string, Text>;

/** Findings as spreadsheets: the template, what is there, and handing out from a file. */
export function findingFileRoutes(deps: RouteDependencies) {
  const reading = (c: Context<ApiEnvironment>) => ({ ...agencyOf(c, deps), runtime: deps.runtime });
  const today = () => civilDateOf(deps.runtime.now());
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(templateRoute, async (c) => {
      const units = await listUnits(reading(c), c.req.valid("param").contractId);
      const bytes = await toXlsx(templateTable(units, today()));
      return c.body(bytes, 200, headersOf(names.template, today(), "zh"));
    })
    .openapi(exportRoute, async (c) => {
      const filter = readFilter(c.req.valid("query"));
      const findings = await listAll(reading(c), c.req.valid("param").contractId, filter);
      const language = readLanguage(c.req.header("accept-language"));
      const bytes = await toXlsx(exportTable(findings, language));
      return c.body(bytes, 200, headersOf(names.export, today(), language));
    })
    .openapi(importRoute, async (c) => {
      const { contractId } = c.req.valid("param");
      const dryRun = c.req.valid("query").dryRun ?? false;
      demandPermission(c.get("actor"), handOutFindings.permission);
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const table = await readFindingFile(bytes, c.req.header("content-type") ?? "");
      const derive = async () => {
        const units = await listUnits(reading(c), contractId);
        const idOf = new Map(units.map(({ name, id }) => [name, id]));
        const rows = readFindingTable(table, { units: idOf, today: today() });
        return { contractId, findings: rows.map((row) => asInput(row, idOf)) };
      };
      if (dryRun) {
        await checkHandOut(reading(c), await derive());
        return c.json(answerOf(readFindingTable(table), undefined), 200);
      }
      const sent = { contractId, table: deps.runtime.digest(JSON.stringify(table)) };
      const handedOut = await runDerived(c, deps, handOutFindings, { sent, derive });
      return c.json(answerOf(readFindingTable(table), handedOut), 200);
    });
}

type HandedOut = Awaited<ReturnType<typeof handOutFindings.decide>>["answer"];

function asInput({ row: _row, unit, ...finding }: TableFinding, idOf: ReadonlyMap<string, string>) {
  return { ...finding, unitId: idOf.get(unit) ?? "" };
}

function answerOf(rows: readonly TableFinding[], handedOut: HandedOut | undefined) {
  return {
    dryRun: handedOut === undefined,
    batchId: handedOut?.batchId ?? null,
    count: rows.length,
    findings: rows.map(({ row, unit, title, severity, dueOn }, at) => {
      const { id = null, number = null } = handedOut?.findings[at] ?? {};
      return { row, id, number, unit, title, severity, dueOn };
    }),
  };
}

/** Every finding that there is, however many pages. */
async function listAll(
  reading: Parameters<typeof listFindings>[0],
  contractId: string,
  filter: FindingQuery,
): Promise<readonly ListedFinding[]> {
  const all: ListedFinding[] = [];
  let cursor: string | undefined;
  do {
    const page = await listFindings(reading, contractId, filter, { limit: 200, cursor });
    all.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return all;
}

function headersOf(name: Text, on: CivilDate, language: keyof Text) {
  return fileHeaders({ name, on, language, contentType: xlsxType, extension: "xlsx" });
}
