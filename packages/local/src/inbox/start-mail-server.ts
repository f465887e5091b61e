import { once } from "node:events";
import { callbackify } from "node:util";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import type { Inbox } from "./inbox.ts";

export interface MailServer {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** A real SMTP server on loopback that puts what it accepts into the inbox; it accepts a mail once it is kept. */
export async function startMailServer(inbox: Inbox, now: () => string): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.once("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(", ");
        const kept = keep(inbox, Buffer.concat(chunks), to, now());
        callbackify(() => kept)(callback);
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("the mail server has no port");
  return {
    port: address.port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function keep(inbox: Inbox, raw: Buffer, to: string, at: string): Promise<void> {
  const mail = await PostalMime.parse(raw);
  await inbox.receive({
    at,
    channel: "email",
    id: mail.messageId ?? "",
    to,
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    ...(mail.html === undefined ? {} : { html: mail.html }),
  });
}
