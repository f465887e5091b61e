import * as z from "zod";
import { readOptions } from "./read-options.ts";
import { UsageError } from "./usage-error.ts";

const letterSchema = z.object({
  key: z.string(),
  contractId: z.string(),
  type: z.string(),
  channel: z.string(),
  recipient: z.string(),
  createdAt: z.string(),
  attempts: z.array(z.object({ at: z.string(), detail: z.string() })),
});
type DeadLetter = z.output<typeof letterSchema>;
const pageSchema = z.object({ items: z.array(letterSchema), cursor: z.string().nullable() });

/** The keys of messages that are about no obligation begin so, which elsewhere begins an option. */
const ofNothing = "-#";

/**
 * `dead-letters list [--json]`: what the agency of the token in LUYUE_TOKEN could not deliver and gave up.
 * `dead-letters replay KEY… | --all`: sends it once more, each under its own id; 1 where one was refused.
 */
export async function runDeadLetters(args: readonly string[]): Promise<number> {
  const [what, ...rest] = args;
  const isKey = (arg: string) => arg.startsWith(ofNothing);
  const { values, positionals: named } = readOptions(
    rest.filter((arg) => !isKey(arg)),
    {
      allowPositionals: true,
      options: { url: { type: "string" }, all: { type: "boolean" }, json: { type: "boolean" } },
    },
  );
  const positionals = [...named, ...rest.filter(isKey)];
  const ask = asker(values.url ?? "http://127.0.0.1:8080");
  if (what === "list") {
    const letters = await listAll(ask);
    process.stdout.write(values.json === true ? `${JSON.stringify(letters, null, 2)}\n` : print(letters));
    return 0;
  }
  if (what !== "replay") throw new UsageError("请给出 list 或 replay / say list or replay");
  if (values.all !== true && positionals.length === 0) {
    throw new UsageError("请给出要重发的键，或 --all / give the keys to send again, or --all");
  }
  const letters = await listAll(ask);
  const chosen = values.all === true ? letters : letters.filter(({ key }) => positionals.includes(key));
  const missing = positionals.filter((key) => !letters.some((letter) => letter.key === key));
  if (missing.length > 0) {
    throw new UsageError(`没有这样的失败消息：${missing.join(", ")} / there is no such dead letter`);
  }
  let refused = 0;
  for (const { contractId, key } of chosen) {
    const answer = await ask("/v1/reminders/resend", { contractId, key });
    process.stdout.write(`${answer.ok ? "已重发 sent again" : `被拒绝 refused ${answer.status}`}  ${key}\n`);
    if (!answer.ok) refused += 1;
  }
  return refused === 0 ? 0 : 1;
}

type Ask = (path: string, body?: unknown) => Promise<Response>;

function asker(url: string): Ask {
  const token = process.env["LUYUE_TOKEN"];
  if (token === undefined || token === "")
    throw new UsageError("请在 LUYUE_TOKEN 中给出令牌 / put the token into LUYUE_TOKEN");
  return (path, body) =>
    fetch(new URL(path, url), {
      method: body === undefined ? "GET" : "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
}

async function listAll(ask: Ask): Promise<readonly DeadLetter[]> {
  const letters: DeadLetter[] = [];
  let cursor: string | null = null;
  do {
    const from: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await ask(`/v1/reminders/failed?limit=200${from}`);
    if (!answer.ok) throw new UsageError(`${answer.status} ${await answer.text()}`);
    const page = pageSchema.parse(await answer.json());
    letters.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  return letters;
}

function print(letters: readonly DeadLetter[]): string {
  if (letters.length === 0) return "没有失败的消息 / there are no dead letters\n";
  const lines = letters.map(({ key, type, channel, recipient, attempts }) => {
    const last = attempts.at(-1);
    return `${last?.at.slice(0, 16) ?? ""}  ${key}\n    ${type}  ${channel}  ${recipient}\n    ${last?.detail ?? ""}`;
  });
  return `${lines.join("\n")}\n`;
}
