import { describe, expect, it } from "vitest";
import { classifyMailError } from "./classify-mail-error.ts";

function refusal(responseCode: number, command: string): Error {
  return Object.assign(new Error(`refused: ${responseCode}`), { code: "EENVELOPE", responseCode, command });
}

describe("classifyMailError", () => {
  it.each([500, 501, 550, 552, 554])("calls %d about the mail final", (reply) => {
    for (const command of ["MAIL FROM", "RCPT TO", "DATA"]) {
      expect(classifyMailError(refusal(reply, command)).outcome).toBe("failed");
    }
  });

  it.each([421, 450, 451, 454, 503, 530, 534, 535, 538])("tries again after %d", (reply) => {
    expect(classifyMailError(refusal(reply, "MAIL FROM")).outcome).toBe("retry");
  });

  it.each(["CONN", "EHLO", "STARTTLS", "AUTH PLAIN"])("tries again after a 5xx to %s", (command) => {
    expect(classifyMailError(refusal(554, command)).outcome).toBe("retry");
  });

  it.each([
    ["ECONNECTION", "retry"],
    ["ESOCKET", "retry"],
    ["ETIMEDOUT", "retry"],
    ["EDNS", "retry"],
    ["ETLS", "retry"],
    ["EENVELOPE", "failed"],
    ["EMESSAGE", "failed"],
  ] as const)("without a reply judges %s as %s", (code, outcome) => {
    expect(classifyMailError(Object.assign(new Error("x"), { code })).outcome).toBe(outcome);
  });

  it("keeps the server's words on one line, and copes with what is no error", () => {
    expect(classifyMailError(new Error("451\r\nlater")).detail).toBe("451 later");
    expect(classifyMailError(undefined)).toEqual({
      outcome: "retry",
      detail: "The mail server could not be used",
    });
  });
});

describe("an answer of SES", () => {
  const ofSes = (name: string) => Object.assign(new Error("no"), { name, code: "ESES" });

  it.each(["MessageRejected", "BadRequestException"])("%s is final", (name) => {
    expect(classifyMailError(ofSes(name)).outcome).toBe("failed");
  });

  it.each([
    "TooManyRequestsException",
    "LimitExceededException",
    "SendingPausedException",
    "AccountSuspendedException",
    "MailFromDomainNotVerifiedException",
    "TimeoutError",
  ])("%s is tried again", (name) => {
    expect(classifyMailError(ofSes(name)).outcome).toBe("retry");
  });
});
