import { createFixedRuntime, createMemoryPlatform, type KindsOf } from "@luyue/testing/memory-platform";
import { type Change, WriteConflict } from "@luyue/usecases/runtime";
import { beforeAll, describe, expect, it } from "vitest";
import { type Fixture, startFixture } from "../fixture/start-fixture.ts";

const admin = "a/administrator";
let fixture: Fixture;

beforeAll(async () => {
  const runtime = createFixedRuntime("2026-04-28T09:00:00+08:00");
  const conflict = (changes: readonly Change[]) => new WriteConflict(changes);
  fixture = await startFixture(
    createMemoryPlatform<KindsOf<Change>>({ now: runtime.now, conflict }),
    runtime,
  );
});

describe("an agency", () => {
  it("shows a webhook's secret once", async () => {
    const url = "https://hooks.example/a";
    const added = await fixture.call("POST", "/v1/tenant/webhooks", { as: admin, body: { url } });
    const { id, secret } = added.body as { id: string; secret: string };
    expect(secret).toMatch(/^whsec_/);
    for (const path of ["/v1/tenant", "/v1/record", "/v1/reminders"]) {
      const { status, body } = await fixture.call("GET", path, { as: admin });
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain(secret.slice(6));
    }
    expect((await fixture.call("GET", "/v1/tenant", { as: admin })).body).toMatchObject({
      webhooks: [{ id, url }],
    });
    const removed = await fixture.call("DELETE", `/v1/tenant/webhooks/${id}`, { as: admin });
    expect([removed.status, removed.body]).toEqual([200, { id }]);
    expect((await fixture.call("DELETE", `/v1/tenant/webhooks/${id}`, { as: admin })).status).toBe(404);
  });

  it("rotates a webhook's secret, tests it, and shows what was posted with its request", async () => {
    const url = "https://hooks.example/b";
    const added = (await fixture.call("POST", "/v1/tenant/webhooks", { as: admin, body: { url } })).body as {
      id: string;
      secret: string;
    };
    const path = `/v1/tenant/webhooks/${added.id}`;
    const headers = { "Idempotency-Key": "rotate-1" };
    const rotate = () =>
      fixture.call("POST", `${path}/rotate`, { as: admin, body: { overlapHours: 1 }, headers });
    const rotated = await rotate();
    expect(rotated.body).toMatchObject({ id: added.id, earlierUntil: "2026-04-28T10:00:00+08:00" });
    expect((await rotate()).body).toEqual(rotated.body);
    const { secret } = rotated.body as { secret: string };
    expect(secret).toMatch(/^whsec_/);
    expect(secret).not.toBe(added.secret);
    const tested = (await fixture.call("POST", `${path}/test`, { as: admin, body: {} })).body as {
      messageId: string;
    };
    const log = await fixture.call("GET", `${path}/deliveries`, { as: "a/auditor" });
    expect(log.body).toMatchObject({
      items: [
        {
          id: tested.messageId,
          type: "test",
          state: "pending",
          request: { headers: { "webhook-id": tested.messageId }, body: { type: "test" } },
        },
      ],
    });
    expect((await fixture.call("GET", `${path}/deliveries`, { as: "b/administrator" })).status).toBe(404);
    expect((await fixture.call("POST", `${path}/enable`, { as: admin })).status).toBe(409);
    const robot = { url: "https://chat.example/robot?key=verysecret", kind: "feishu", secret: "sign" };
    const chat = await fixture.call("POST", "/v1/tenant/webhooks", { as: admin, body: robot });
    expect(chat.body).toMatchObject({ kind: "feishu", url: "https://chat.example/…cret", secret: null });
    const shown = JSON.stringify((await fixture.call("GET", "/v1/tenant", { as: "a/auditor" })).body);
    expect(shown).not.toMatch(/verysecret|whsec_|sign"/);
  });

  it("changes its settings and its people, and has it on its record", async () => {
    const closingDays = [{ from: "2026-05-06", to: "2026-05-06", name: { zh: "停电", en: "power cut" } }];
    const changed = await fixture.call("PATCH", "/v1/tenant", { as: admin, body: { closingDays } });
    expect(changed.body).toMatchObject({ closingDays, name: "Agency a" });
    const member = { subject: "new", name: "New", email: "new@a.example", roles: ["auditor"] };
    const put = await fixture.call("PUT", "/v1/members", { as: admin, body: member });
    expect(put.body).toMatchObject({ ...member, language: "zh" });
    const { body } = await fixture.call("GET", "/v1/members", { as: "a/new" });
    expect((body as { items: { subject: string }[] }).items.map(({ subject }) => subject)).toContain("new");
    const record = await fixture.call("GET", "/v1/record?limit=200", { as: "a/auditor" });
    const commands = (record.body as { items: { command: string }[] }).items.map(({ command }) => command);
    expect(commands.slice(-2)).toEqual(["tenant.update", "member.put"]);
  });

  it("lets nobody do what their roles do not hold", async () => {
    const tried: [string, string, string, unknown?][] = [
      ["a/contractManager", "PATCH", "/v1/tenant", { name: "X" }],
      [
        "a/finance",
        "PUT",
        "/v1/members",
        { subject: "s", name: "S", email: "s@a.example", roles: ["administrator"] },
      ],
      ["a/auditor", "POST", "/v1/tenant/webhooks", { url: "https://x.example" }],
      ["a/finance", "GET", "/v1/record"],
    ];
    for (const [as, method, path, body] of tried) {
      const answer = await fixture.call(method, path, { as, body });
      expect([as, path, answer.status]).toEqual([as, path, 403]);
    }
  });
});
