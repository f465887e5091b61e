import type { SMTPServerOptions } from "smtp-server";
import PostalMime from "postal-mime";
import { DomainError } from "@luyue/core/error";
import { afterEach, describe, expect, it } from "vitest";
import { renderReminderEmail } from "../reminder/index.ts";
import { sampleEnglishReminder, sampleReminder } from "../reminder/sample-reminder.ts";
import { createMailer, type Mailer, type MailerOptions } from "./create-mailer.ts";
import type { Mail } from "./mail.ts";
import { smtpReply, startPostOffice, type PostOffice } from "./post-office.ts";

const from = { name: "履约", address: "notice@luyue.example" };
const mail: Mail = {
  id: "rmd_01",
  to: { name: "财务岗", address: "finance@buyer.example" },
  subject: "【履约】还有7天",
  html: "<p>还有7天</p>",
  text: "还有7天\n",
};

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

function openMailer(port: number, change: Partial<MailerOptions> = {}): Mailer {
  const mailer = createMailer({ host: "127.0.0.1", port, from, timeoutMs: 5_000, ...change });
  closers.push(() => mailer.close());
  return mailer;
}

async function openOffice(options?: SMTPServerOptions): Promise<PostOffice> {
  const office = await startPostOffice(options);
  closers.push(() => office.close());
  return office;
}

async function readMail(office: PostOffice, index = 0) {
  const received = office.mails[index];
  if (received === undefined) throw new Error("no mail arrived");
  const parsed = await PostalMime.parse(received.raw);
  const header = (name: string) => parsed.headers.filter(({ key }) => key === name).map(({ value }) => value);
  return { ...received, parsed, header };
}

describe("a mail", () => {
  it("carries how to get out of it by one click, and what names it to us where it bounces", async () => {
    const office = await openOffice();
    const unsubscribe = "https://luyue.example/v1/unsubscribe/token";
    const sender = openMailer(office.port);
    await sender.send({ ...mail, unsubscribe, reference: "v1.sealed\r\nBcc: x@evil.example" });
    const digest = await readMail(office);
    expect(digest.header("list-unsubscribe")).toEqual([`<${unsubscribe}>`]);
    expect(digest.header("list-unsubscribe-post")).toEqual(["List-Unsubscribe=One-Click"]);
    expect(digest.header("x-luyue-reference")).toEqual(["v1.sealed Bcc: x@evil.example"]);
    expect(digest.header("bcc")).toEqual([]);
    await sender.send(mail);
    expect((await readMail(office, 1)).header("list-unsubscribe")).toEqual([]);
  });

  it.each([sampleReminder, sampleEnglishReminder])(
    "arrives as it was rendered ($recipient.language)",
    async (message) => {
      const office = await openOffice();
      const rendered = renderReminderEmail(message);
      const to = { name: message.recipient.name, address: message.recipient.email };
      const delivery = await openMailer(office.port).send({ id: message.id, to, ...rendered });
      expect(delivery.outcome).toBe("delivered");
      expect(delivery.detail).toMatch(/^250 /);
      const { parsed, raw, header } = await readMail(office);
      expect(parsed.subject).toBe(rendered.subject);
      expect(parsed.text?.trimEnd()).toBe(rendered.text.trimEnd());
      expect(parsed.html?.trim()).toBe(rendered.html);
      expect(parsed.from).toMatchObject(from);
      expect(parsed.to).toMatchObject([to]);
      expect(raw).toMatch(/^Content-Type: multipart\/alternative;/m);
      expect(header("x-luyue-id")).toEqual([message.id]);
      expect(header("auto-submitted")).toEqual(["auto-generated"]);
    },
  );

  it("has the same Message-ID when it is sent again, and another one for another id", async () => {
    const office = await openOffice();
    const mailer = openMailer(office.port);
    for (const id of ["rmd_01", "rmd_01", "rmd_02", "a b>\r\n", "a b>\r\n"])
      await mailer.send({ ...mail, id });
    const ids = await Promise.all(
      office.mails.map(async (_, index) => (await readMail(office, index)).parsed.messageId),
    );
    expect(ids.slice(0, 3)).toEqual([
      "<rmd_01@luyue.example>",
      "<rmd_01@luyue.example>",
      "<rmd_02@luyue.example>",
    ]);
    expect(ids[3]).toMatch(/^<[0-9a-f]{64}@luyue\.example>$/);
    expect(ids[4]).toBe(ids[3]);
  });
});

describe("header injection", () => {
  const evil = "好\r\nBcc: thief@evil.example\r\n\r\n<b>x";

  it("does not happen through the subject, a name or the id", async () => {
    const office = await openOffice();
    const mailer = openMailer(office.port, { from: { ...from, name: evil } });
    const delivery = await mailer.send({
      ...mail,
      id: `id${evil}`,
      subject: evil,
      to: { ...mail.to, name: evil },
    });
    expect(delivery.outcome).toBe("delivered");
    const { parsed, to, header, raw } = await readMail(office);
    expect(to).toEqual(["finance@buyer.example"]);
    expect(header("bcc")).toEqual([]);
    expect(raw).not.toMatch(/^bcc:/im);
    expect(parsed.subject).toBe("好 Bcc: thief@evil.example <b>x");
    expect(parsed.to?.map(({ address }) => address)).toEqual(["finance@buyer.example"]);
    expect(parsed.text).toBe(mail.text);
  });

  it.each([
    "finance@buyer.example\r\nRCPT TO:<thief@evil.example>",
    "finance@buyer.example,thief@evil.example",
    "finance@buyer.example>, <thief@evil.example",
    "group:finance@buyer.example;",
    "finance@buyer.example\u0000",
    "finance",
    "",
  ])("does not happen through the address: %j", async (address) => {
    const office = await openOffice();
    const delivery = await openMailer(office.port).send({ ...mail, to: { name: "x", address } });
    expect(delivery.outcome).toBe("failed");
    expect(office.mails).toEqual([]);
  });

  it("does not happen through the sender's address", () => {
    const address = "notice@luyue.example\r\nBcc: thief@evil.example";
    expect(() => createMailer({ host: "127.0.0.1", port: 1, from: { name: "x", address } })).toThrow(
      DomainError,
    );
  });
});

describe("a server that refuses", () => {
  const stages: readonly (readonly [string, (reply: Error) => SMTPServerOptions])[] = [
    ["the sender", (reply) => ({ onMailFrom: (_address, _session, done) => done(reply) })],
    ["the recipient", (reply) => ({ onRcptTo: (_address, _session, done) => done(reply) })],
    [
      "the message",
      (reply) => ({
        onData: (stream, _session, done) => {
          stream.on("end", () => done(reply));
          stream.resume();
        },
      }),
    ],
  ];

  it.each(stages)("%s with 4xx is tried again", async (_name, refuse) => {
    const office = await openOffice(refuse(smtpReply(451, "try again later")));
    const delivery = await openMailer(office.port).send(mail);
    expect(delivery.outcome).toBe("retry");
    expect(delivery.detail).toContain("451 ");
  });

  it.each(stages)("%s with 5xx has failed", async (_name, refuse) => {
    const office = await openOffice(refuse(smtpReply(550, "no such user")));
    const delivery = await openMailer(office.port).send(mail);
    expect(delivery.outcome).toBe("failed");
    expect(delivery.detail).toContain("550 ");
  });

  it("the connection or the login with 5xx is tried again: the mail is still good", async () => {
    const closed = await openOffice({ onConnect: (_session, done) => done(smtpReply(554, "no service")) });
    expect((await openMailer(closed.port).send(mail)).outcome).toBe("retry");
    const strict = await openOffice({
      allowInsecureAuth: true,
      authOptional: false,
      onAuth: (_auth, _session, done) => done(smtpReply(535, "wrong password")),
    });
    const auth = { user: "luyue", pass: "wrong-pass" };
    const delivery = await openMailer(strict.port, { auth, requireTls: false }).send(mail);
    expect(delivery.outcome).toBe("retry");
    expect(delivery.detail).toContain("535");
    expect(delivery.detail).not.toContain("wrong-pass");
    expect((await openMailer(strict.port).send(mail)).outcome).toBe("retry");
  });
});

describe("a network that fails", () => {
  it("is tried again: nobody listens", async () => {
    const office = await startPostOffice();
    await office.close();
    const delivery = await openMailer(office.port).send(mail);
    expect(delivery.outcome).toBe("retry");
    expect(delivery.detail).toContain("ECONNREFUSED");
  });

  it("is tried again: no greeting in time", async () => {
    const office = await openOffice({ onConnect: () => undefined });
    const delivery = await openMailer(office.port, { timeoutMs: 200 }).send(mail);
    expect(delivery.outcome).toBe("retry");
  });

  it("lets later mails through once the server is back", async () => {
    let healthy = false;
    const office = await openOffice({
      onMailFrom: (_address, _session, done) => (healthy ? done() : done(smtpReply(421, "closing"))),
    });
    const mailer = openMailer(office.port);
    expect((await mailer.send(mail)).outcome).toBe("retry");
    healthy = true;
    expect((await mailer.send(mail)).outcome).toBe("delivered");
  });

  it("takes no mail after it was closed", async () => {
    const office = await openOffice();
    const mailer = openMailer(office.port);
    mailer.close();
    expect((await mailer.send(mail)).outcome).toBe("retry");
    expect(office.mails).toEqual([]);
  });
});

describe("a password", () => {
  it("is not sent to a server without TLS unless that is allowed", async () => {
    const logins: string[] = [];
    const office = await openOffice({
      allowInsecureAuth: true,
      onAuth: (auth, _session, done) => {
        logins.push(auth.username ?? "");
        done(null, { user: auth.username });
      },
    });
    const auth = { user: "luyue", pass: "secret" };
    expect((await openMailer(office.port, { auth }).send(mail)).outcome).toBe("retry");
    expect(logins).toEqual([]);
    expect((await openMailer(office.port, { auth, requireTls: false }).send(mail)).outcome).toBe("delivered");
    expect(logins).toEqual(["luyue"]);
  });
});
