import { appendFile, readFile } from "node:fs/promises";

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
  return {
    async receive(message) {
      if (known.has(identityOf(message))) return;
      known.add(identityOf(message));
      const numbered = { ...message, number: messages.length + 1 };
      messages.push(numbered);
      if (file !== undefined) await appendFile(file, `${JSON.stringify(numbered)}\n`);
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
  // A line that a crash cut short is not a message; it was never acknowledged to its sender.
  return text
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map(readMessage);
}

function readMessage(line: string): InboxMessage {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this program is the file's only writer
  return JSON.parse(line) as InboxMessage;
}
