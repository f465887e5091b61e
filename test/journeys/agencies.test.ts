import { createHash } from "node:crypto";
import { instantAt } from "@luyue/core/civil-date";
import { foundPlatform } from "@luyue/local/demo";
import { createPages } from "@luyue/local/pages";
import { createStillClock, liveUntil, type Stack, startStack } from "@luyue/local/stack";
import { demoContract } from "@luyue/testing/contracts";
import { findBrokenEntry, type RecordEntry } from "@luyue/usecases/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCaller, type Caller } from "../faults/local-stack.ts";

const b = demoContract("B");
const d = demoContract("D");
let stack: Stack;
let call: Caller;
const ids = { b: "", d: "" };

interface Owed {
  readonly id?: string;
  readonly agencyId?: string;
  readonly key: string;
  readonly contractId: string;
  readonly buyerName: string;
  readonly dueOn: string | null;
  readonly state: string;
  readonly fulfilment: { on: string } | null;
}

beforeAll(async () => {
  stack = await startStack({ clock: createStillClock(instantAt("2026-03-03", "09:01")), pages: createPages });
  await foundPlatform(stack);
  call = createCaller(stack.url);
}, 60_000);
afterAll(() => stack.stop());

async function ok(answer: ReturnType<Caller>, status = 200) {
  const got = await answer;
  expect({ status: got.status, body: got.body }).toMatchObject({ status });
  return got;
}

async function list(issuer: string, subject: string, path: string): Promise<Owed[]> {
  const { body } = await ok(call(issuer, subject, "GET", path));
  return (body as unknown as { items: Owed[] }).items; // the API checks its answers against their schemas
}

async function foundAgency(name: string): Promise<void> {
  const issuer = { url: stack.issuer.urlOf(name), jwksUrl: `${stack.issuer.urlOf(name)}/jwks.json` };
  const administrator = { subject: "administrator", name: "管理员", email: `administrator@${name}.example` };
  await ok(call("operator", "operator", "POST", "/v1/tenants", { name, issuer, administrator }), 201);
  for (const role of ["contractManager", "finance", "auditor"]) {
    const member = { subject: role, name: role, email: `${role}@${name}.example`, roles: [role] };
    await ok(call(name, "administrator", "PUT", "/v1/members", member));
  }
  const contacts = [{ name: "负责人", email: `lead-of-${name}@vendor.example` }];
  const file = { name: b.vendor.name, creditCode: b.vendor.creditCode, contacts };
  await ok(call(name, "contractManager", "POST", "/v1/vendors", file), 201);
}

describe("two agencies with one vendor, over HTTP, on the real engine", () => {
  it("are founded by the operator, and enrol the same vendor", { timeout: 60_000 }, async () => {
    await foundAgency("agency-b");
    await foundAgency("agency-d");
    const lead = {
      subject: "lead",
      name: "负责人",
      email: "lead@vendor.example",
      creditCode: b.vendor.creditCode,
    };
    await ok(call("operator", "operator", "POST", "/v1/partner-users", lead), 201);
  });

  it("refuse a vendor whose credit code has a wrong check character", async () => {
    const file = {
      name: "x",
      creditCode: `${b.vendor.creditCode.slice(0, 17)}${b.vendor.creditCode.endsWith("0") ? "1" : "0"}`,
      contacts: [],
    };
    const { status, body } = await call("agency-b", "contractManager", "POST", "/v1/vendors", file);
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain("校验位");
  });

  it("draft and activate; each sees its own", { timeout: 60_000 }, async () => {
    for (const [name, demo, key] of [
      ["agency-b", b, "b"],
      ["agency-d", d, "d"],
    ] as const) {
      const { body } = await ok(
        call(name, "contractManager", "POST", "/v1/contracts", { terms: demo.terms }),
        201,
      );
      ids[key] = String(body["id"]);
      await ok(
        call(name, "contractManager", "POST", `/v1/contracts/${ids[key]}/activate`, {
          despite: "条款以签署文本为准",
        }),
      );
    }
    expect((await call("agency-b", "contractManager", "GET", `/v1/contracts/${ids.d}`)).status).toBe(404);
    expect((await call("agency-b", "contractManager", "GET", `/v1/contracts/${ids.d}/record`)).status).toBe(
      404,
    );
    expect(
      (
        await call("agency-d", "finance", "POST", `/v1/contracts/${ids.b}/events`, {
          event: { kind: "signed", on: "2026-03-03" },
        })
      ).status,
    ).toBe(404);
  });

  it("refuse a contract number that is taken, and leave nothing behind", async () => {
    const { status } = await call("agency-b", "contractManager", "POST", "/v1/contracts", { terms: b.terms });
    expect(status).toBe(409);
    const { body } = await ok(call("agency-b", "auditor", "GET", "/v1/contracts"));
    expect((body as unknown as { items: unknown[] }).items).toHaveLength(1);
  });

  it("B is dated by signing and funds; correcting the funds moves the payment, withdrawing them makes it wait", {
    timeout: 60_000,
  }, async () => {
    const path = `/v1/contracts/${ids.b}`;
    await ok(
      call("agency-b", "contractManager", "POST", `${path}/events`, {
        event: { kind: "signed", on: "2026-03-03" },
      }),
      201,
    );
    await liveUntil(stack, "2026-03-16");
    const funds = { kind: "fundsAppropriated", of: "t1", on: "2026-03-16" };
    const { body } = await ok(call("agency-b", "finance", "POST", `${path}/events`, { event: funds }), 201);
    const event = `${path}/events/${String(body["eventId"])}`;
    expect(await payment()).toMatchObject({ dueOn: "2026-04-14" });
    await ok(
      call("agency-b", "finance", "PUT", event, {
        event: { ...funds, on: "2026-03-13" },
        reason: "录入错误",
      }),
    );
    expect(await payment()).toMatchObject({ dueOn: "2026-04-13" });
    await ok(call("agency-b", "finance", "POST", `${event}/withdrawal`, { reason: "尚未到账" }));
    expect(await payment()).toMatchObject({ dueOn: null, state: "waiting" });
    await ok(call("agency-b", "finance", "POST", `${path}/events`, { event: funds }), 201);
    expect(await payment()).toMatchObject({ dueOn: "2026-04-14" });

    async function payment() {
      return (await list("agency-b", "auditor", `${path}/obligations?kind=payment`)).find(
        ({ key }) => key === "payment.t1",
      );
    }
  });

  it("an auditor reads everything and changes nothing; a stale version is refused with 412", async () => {
    const event = { event: { kind: "forceMajeure", on: "2026-03-16" } };
    expect((await call("agency-b", "auditor", "POST", `/v1/contracts/${ids.b}/events`, event)).status).toBe(
      403,
    );
    const token = await stack.issuer.sign("agency-b", "finance");
    const response = await fetch(`${stack.url}/v1/contracts/${ids.b}/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "if-match": '"1"' },
      body: JSON.stringify(event),
    });
    expect(response.status).toBe(412);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
  });

  it("the vendor hands in its invoice where its list says, and the agency finds it right", async () => {
    const contracts = await list("partner", "lead", "/v1/partner/contracts");
    const { agencyId } = contracts.find(({ id }) => id === ids.b) ?? {};
    const path = `/v1/partner/agencies/${agencyId}/contracts/${ids.b}/invoices`;
    const invoice = {
      of: "t1",
      number: "24117000000012345678",
      issuedOn: "2026-03-16",
      amount: "1203720.00",
    };
    const { body } = await ok(call("partner", "lead", "POST", path, invoice), 201);
    expect(body).toMatchObject({ missing: "0.00", late: false, dueOn: "2026-04-14" });
    const accepted = `/v1/contracts/${ids.b}/invoices/${String(body["id"])}/acceptance`;
    expect((await call("agency-b", "contractManager", "POST", accepted)).status).toBe(403);
    await ok(call("agency-b", "finance", "POST", accepted));
  });

  it("a payment is asked for, approved by another, and made once, however often it is said", async () => {
    const path = `/v1/contracts/${ids.b}`;
    const fulfilment = `${path}/obligations/payment.t1/fulfilment`;
    const word = { evidence: [{ document: "凭证 2026-118" }] };
    expect((await call("agency-b", "finance", "POST", fulfilment, word)).status).toBe(409);
    const asked = await ok(
      call("agency-b", "contractManager", "POST", `${path}/payments/t1/requests`, {}),
      201,
    );
    const payment = `${path}/payment-requests/${String(asked.body["id"])}`;
    await ok(call("agency-b", "finance", "POST", `${payment}/approval`));
    const made = { on: "2026-03-16", voucher: "凭证 2026-118", amount: "1203720.00" };
    const [first, second] = await Promise.all(
      [1, 2].map(() => call("agency-b", "finance", "POST", `${payment}/payment`, made, "pay-1")),
    );
    expect([first?.status, second?.status]).toEqual([200, 200]);
    expect(first?.body).toEqual(second?.body);
    const other = { ...made, voucher: "另一凭证" };
    expect((await call("agency-b", "finance", "POST", `${payment}/payment`, other, "pay-1")).status).toBe(
      422,
    );
    expect((await call("agency-b", "finance", "POST", `${payment}/payment`, made, "pay-2")).status).toBe(409);
    const paid = await list("agency-b", "auditor", `/v1/contracts/${ids.b}/obligations?state=fulfilled`);
    expect(paid.map((each) => [each.key, each.fulfilment?.on])).toContainEqual(["payment.t1", "2026-03-16"]);
  });

  it("an amendment derives anew and keeps what was paid", { timeout: 60_000 }, async () => {
    const [first] = b.terms.tranches;
    if (first === undefined) throw new Error("B has tranches");
    const terms = { ...b.terms, tranches: [first], reports: [] };
    const amendment = { terms, from: "2026-03-16", reason: "取消第二期与月报", despite: "双方同意" };
    await ok(
      call("agency-b", "contractManager", "POST", `/v1/contracts/${ids.b}/amendments`, amendment),
      201,
    );
    const all = await everyObligation();
    expect(all.find(({ key }) => key === "payment.t1")?.state).toBe("fulfilled");
    expect(all.find(({ key }) => key === "payment.t2")).toBeUndefined();
    const reports = all.filter(({ key }) => key.startsWith("report.progress"));
    expect(reports.map(({ dueOn }) => dueOn)).toEqual(["2026-03-10"]);
    const { body } = await ok(call("agency-b", "auditor", "GET", `/v1/contracts/${ids.b}/terms`));
    expect((body as unknown as { items: { version: number }[] }).items.map(({ version }) => version)).toEqual(
      [1, 2],
    );

    async function everyObligation() {
      return list("agency-b", "auditor", `/v1/contracts/${ids.b}/obligations?limit=200`);
    }
  });

  it("the vendor signs in once and sees both, by due date, a page at a time", async () => {
    await ok(
      call("agency-d", "contractManager", "POST", `/v1/contracts/${ids.d}/events`, {
        event: { kind: "signed", on: "2026-03-10" },
      }),
      201,
    );
    const seen: Owed[] = [];
    let cursor = "";
    do {
      const { body } = await ok(
        call("partner", "lead", "GET", `/v1/partner/obligations?to=2026-12-31&limit=7${cursor}`),
      );
      const page = body as unknown as { items: Owed[]; cursor: string | null }; // checked by the API itself
      seen.push(...page.items);
      cursor = page.cursor === null ? "" : `&cursor=${encodeURIComponent(page.cursor)}`;
    } while (cursor !== "");
    expect(new Set(seen.map(({ contractId }) => contractId))).toEqual(new Set([ids.b, ids.d]));
    expect(new Set(seen.map(({ contractId, key }) => `${contractId} ${key}`)).size).toBe(seen.length);
    const dates = seen.map(({ dueOn }) => dueOn ?? "");
    expect(dates).toEqual(dates.toSorted());
    expect((await call("partner", "lead", "GET", "/v1/obligations")).status).toBe(403);
    expect((await call("partner", "lead", "GET", `/v1/contracts/${ids.b}`)).status).toBe(403);
    expect((await call("agency-b", "contractManager", "GET", "/v1/partner/obligations")).status).toBe(403);
  });

  it("reminders go to each agency's own people and the vendor's contact for it, and to nobody else", {
    timeout: 60_000,
  }, async () => {
    await liveUntil(stack, "2026-03-24");
    const mails = stack.inbox.list().filter(({ channel }) => channel === "email");
    const about = (number: string) =>
      new Set(mails.filter(({ text }) => text.includes(number)).map(({ to }) => to));
    expect([...about(d.terms.number)].toSorted()).toEqual([
      "contractManager@agency-d.example",
      "finance@agency-d.example",
      "lead-of-agency-d@vendor.example",
    ]);
    for (const to of about(b.terms.number)) expect(to).not.toContain("agency-d");
  });

  it("the record of each contract holds together and names who did what", async () => {
    const { body } = await ok(call("agency-b", "auditor", "GET", `/v1/contracts/${ids.b}/record?limit=200`));
    const entries = (body as unknown as { items: RecordEntry[] }).items; // the record's own shape
    expect(entries.map(({ command }) => command)).toEqual([
      "contract.draft",
      "contract.activate",
      "event.record",
      "event.record",
      "event.correct",
      "event.withdraw",
      "event.record",
      "invoice.submit",
      "invoice.accept",
      "payment.request",
      "payment.approve",
      "payment.pay",
      "contract.amend",
    ]);
    const digest = (text: string) => createHash("sha256").update(text).digest("hex");
    expect(findBrokenEntry(entries, { digest })).toBeUndefined();
    expect(entries[4]).toMatchObject({
      reason: "录入错误",
      before: { on: "2026-03-16" },
      actor: { roles: ["finance"] },
    });
  });
});
