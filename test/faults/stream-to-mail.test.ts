import { createLocalQueue } from "@luyue/local/queue";
import { openInbox, startMailServer, type MailServer, type Inbox } from "@luyue/local/inbox";
import { createMailer, type Mailer } from "@luyue/notify/email";
import { createDelivery } from "@luyue/worker/delivery";
import { createQueueHandler, createStreamHandler } from "@luyue/worker/handler";
import { sweepReminders } from "@luyue/usecases/reminder";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Crash, crashAt, intercept } from "../commands/intercept.ts";
import { listReminders, stepOf } from "../commands/reminding.ts";
import { seedActive, seedTenant, termsOf } from "../commands/seed.ts";
import { type EngineWorld, openEngineWorld, type World } from "../commands/world.ts";
import { listEngines, type RunningEngine, withEngine } from "../engines/index.ts";
import { readStream } from "./read-stream.ts";

const engineAtHand = listEngines().find(({ name }) => name === "dynoxide");
const tenantId = "ten_a";

/** The engine's real stream, the queue, the handlers as a deployment has them, and a real mail server. */
describe.skipIf(engineAtHand?.missing !== undefined)("from the table's stream to the mail", () => {
  let engine: RunningEngine;
  let world: EngineWorld;
  let inbox: Inbox;
  let mailServer: MailServer;
  let mailer: Mailer;

  beforeAll(async () => {
    engine = await withEngine("dynoxide");
    world = await openEngineWorld(engine);
    inbox = await openInbox();
    mailServer = await startMailServer(inbox, world.runtime.now);
    const from = { name: "履约", address: "reminders@luyue.example" };
    mailer = createMailer({ host: "127.0.0.1", port: mailServer.port, from });
    await seedTenant(world, tenantId, { webhooks: 0 });
    await seedTenant(world, "ten_b", { webhooks: 0 });
    for (let index = 1; index <= 12; index += 1) {
      await seedActive(world, tenantId, termsOf(`NO ${index}`), "2026-06-01");
    }
    await seedActive(world, "ten_b", termsOf("NO 1"), "2026-06-01");
  });

  afterAll(async () => {
    mailer?.close();
    await mailServer?.stop();
    await world?.close();
    await engine?.stop();
  });

  const endpointOf = () => {
    const { endpoint } = engine.config;
    if (typeof endpoint !== "string") throw new Error("the engine has no address");
    return endpoint;
  };
  const clock = { at: 0 };
  const openQueue = () => createLocalQueue({ now: () => clock.at, visibilityMs: 130_000, mostReceives: 3 });
  const accepted: string[] = [];
  const counted: Pick<Mailer, "send"> = {
    send: async (mail) => {
      const delivered = await mailer.send(mail);
      if (delivered.outcome === "delivered") accepted.push(mail.id);
      return delivered;
    },
  };
  const deliveryOf = () =>
    createDelivery({ mailer: counted, runtime: world.runtime, now: world.runtime.now, jitter: () => 0 });

  it("everything goes out once, though each record and each message comes twice, senders die, and one message is poison", async () => {
    world.runtime.setNow("2026-06-17T09:00:00+08:00");
    await sweepReminders(world.platform, world.runtime);
    const records = await readStream(endpointOf(), world.tableName);
    const queue = openQueue();
    const follow = createStreamHandler(queue, world.runtime.now);
    expect(await follow({ Records: [...records] })).toEqual({ batchItemFailures: [] });
    await follow({ Records: [...records] });
    queue.put(tenantId, "{ not for anybody");
    const order: string[] = [];
    const handlerOf = (platform: World["platform"]) =>
      createQueueHandler(platform, world.runtime, deliveryOf());
    let n = 0;
    for (let received = 1; received > 0 || n < 60; ) {
      n += 1;
      const crash = crashAt(3 + n, "before");
      const platform = n % 3 === 1 && n < 30 ? intercept(world.platform, crash.around) : world.platform;
      received = await queue.receive(async (event) => {
        order.push(...event.Records.map(({ attributes }) => String(attributes.MessageGroupId)));
        const answered = await handlerOf(platform)(event);
        if (crash.crashed()) throw new Crash("the process");
        return answered;
      });
      // What a dead sender had claimed is free again after its lease.
      if (received === 0 && n < 60) {
        clock.at += 131_000;
        world.runtime.setNow(new Date(Date.parse(world.runtime.now()) + 131_000).toISOString());
      }
    }
    const unsent = await sweepReminders(world.platform, world.runtime);
    for (const wake of unsent.unsent) {
      await queue.send([{ tenantId: wake.tenantId, contractId: wake.contractId, key: wake.key }]);
    }
    while ((await queue.receive(handlerOf(world.platform))) > 0);
    const due = (await listReminders(world, tenantId)).filter((entry) => stepOf(entry).endsWith("lead-14"));
    expect(due).toHaveLength(24);
    expect(due.map(({ state }) => state)).toEqual(due.map(() => "delivered"));
    const ids = due.map(({ id }) => id);
    const arrived = inbox.list().map(({ id }) => id.replace(/^<|@.*$/g, ""));
    expect(ids.filter((id) => !arrived.includes(id))).toEqual([]);
    expect(new Set(arrived).size).toBe(arrived.length);
    // Only what was accepted as its sender died was handed over again, under its own id.
    expect(accepted.length - new Set(accepted).size).toBeLessThanOrEqual(10);
    expect(queue.dead()).toEqual(["{ not for anybody"]);
    // The tenant with one thing to send has its turn in the first batch.
    expect(order.slice(0, 10)).toContain("ten_b");
  }, 120_000);

  it("what the queue did not take comes again, and what is not to be sent yet never goes there", async () => {
    const records = await readStream(endpointOf(), world.tableName);
    const down = createStreamHandler(
      { send: async () => Promise.reject(new Error("queue is down")) },
      world.runtime.now,
    );
    const { batchItemFailures } = await down({ Records: [...records] });
    expect(batchItemFailures).toEqual([{ itemIdentifier: records[0]?.dynamodb?.SequenceNumber }]);
    const early = openQueue();
    await createStreamHandler(early, () => "2026-05-01T00:00:00+08:00")({ Records: [...records] });
    expect(await early.receive(createQueueHandler(world.platform, world.runtime, deliveryOf()))).toBe(0);
  });
});
