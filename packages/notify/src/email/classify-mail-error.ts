import { formatDetail, type Delivery } from "../retry/index.ts";

/** Replies about the session, its login or its encryption: somebody mends the settings, and the mail is still good. */
const SESSION_REPLIES = new Set([503, 530, 534, 535, 538]);
const MESSAGE_COMMANDS = new Set(["MAIL FROM", "RCPT TO", "DATA"]);
/** What SES says of the mail itself; all else is about the account, its limits or the way there. */
const REFUSED_BY_SES = new Set(["MessageRejected", "BadRequestException"]);
const UNSENDABLE = new Set(["EENVELOPE", "EMESSAGE", "EFILEACCESS", "EURLACCESS", "EMAXRECIPIENTS"]);

/**
 * Whether a mail that was not accepted is worth another attempt (RFC 5321, 4.2.1): a 5yz reply about the mail itself is final;
 * a 4yz reply, a broken connection, a timeout and whatever concerns the session rather than the mail is not.
 */
export function classifyMailError(error: unknown): Delivery {
  const detail = formatDetail(error instanceof Error ? error.message : "The mail server could not be used");
  const code = readField(error, "code");
  const reply = readField(error, "responseCode");
  const command = readField(error, "command");
  if (typeof reply === "number") {
    const final =
      reply >= 500 &&
      !SESSION_REPLIES.has(reply) &&
      typeof command === "string" &&
      MESSAGE_COMMANDS.has(command);
    return { outcome: final ? "failed" : "retry", detail };
  }
  if (code === "ESES") {
    const name = error instanceof Error ? error.name : "";
    return { outcome: REFUSED_BY_SES.has(name) ? "failed" : "retry", detail };
  }
  return { outcome: typeof code === "string" && UNSENDABLE.has(code) ? "failed" : "retry", detail };
}

function readField(error: unknown, name: "code" | "responseCode" | "command"): unknown {
  return typeof error === "object" && error !== null && name in error ? Reflect.get(error, name) : undefined;
}
