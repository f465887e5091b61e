import { appendFile, readFile } from "node:fs/promises";
import * as z from "zod";

/** A mail or a webhook that a local stack received from itself: what its people would have got. */
export interface InboxMessage {
  readonly number: number;
  /** The stack's own time of arrival. */
  readonly at: string;
  readonly channel: "email" | "webhook";
  /** The message's identity: `Message-ID` or `webhook-id`. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

export interface Inbox {
  /** Keeps a message; one that is there already under its id and recipient is a repeat and not kept again. */
  readonly receive: (message: Omit<InboxMessage, "number">) => Promise<void>;
  /** The newest first. */
  readonly list: () => readonly InboxMessage[];
  readonly get: (number: number) => InboxMessage | undefined;
}

/** An inbox that is kept in `file` (a line a message), or in memory without one. */
export async function openInbox(file?: string): Promise<Inbox> {
  const messages: InboxMessage[] = file === undefined ? [] : await readMessages(file);
  const identityOf = ({ channel, id, to }: Pick<InboxMessage, "channel" | "id" | "to">) =>
    `${channel} ${id} ${to}`;
  const known = new Set(messages.map(identityOf));
  let turn: Promise<unknown> = Promise.resolve();
  const keep = async (identity: string, message: Omit<InboxMessage, "number">): Promise<void> => {
    if (known.has(identity)) return;
    const numbered = { ...message, number: messages.length + 1 };
    // A line begins with its own line end: one that a crash cut short before it stays a line of its own.
    if (file !== undefined) await appendFile(file, `\n${JSON.stringify(numbered)}`);
    known.add(identity);
    messages.push(numbered);
  };
  return {
    async receive(message) {
      const identity = identityOf(message);
      if (known.has(identity)) return;
      const kept = turn.then(() => keep(identity, message));
      turn = kept.catch(() => undefined);
      await kept;
    },
    list: () => messages.toReversed(),
    get: (number) => messages[number - 1],
  };
}

async function readMessages(file: string): Promise<InboxMessage[]> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  });
  const lines = text.split("\n").flatMap(readMessage);
  return lines.map((message, index) => ({ ...message, number: index + 1 }));
}

const messageSchema = z.object({
  number: z.int(),
  at: z.string(),
  channel: z.enum(["email", "webhook"]),
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().exactOptional(),
});

/** A line that a crash cut short is not a message; it was never acknowledged to its sender. */
function readMessage(line: string): InboxMessage[] {
  try {
    return [messageSchema.parse(JSON.parse(line))];
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return [];
    throw error;
  }
}
