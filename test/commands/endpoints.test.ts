import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { addMinutes, instantAt } from "@luyue/core/civil-date";
import { type OutboxEntry, resendMessage, runReminders } from "@luyue/usecases/reminder";
import { addWebhook, openSecret, removeWebhook, rotateWebhook, testWebhook } from "@luyue/usecases/tenant";
import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, it } from "vitest";
import { openMailbox } from "./mailbox.ts";
import { member } from "./people.ts";
import { run, seedActive, seedTenant, termsOf } from "./seed.ts";
import { openMemoryWorld, type World } from "./world.ts";

const tenantId = "ten_a";
const administrator = member(tenantId, "administrator");

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A receiver on loopback, which answers as it is told from now on. */
async function startHook(answer: (response: ServerResponse) => void) {
  const calls: Call[] = [];
  let say = answer;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      calls.push({ headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
      say(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    calls,
    answer: (next: (response: ServerResponse) => void) => {
      say = next;
    },
  };
}

const good = (response: ServerResponse) => response.writeHead(204).end();
const bad = (response: ServerResponse) => response.writeHead(503).end("down for now");

async function open(answer = good) {
  const world = await openMemoryWorld();
  await seedTenant(world, tenantId, { webhooks: 0 });
  const hook = await startHook(answer);
  const { answer: added } = await run(world, addWebhook, administrator, tenantId, { url: hook.url });
  const { mails, delivery } = openMailbox(world);
  const work = () => runReminders(world.platform, world.runtime, delivery);
  await work();
  return {
    world,
    hook,
    mails,
    work,
    id: added.id,
    secret: openSecret(added.sealedSecret ?? "", tenantId, world.runtime),
  };
}

const log = async ({ platform }: World, id: string): Promise<readonly OutboxEntry[]> =>
  (await platform.tenant(tenantId).listSentTo(id, { limit: 50 })).items;

/** Whether a call is signed with a secret; the library wants the present, and gets the time that was signed. */
function isSigned({ headers, body }: Call, secret: string): boolean {
  const id = String(headers["webhook-id"]);
  const at = new Date(Number(headers["webhook-timestamp"]) * 1000);
  return String(headers["webhook-signature"])
    .split(" ")
    .includes(new Webhook(secret).sign(id, at, body));
}

describe("a webhook", () => {
  it("is tested by a button, and the log has the request, the answer and how long it took", async () => {
    const { world, hook, work, id, secret } = await open();
    hook.answer((response) => response.writeHead(202).end("thank you"));
    const { messageId } = (await run(world, testWebhook, administrator, tenantId, { id })).answer;
    await work();
    expect(hook.calls).toHaveLength(1);
    expect(hook.calls.every((call) => isSigned(call, secret))).toBe(true);
    expect(hook.calls[0]?.headers["webhook-id"]).toBe(messageId);
    const [entry] = await log(world, id);
    expect(entry).toMatchObject({
      id: messageId,
      type: "test",
      state: "delivered",
      attempts: [
        { outcome: "delivered", status: 202, response: "thank you", tookMs: expect.any(Number) as unknown },
      ],
    });
  });

  it("is signed with both secrets while one takes the place of the other, and then with the new one", async () => {
    const { world, hook, work, id, secret } = await open();
    const { sealedSecret } = (
      await run(world, rotateWebhook, administrator, tenantId, { id, overlapHours: 2 })
    ).answer;
    const fresh = openSecret(sealedSecret, tenantId, world.runtime);
    const ask = async () => {
      await run(world, testWebhook, administrator, tenantId, { id });
      await work();
      const call = hook.calls.at(-1);
      if (call === undefined) throw new Error("nothing came");
      return [isSigned(call, secret), isSigned(call, fresh)];
    };
    expect(await ask()).toEqual([true, true]);
    world.runtime.setNow(addMinutes(world.runtime.now(), 121));
    expect(await ask()).toEqual([false, true]);
    const stored = JSON.stringify(await world.platform.tenant(tenantId).getTenant());
    for (const each of [secret, fresh]) expect(stored).not.toContain(each.slice("whsec_".length));
  });

  it("gets what it did not take again under the same id, by itself and by hand", async () => {
    const { world, hook, work, id } = await open(bad);
    await run(world, testWebhook, administrator, tenantId, { id });
    await work();
    hook.answer((response) => response.writeHead(410).end());
    world.runtime.setNow(addMinutes(world.runtime.now(), 2));
    await work();
    const [failed] = await log(world, id);
    expect(failed).toMatchObject({
      state: "failed",
      attempts: [{ status: 503, response: "down for now" }, { status: 410 }],
    });
    expect(new Set(hook.calls.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    const other = await startHook(good);
    await run(world, removeWebhook, administrator, tenantId, { id });
    await run(world, addWebhook, administrator, tenantId, { url: other.url });
    const name = { contractId: "tenant", key: `-#${failed?.id ?? ""}` };
    await run(world, resendMessage, administrator, tenantId, name);
    await work();
    // It was for the one that is gone, and goes to no other.
    expect((await log(world, id))[0]?.state).toBe("withdrawn");
    expect(other.calls).toEqual([]);
  });

  it("that is gone is disabled at once, and each administrator told", async () => {
    const { world, hook, mails, work, id } = await open();
    hook.answer((response) => response.writeHead(410).end());
    await run(world, testWebhook, administrator, tenantId, { id });
    await work();
    const { webhooks = [] } = (await world.platform.tenant(tenantId).getTenant()) ?? {};
    expect(webhooks[0]?.disabledAt).toBe(world.runtime.now());
    expect(mails.at(-1)).toMatchObject({
      to: { address: "administrator@ten-a.example" },
      subject: "【履约】推送地址已停用",
      text: expect.stringContaining(hook.url) as unknown,
    });
    const lines = (await world.platform.tenant(tenantId).listRecord("tenant", { limit: 100 })).items;
    expect(lines.at(-1)).toMatchObject({
      command: "webhook.disable",
      actor: { kind: "system" },
      subject: id,
    });
    const before = hook.calls.length;
    await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
    await work();
    expect(hook.calls).toHaveLength(before);
  });

  it("that fails for three days is disabled, but not one that took something in between", async () => {
    const climb = async (mend: boolean) => {
      const { world, hook, mails, work, id } = await open(bad);
      world.runtime.setNow(instantAt("2026-06-01", "10:00"));
      await run(world, testWebhook, administrator, tenantId, { id });
      for (let hour = 0; hour <= 80; hour += 1) {
        world.runtime.setNow(addMinutes(instantAt("2026-06-01", "10:00"), hour * 60));
        if (mend && hour === 40) {
          hook.answer(good);
          await run(world, testWebhook, administrator, tenantId, { id });
          await work();
          hook.answer(bad);
          await run(world, testWebhook, administrator, tenantId, { id });
        }
        await work();
      }
      const { webhooks = [] } = (await world.platform.tenant(tenantId).getTenant()) ?? {};
      const [first] = (await log(world, id)).toReversed();
      const told = mails.filter(({ subject }) => subject.includes("已停用")).length;
      return { disabled: webhooks[0]?.disabledAt !== undefined, told, first };
    };
    const long = await climb(false);
    expect([long.disabled, long.told]).toEqual([true, 1]);
    expect(long.first?.state).toBe("failed");
    expect(long.first?.attempts.length).toBeGreaterThan(8);
    const mended = await climb(true);
    expect([mended.disabled, mended.told]).toEqual([false, 0]);
  });
});

describe("a robot", () => {
  it("keeps its address to itself, and takes all that is due in one message", async () => {
    const { world, work } = await open();
    const chat = await startHook((response) => response.writeHead(200).end(JSON.stringify({ errcode: 0 })));
    const url = `${chat.url}?key=topsecret1234`;
    const { answer } = await run(world, addWebhook, administrator, tenantId, { url, kind: "wecom" });
    expect(answer.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/…1234$/);
    for (const number of ["NO 1", "NO 2", "NO 3"]) {
      await seedActive(world, tenantId, termsOf(number), "2026-06-01");
    }
    world.runtime.setNow(instantAt("2026-06-17", "09:00"));
    await work();
    expect(chat.calls).toEqual([]);
    world.runtime.setNow(instantAt("2026-06-17", "09:01"));
    await work();
    expect(chat.calls).toHaveLength(1);
    const { markdown } = JSON.parse(chat.calls[0]?.body ?? "{}") as { markdown: { content: string } };
    expect(markdown.content.split("\n")).toHaveLength(4);
    expect(markdown.content).toContain("3项");
    const stored = JSON.stringify([
      await world.platform.tenant(tenantId).getTenant(),
      (await world.platform.tenant(tenantId).listRecord("tenant", { limit: 100 })).items,
      await log(world, answer.id),
    ]);
    expect(stored).not.toContain("topsecret");
  });
});
