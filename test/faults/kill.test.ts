import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoContract } from "@luyue/testing/contracts";
import { afterEach, describe, expect, it } from "vitest";
import { type Caller, createCaller, freePort, type RunningStack, startLocal } from "./local-stack.ts";

const { terms, vendor } = demoContract("D");
const dirs: string[] = [];
afterEach(async () => {
  for (const dir of dirs.splice(0)) await rm(dir, { recursive: true, force: true });
});

async function newDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "luyue-kill-"));
  dirs.push(dir);
  return dir;
}

const agency = ["agency", "manager"] as const;

async function foundAgency(call: Caller, url: string): Promise<void> {
  const issuer = { url: `${url}/issuer/agency`, jwksUrl: `${url}/issuer/agency/jwks.json` };
  const administrator = { subject: "administrator", name: "管理员", email: "administrator@agency.example" };
  expect(
    (await call("operator", "operator", "POST", "/v1/tenants", { name: "测试单位", issuer, administrator }))
      .status,
  ).toBe(201);
  for (const role of ["contractManager", "finance"]) {
    const member = {
      subject: role === "finance" ? role : "manager",
      name: role,
      email: `${role}@agency.example`,
      roles: [role],
    };
    expect((await call("agency", "administrator", "PUT", "/v1/members", member)).status).toBe(200);
  }
  const contacts = [{ name: "负责人", email: "lead@vendor.example" }];
  const file = { name: vendor.name, creditCode: vendor.creditCode, contacts };
  expect((await call(...agency, "POST", "/v1/vendors", file)).status).toBeLessThan(300);
}

/** Drafts, activates and signs contracts until it is told to stop; keeps what was acknowledged. */
async function write(
  call: Caller,
  worker: string,
  acknowledged: Map<string, string>,
  signal: AbortSignal,
): Promise<void> {
  for (let n = 1; !signal.aborted; n += 1) {
    const number = `K-${worker}-${n}`;
    const drafted = await call(...agency, "POST", "/v1/contracts", { terms: { ...terms, number } }, number);
    if (drafted.status !== 201) throw new Error(`draft answered ${drafted.status}`);
    const id = String(drafted.body["id"]);
    acknowledged.set(id, "draft");
    const activated = await call(...agency, "POST", `/v1/contracts/${id}/activate`, {});
    if (activated.status === 200) acknowledged.set(id, "active");
    const signed = await call(...agency, "POST", `/v1/contracts/${id}/events`, {
      event: { kind: "signed", on: "2026-04-15" },
    });
    if (signed.status < 300) acknowledged.set(id, "signed");
  }
}

describe("kill -9 of the local stack under load", () => {
  it("keeps every acknowledged write, three times over", { timeout: 180_000 }, async () => {
    const dir = await newDir();
    const port = await freePort();
    const acknowledged = new Map<string, string>();
    let stack = await startLocal(dir, port, "--empty", "--as-of", "2026-04-15");
    await foundAgency(createCaller(stack.url), stack.url);
    for (let round = 1; round <= 3; round += 1) {
      await killUnderLoad(stack, `r${round}`, acknowledged);
      stack = await startLocal(dir, port);
      await compare(createCaller(stack.url), acknowledged);
    }
    expect(acknowledged.size).toBeGreaterThan(10);
    expect([...acknowledged.values()]).toContain("signed");
    expect(await stack.stop()).toBe(0);
  });

  it("sends every due reminder once, whatever is killed while they go out", {
    timeout: 180_000,
  }, async () => {
    const dir = await newDir();
    const port = await freePort();
    let stack = await startLocal(dir, port, "--empty", "--as-of", "2026-04-15");
    const call = createCaller(stack.url);
    await foundAgency(call, stack.url);
    const contracts: string[] = [];
    for (let n = 1; n <= 12; n += 1) {
      const drafted = await call(...agency, "POST", "/v1/contracts", {
        terms: { ...terms, number: `S-${n}` },
      });
      const id = String(drafted.body["id"]);
      contracts.push(id);
      await call(...agency, "POST", `/v1/contracts/${id}/activate`, {});
      await call(...agency, "POST", `/v1/contracts/${id}/events`, {
        event: { kind: "signed", on: "2026-04-15" },
      });
    }
    // 29 April is the day itself for each first payment: 12 contracts, three recipients each, and the invoice's too.
    for (const [day, delay] of [
      ["2026-04-29", 250],
      ["2026-04-29", 500],
      ["2026-04-29", 900],
    ] as const) {
      const moving = moveTo(stack, day).catch(() => "killed");
      await new Promise((resolve) => setTimeout(resolve, delay));
      await stack.kill();
      await moving;
      stack = await startLocal(dir, port);
    }
    await moveTo(stack, "2026-04-29");
    await settled(stack);
    const due = await listReminders(createCaller(stack.url));
    const today = due.filter(({ step, dueOn }) => step === "due-today" && dueOn === "2026-04-29");
    for (const contract of contracts) {
      const sent = today
        .filter(({ contractId }) => contractId === contract)
        .map(({ obligationKey, to }) => `${obligationKey} ${to}`);
      expect(sent.toSorted()).toEqual(
        ["invoice.t1", "payment.t1"].flatMap((key) =>
          ["contractManager@agency.example", "finance@agency.example", "lead@vendor.example"].map(
            (to) => `${key} ${to}`,
          ),
        ),
      );
    }
    expect(due.filter(({ state }) => state !== "delivered" && state !== "withdrawn")).toEqual([]);
    // What has happened is told of beside the reminders: none of it came twice either.
    const received = (await readFile(join(dir, "inbox.jsonl"), "utf8"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: string; to: string }); // our own file
    const inbox = received.filter(({ id }) => id.startsWith("<rem_"));
    const delivered = due.filter(({ state }) => state === "delivered").map(({ id }) => id);
    expect(new Set(inbox.map(({ id }) => id.replace(/^<|@.*$/g, "")))).toEqual(new Set(delivered));
    expect(received).toHaveLength(new Set(received.map(({ id, to }) => `${id} ${to}`)).size);
    expect(received.length).toBeGreaterThan(inbox.length);
    expect(await stack.stop()).toBe(0);
  });
});

async function killUnderLoad(
  stack: RunningStack,
  name: string,
  acknowledged: Map<string, string>,
): Promise<void> {
  const controller = new AbortController();
  const call = createCaller(stack.url);
  const workers = [1, 2, 3, 4].map((n) =>
    write(call, `${name}w${n}`, acknowledged, controller.signal).catch((error: unknown) => {
      if (
        !(error instanceof TypeError || (error instanceof Error && /ECONN|socket|fetch/i.test(error.message)))
      )
        throw error;
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await stack.kill();
  controller.abort();
  await Promise.all(workers);
}

async function compare(call: Caller, acknowledged: ReadonlyMap<string, string>): Promise<void> {
  for (const [id, state] of acknowledged) {
    const { status, body } = await call(...agency, "GET", `/v1/contracts/${id}`);
    expect({ id, status }).toEqual({ id, status: 200 });
    const { contract, events } = body as unknown as {
      contract: { status: string };
      events: { kind: string }[];
    }; // read right here
    if (state !== "draft") expect(contract.status).toBe("active");
    if (state === "signed") expect(events.map(({ kind }) => kind)).toEqual(["signed"]);
  }
}

async function moveTo(stack: RunningStack, date: string): Promise<string> {
  const response = await fetch(`${stack.url}/clock`, {
    method: "POST",
    body: new URLSearchParams({ date }),
    redirect: "manual",
  });
  return String(response.status);
}

interface Sent {
  readonly id: string;
  readonly contractId: string;
  readonly obligationKey: string | null;
  readonly step: string | null;
  readonly dueOn: string | null;
  readonly to: string;
  readonly state: string;
}

async function listReminders(call: Caller): Promise<Sent[]> {
  const all: Sent[] = [];
  let cursor = "";
  do {
    const { body } = await call(...agency, "GET", `/v1/reminders?limit=200${cursor}`);
    const page = body as unknown as {
      items: (Omit<Sent, "to"> & { recipient: string })[];
      cursor: string | null;
    }; // read right here
    all.push(...page.items.map((item) => ({ ...item, to: item.recipient })));
    cursor = page.cursor === null ? "" : `&cursor=${encodeURIComponent(page.cursor)}`;
  } while (cursor !== "");
  return all.filter(({ obligationKey }) => obligationKey !== null);
}

/** Waits until nothing is pending any more: claims that a crash left run out after two minutes of the stack's clock. */
async function settled(stack: RunningStack): Promise<void> {
  const call = createCaller(stack.url);
  for (;;) {
    const pending = (await listReminders(call)).filter(({ state }) => state === "pending");
    if (pending.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
