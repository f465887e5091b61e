import { addDays, civilDateOf, fromEpochMs } from "@luyue/core/civil-date";
import { Secret, TOTP } from "otpauth";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listUnused } from "./iam/list-unused.ts";
import { pollQueues, pollStream } from "./rig/poll.ts";
import { type Rig, startRig } from "./rig/start-rig.ts";
import { createVisitor, type Visitor } from "./rig/visitor.ts";
import { missing } from "./synth/places.ts";

const today = civilDateOf(fromEpochMs(Date.now()));
const creditCode = "91990000MA0B26TF1M";
const scheduled = {
  version: "0",
  id: "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: "123456789012",
  time: "2026-06-24T01:00:00Z",
  region: "ap-southeast-1",
  resources: ["arn:aws:events:ap-southeast-1:123456789012:rule/sweep"],
  detail: {},
};

/** The functions as they are bundled, fed with what AWS would hand them, behind the policies that were laid out. */
describe.skipIf(missing !== undefined)("the deployed functions", () => {
  let rig: Rig;
  let operator: Visitor;
  let administrator: Visitor;
  let manager: Visitor;
  let agencyId = "";
  let contractId = "";
  let streamed = 0;

  beforeAll(async () => {
    rig = await startRig();
    operator = createVisitor(rig, ["operator", "op"]);
    administrator = createVisitor(rig, ["agency-a", "administrator"]);
    manager = createVisitor(rig, ["agency-a", "manager"]);
  }, 90_000);
  afterAll(() => rig?.stop());

  const invoke = (name: string, event: unknown) => rig.hosted.get(name)?.invoke(event);
  /** Stream, queue, sender: until nothing is left to hand on. */
  const settle = async () => {
    streamed = await pollStream(rig, streamed);
    await pollQueues(rig);
  };
  const mailsTo = (address: string) => rig.gateway.mails.filter(({ to }) => to.includes(address));
  const issuerOf = (name: string) => ({
    url: rig.issuer.urlOf(name),
    jwksUrl: `${rig.issuer.urlOf(name)}/jwks.json`,
  });

  it("register agencies, their people and their vendors", async () => {
    const registered = await operator.must("POST", "/v1/tenants", {
      name: "示例单位",
      issuer: issuerOf("agency-a"),
      administrator: { subject: "administrator", name: "管理员", email: "admin@a.example" },
    });
    agencyId = String(registered["id"]);
    await operator.must("POST", "/v1/tenants", {
      name: "另一单位",
      issuer: issuerOf("agency-b"),
      administrator: { subject: "administrator", name: "管理员", email: "admin@b.example" },
    });
    for (const [subject, role] of [
      ["manager", "contractManager"],
      ["finance", "finance"],
      ["leaver", "auditor"],
    ]) {
      const member = { subject, name: subject, email: `${subject}@a.example`, roles: [role] };
      await administrator.must("PUT", "/v1/members", member);
    }
    const contacts = [{ name: "负责人", email: "lead@vendor.example" }];
    await manager.must("POST", "/v1/vendors", { name: "示例供应商", creditCode, size: "small", contacts });
    const lead = { subject: "lead", name: "负责人", email: "lead@vendor.example", creditCode };
    await operator.must("POST", "/v1/partner-users", lead);
    const strangers = createVisitor(rig, ["agency-b", "administrator"]);
    expect((await strangers.ask("GET", "/v1/members")).json["items"]).toHaveLength(1);
  });

  it("carry a contract from its draft to obligations, in chunks where there are many", async () => {
    const after = { anchor: "event", event: "signed" } as const;
    const terms = {
      schemaVersion: 1,
      number: "NO 1",
      name: "网络安全服务合同",
      parties: { buyer: { name: "示例单位" }, vendor: { name: "示例供应商", creditCode } },
      price: { total: "1000.00" },
      terms: [
        {
          key: "main",
          title: { zh: "服务期", en: "service term" },
          start: { rule: "on", anchor: after },
          end: { rule: "within", count: 1, unit: "year", after, roll: "none" },
        },
      ],
      tranches: [
        {
          key: "t1",
          title: { zh: "第1笔", en: "tranche 1" },
          amount: { amount: "fixed", value: "1000.00" },
          due: { rule: "within", count: 10, unit: "day", after, roll: "none" },
        },
      ],
      services: Array.from({ length: 100 }, (_, index) => ({
        key: `s${index}`,
        title: { zh: `服务${index}`, en: `service ${index}` },
        schedule: {
          schedule: "once",
          due: { rule: "within", count: index + 20, unit: "day", after, roll: "none" },
        },
      })),
    };
    contractId = String((await manager.must("POST", "/v1/contracts", { terms }))["id"]);
    await manager.must("POST", `/v1/contracts/${contractId}/activate`, { despite: "已签署" });
    const events = `/v1/contracts/${contractId}/events`;
    const mistaken = await manager.must("POST", events, {
      event: { kind: "signed", on: addDays(today, -1) },
    });
    await manager.must("POST", `${events}/${String(mistaken["eventId"])}/withdrawal`, { reason: "录错日期" });
    await manager.must("POST", events, { event: { kind: "signed", on: today } });
    const due = await manager.must("GET", `/v1/obligations?from=${today}&to=${addDays(today, 30)}&limit=50`);
    expect((due["items"] as unknown[]).length).toBeGreaterThan(10);
    const { status } = await createVisitor(rig, ["agency-b", "administrator"]).ask(
      "GET",
      `/v1/contracts/${contractId}`,
    );
    expect(status).toBe(404);
  });

  /** By a mailed link and a code; gives the visitor with its session. */
  async function signIn(address: string): Promise<Visitor> {
    const browser = createVisitor(rig);
    await browser.must("POST", "/v1/sign-in/link", { email: address });
    const before = mailsTo(address).length;
    await pollQueues(rig);
    const mail = await PostalMime.parse(mailsTo(address)[before]?.raw ?? "");
    const [, link = ""] = /sign-in\/link\/([\w-]{43})/.exec(mail.text ?? "") ?? [];
    const opened = await browser.must("POST", "/v1/sign-in/link/open", { link });
    const { secret } = opened["newFactor"] as { secret: string };
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await browser.must("POST", "/v1/sign-in/code", { code });
    return browser;
  }

  it("let people in by mail, and out again", async () => {
    const finance = await signIn("finance@a.example");
    expect(await finance.must("GET", "/v1/session")).toMatchObject({ agencyId, roles: ["finance"] });
    expect((await finance.must("GET", "/v1/sessions"))["items"]).toHaveLength(1);
    await finance.must("GET", "/v1/notifications");
    await finance.must("DELETE", "/v1/session");
    expect((await finance.ask("GET", "/v1/session")).status).toBe(401);
  });

  it("show a vendor's people what they owe to all agencies, and forget them", async () => {
    const lead = await signIn("lead@vendor.example");
    const { items } = (await lead.must("GET", "/v1/partner/contracts")) as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toEqual([contractId]);
    expect((await lead.must("GET", "/v1/partner/obligations?limit=5"))["items"]).toHaveLength(5);
    expect((await lead.must("GET", "/v1/partner/users"))["items"]).toHaveLength(1);
    await operator.must("POST", "/v1/partner-users/erase", { email: "lead@vendor.example", reason: "离职" });
    expect((await lead.ask("GET", "/v1/session")).status).toBe(401);
  });

  it("take files by a form that goes around them, and lead to files", async () => {
    const bytes = Buffer.from("%PDF-1.7 凭证");
    const sent = { contentType: "application/pdf", bytes: bytes.length };
    const opened = (await manager.must("POST", "/v1/uploads", sent)) as {
      id: string;
      url: string;
      fields: Record<string, string>;
    };
    const post = async (content: Buffer, fields = opened.fields) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set("file", new Blob([Uint8Array.from(content)]));
      return (await fetch(opened.url, { method: "POST", body: form })).status;
    };
    expect(await post(Buffer.concat([bytes, Buffer.from("!")]))).toBe(403);
    expect(await post(bytes, { ...opened.fields, "Content-Type": "text/html" })).toBe(403);
    expect(await post(bytes, { ...opened.fields, key: "staged/ten_other/upl_00000000" })).toBe(403);
    expect((await manager.ask("POST", "/v1/uploads/taken", { id: opened.id })).status).toBe(404);
    expect(await post(bytes)).toBe(204);
    const stranger = createVisitor(rig, ["agency-b", "administrator"]);
    expect((await stranger.ask("POST", "/v1/uploads/taken", { id: opened.id })).status).not.toBe(201);
    const kept = await manager.must("POST", "/v1/uploads/taken", { id: opened.id });
    expect(await manager.must("POST", "/v1/uploads/taken", { id: opened.id })).toEqual(kept);
    const led = await manager.ask(
      "GET",
      `/v1/files/${String(kept["hash"])}?name=${encodeURIComponent("凭证.pdf")}`,
    );
    expect(led.status).toBe(303);
    const file = await fetch(led.headers["location"] ?? "");
    expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes);
    expect(file.headers.get("content-disposition")).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent("凭证.pdf")}`,
    );
    expect((await manager.ask("GET", `/v1/files/sha256-${"0".repeat(64)}`)).status).toBe(404);
  });

  it("remind by mail as days come: sweep, stream, queue, sender", async () => {
    await settle();
    const before = rig.gateway.mails.length;
    for (const name of ["sweep", "outbox-stream", "sender"]) rig.hosted.get(name)?.setAhead(8 * 86_400_000);
    const report = (await invoke("sweep", scheduled)) as { reminders: number };
    expect(report.reminders).toBeGreaterThan(0);
    await settle();
    await invoke("sweep", scheduled);
    await settle();
    const sent = rig.gateway.mails.slice(before);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.every(({ from }) => from.endsWith(" <reminders@luyue.example>"))).toBe(true);
    const ids = sent.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const metrics = rig.hosted.get("sweep")?.log.filter((line) => line.startsWith('{"_aws"')) ?? [];
    expect(metrics.length).toBe(2);
  });

  it("note what comes back", async () => {
    const [mail] = mailsTo("finance@a.example").slice(-1);
    const parsed = await PostalMime.parse(mail?.raw ?? "");
    const reference = parsed.headers.find(({ key }) => key === "x-luyue-reference")?.value;
    const headers = [{ name: "X-Luyue-Reference", value: reference }];
    const bounce = { bounceType: "Permanent", bouncedRecipients: [{ diagnosticCode: "550 no such user" }] };
    const Message = JSON.stringify({ eventType: "Bounce", mail: { headers }, bounce });
    const event = {
      Records: [{ EventSource: "aws:sns", EventVersion: "1.0", EventSubscriptionArn: "", Sns: { Message } }],
    };
    expect(await invoke("bounce", event)).toEqual({ noted: 1, unknown: 0 });
  });

  it("look at the calendar", async () => {
    expect(await invoke("watch", scheduled)).toHaveProperty("calendarDaysLeft");
  });

  it("take people and issuers away", async () => {
    const { items } = (await administrator.must("GET", "/v1/members")) as {
      items: { subject: string; id: string }[];
    };
    const leaver = items.find(({ subject }) => subject === "leaver");
    await administrator.must("POST", `/v1/members/${leaver?.id}/erase`, { reason: "离职" });
    await operator.must("PUT", `/v1/tenants/${agencyId}/sign-in`, { issuer: issuerOf("agency-c") });
    expect((await administrator.ask("GET", "/v1/tenant")).status).toBe(401);
  });

  it("were never refused anything, and hold nothing that they have not made use of", () => {
    expect(rig.guard.refused).toEqual([]);
    expect(listUnused(rig.roles, rig.guard.used)).toEqual([]);
  });
});
