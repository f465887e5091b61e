import { DomainError } from "@luyue/core/error";
import { printError } from "./print-error.ts";
import { UsageError } from "./usage-error.ts";

const usage = `履约 Lüyue

  luyue start [--port 8080] [--data .data] [--as-of 2026-05-12] [--empty]
      启动全部：接口、提醒、收件箱和五份演示合同 / start everything with the five demo contracts (--empty: 不含演示 / without them)
  luyue demo --as-of 2026-05-12 [--sign C=2025-09-30] [--json]
      演示一个月的提醒并列出义务 / run a month of reminders and list what is owed
  luyue plan FILE.json [--events EVENTS.json] [--as-of DATE] [--json]
      由条款文件推导义务，不需要服务 / derive obligations from a terms file, without a server
  luyue check FILE.json [--events EVENTS.json] [--vendor-size small] [--as-of DATE] [--json]
      检查合同条款；FILE 为条款或 {terms, events} / check a contract's terms; FILE holds terms, or {terms, events}
      --vendor-size: large, medium, small, micro；退出码 0 无不通过、1 有不通过、2 输入有误 / exit 0 nothing failed, 1 a check failed, 2 wrong input
  luyue record verify FILE… [--seal HASH] [--json]
      核验导出的操作记录；退出码 0 完整、1 有问题、2 输入有误 / verify an exported record; exit 0 whole, 1 not, 2 wrong input
  luyue record export [--url http://127.0.0.1:8080]
      以 LUYUE_TOKEN 中的令牌导出本单位全部操作记录 / write the agency's whole record to stdout, with the token in LUYUE_TOKEN
  luyue dead-letters list [--json] | replay KEY… | replay --all  [--url http://127.0.0.1:8080]
      列出或重发未能送达的消息，令牌同上 / list what could not be delivered, or send it again; the token as above
  luyue backup OUT | restore FROM  [--data .data]
      备份或恢复数据目录（须先停止）/ copy the data folder, or bring a copy back; stop the stack first
  luyue tenant export TENANT FILE | import FILE  [--data .data | --table NAME --region REGION --bucket NAME]
      迁出或迁入一个单位的全部数据 / carry all that is one agency's from one installation to another
  luyue tenant found ISSUER-URL JWKS-URL EMAIL  --table NAME --region REGION
      部署后首次登记运营方 / after a first deployment: make the operator's own record
  luyue schema [terms|events]
      打印条款与事件的 JSON Schema / print the JSON Schema of terms and events
`;

type Run = (args: readonly string[]) => Promise<number>;

/** The subcommands; each is loaded when it is called, so that `plan` starts no server's code. */
const commands: Readonly<Record<string, () => Promise<Run>>> = {
  start: async () => (await import("./start.ts")).runStart,
  demo: async () => (await import("./demo.ts")).runDemo,
  plan: async () => (await import("./plan.ts")).runPlan,
  check: async () => (await import("./check.ts")).runCheck,
  record: async () => (await import("./record.ts")).runRecord,
  "dead-letters": async () => (await import("./dead-letters.ts")).runDeadLetters,
  backup: async () => (await import("./backup.ts")).runBackup,
  restore: async () => (await import("./backup.ts")).runRestore,
  tenant: async () => (await import("./tenant.ts")).runTenant,
  schema: async () => (await import("./schema.ts")).runSchema,
};

/** Runs one command line. Exit codes: 0 done, 1 failed, 2 wrong input. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help") {
    process.stdout.write(usage);
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (load === undefined) throw new UsageError(`没有命令 ${name} / there is no command ${name}`);
    const run = await load();
    return await run(rest);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n\n${usage}`);
      return 2;
    }
    if (error instanceof DomainError) {
      printError(error);
      return error.code === "invalid" ? 2 : 1;
    }
    throw error;
  }
}
