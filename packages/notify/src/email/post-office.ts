import { SMTPServer, type SMTPServerOptions } from "smtp-server";

interface ReceivedMail {
  readonly raw: string;
  readonly from: string;
  readonly to: readonly string[];
}

export interface PostOffice {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  readonly close: () => Promise<void>;
}

/** A reply with this code, as smtp-server wants it thrown. */
export function smtpReply(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

/** A real SMTP server on a free loopback port for tests; `options` may refuse at any stage. */
export async function startPostOffice(options: SMTPServerOptions = {}): Promise<PostOffice> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          raw: Buffer.concat(chunks).toString("utf8"),
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map((recipient) => recipient.address),
        });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  const { port } = address;
  return { port, mails, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
