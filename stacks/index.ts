import { existsSync } from "node:fs";
import { join } from "node:path";
import { createMailExit } from "../infra/mail.ts";
import { readStage } from "../infra/stage.ts";
import { createAccess } from "./access.ts";
import { createApi, createGateway } from "./api.ts";
import { createData } from "./data.ts";
import { createAlarms, createDashboard } from "./operations.ts";
import { createReminders } from "./reminders.ts";
import { createSecrets } from "./secrets.ts";
import { createWeb } from "./web.ts";

/** Where the built pages are, unless `LUYUE_PAGES` says otherwise; without them the API has an address of its own. */
const pagesFolder = "packages/web/dist";

/** Everything of a stage. */
export function deploy() {
  const stage = readStage($app.stage, process.env);
  const folder = join($cli.paths.root, process.env["LUYUE_PAGES"] ?? pagesFolder);
  const hasEdge = existsSync(folder);
  const alarms = createAlarms(stage);
  const secrets = createSecrets();
  const gateway = createGateway(stage, alarms, hasEdge);
  const web = hasEdge ? createWeb(stage, { folder, gateway, edgeKey: secrets.edgeKey }) : undefined;
  const baseUrl =
    stage.domain === undefined ? (web?.url ?? gateway.url) : $util.output(`https://${stage.domain}`);
  const mail = createMailExit(stage);
  const data = createData(stage, baseUrl, alarms);
  const shared = { data, secrets, mail, baseUrl, alarms };
  const api = createApi(stage, { ...shared, gateway, hasEdge });
  const reminders = createReminders(stage, shared);
  createAccess(stage, data, { api: api.api, tenants: [api.link, ...reminders.tenants] });
  createDashboard(stage, { data, gateway });
  return { url: baseUrl, table: data.table.name, files: data.files.name };
}
