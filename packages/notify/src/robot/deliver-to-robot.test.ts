import { createHmac } from "node:crypto";
import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { sampleReminder, sampleWaitingReminder } from "../reminder/sample-reminder.ts";
import { type Receiver, startReceiver } from "../webhook/receiver.ts";
import { composeRobotMessage, deliverToRobot, type RobotKind, robotFormats } from "./index.ts";

const at = Date.UTC(2026, 4, 20, 1, 2, 3, 456);
const local = { allowPrivateAddresses: true, timeoutMs: 300 };
const message = { title: "标题", lines: ["第一行", "第二行"] };
const kinds = ["wecom", "dingtalk", "feishu"] as const;

const open: Receiver[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((receiver) => receiver.close()));
});

async function receive(answer: (response: ServerResponse, path: string) => void): Promise<Receiver> {
  const receiver = await startReceiver(answer);
  open.push(receiver);
  return receiver;
}

const saying = (body: unknown, status = 200) =>
  receive((response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body)),
  );

const send = (kind: RobotKind, url: string, secret?: string) =>
  deliverToRobot({ kind, url: `${url}?key=abc`, secret, at, message }, local);

describe("a robot's message", () => {
  it("is Markdown for WeCom, whose key is in the address", async () => {
    const receiver = await saying({ errcode: 0, errmsg: "ok" });
    expect(await send("wecom", receiver.url)).toMatchObject({ outcome: "delivered", status: 200 });
    expect(receiver.calls[0]?.path).toBe("/hook?key=abc");
    expect(JSON.parse(receiver.calls[0]?.body ?? "")).toEqual({
      msgtype: "markdown",
      markdown: { content: "**标题**\n第一行\n第二行" },
    });
  });

  it("is signed in the address for DingTalk, by the secret over time and secret", async () => {
    const receiver = await saying({ errcode: 0 });
    expect(await send("dingtalk", receiver.url, "SECxyz")).toMatchObject({ outcome: "delivered" });
    const called = new URL(receiver.calls[0]?.path ?? "", receiver.url).searchParams;
    expect(called.get("key")).toBe("abc");
    expect(called.get("timestamp")).toBe(`${at}`);
    expect(called.get("sign")).toBe(createHmac("sha256", "SECxyz").update(`${at}\nSECxyz`).digest("base64"));
    expect(JSON.parse(receiver.calls[0]?.body ?? "")).toMatchObject({
      msgtype: "markdown",
      markdown: { title: "标题" },
    });
  });

  it("is signed in the body for Feishu, by time and secret over nothing", async () => {
    const receiver = await saying({ code: 0, msg: "success" });
    expect(await send("feishu", receiver.url, "s3cret")).toMatchObject({ outcome: "delivered" });
    const body = JSON.parse(receiver.calls[0]?.body ?? "") as Record<string, unknown>;
    const seconds = `${Math.floor(at / 1000)}`;
    expect(body).toMatchObject({ timestamp: seconds, msg_type: "interactive" });
    expect(body["sign"]).toBe(createHmac("sha256", `${seconds}\ns3cret`).update("").digest("base64"));
  });

  it.each(kinds)("has no signature where a %s robot has no secret", async (kind) => {
    const receiver = await saying({ errcode: 0, code: 0 });
    await send(kind, receiver.url);
    expect(`${receiver.calls[0]?.path ?? ""}${receiver.calls[0]?.body ?? ""}`).not.toMatch(/sign|timestamp/);
  });
});

describe("what a robot says inside its 200", () => {
  it.each([
    ["wecom", { errcode: 45_009, errmsg: "api freq out of limit" }, "retry"],
    ["wecom", { errcode: 93_000, errmsg: "invalid webhook url" }, "failed"],
    ["wecom", { errcode: 40_058 }, "failed"],
    ["dingtalk", { errcode: 130_101, errmsg: "send too fast" }, "retry"],
    ["dingtalk", { errcode: 310_000, errmsg: "sign not match" }, "failed"],
    ["dingtalk", { errcode: 300_001 }, "failed"],
    ["feishu", { code: 9499, msg: "too many request" }, "retry"],
    ["feishu", { code: 11_232 }, "retry"],
    ["feishu", { code: 19_021, msg: "sign match fail" }, "failed"],
    ["feishu", { StatusCode: 0, StatusMessage: "success" }, "delivered"],
    ["feishu", { code: 19_001 }, "failed"],
    ["wecom", {}, "failed"],
    ["wecom", [], "failed"],
  ] as const)("of %s: %j is %s", async (kind, body, outcome) => {
    const receiver = await saying(body);
    expect((await send(kind, receiver.url)).outcome).toBe(outcome);
  });

  it("that it is gone is told apart", async () => {
    for (const [kind, body] of [
      ["wecom", { errcode: 93_000 }],
      ["dingtalk", { errcode: 300_001 }],
      ["feishu", { code: 19_001 }],
    ] as const) {
      expect(await send(kind, (await saying(body)).url)).toMatchObject({ outcome: "failed", gone: true });
    }
  });
});

describe("what does not answer as a robot", () => {
  it("is tried again where it is busy or broken, and not where it leads elsewhere or is no robot", async () => {
    const outcome = async (answer: (response: ServerResponse) => void) =>
      (await send("wecom", (await receive(answer)).url)).outcome;
    expect(await outcome((response) => response.writeHead(429).end())).toBe("retry");
    expect(await outcome((response) => response.writeHead(502).end("bad gateway"))).toBe("retry");
    expect(await outcome((response) => response.destroy())).toBe("retry");
    expect(await outcome(() => undefined)).toBe("retry");
    expect(
      await outcome((response) => response.writeHead(302, { location: "https://x.example" }).end()),
    ).toBe("failed");
    expect(await outcome((response) => response.writeHead(200).end("<html>"))).toBe("failed");
    expect(await outcome((response) => response.writeHead(404).end("{}"))).toBe("failed");
  });

  it("is not called where it is not public", async () => {
    const receiver = await saying({ errcode: 0 });
    const request = { kind: "wecom", url: receiver.url.replace("http:", "https:"), at, message } as const;
    expect((await deliverToRobot(request)).outcome).toBe("failed");
    expect(receiver.calls).toEqual([]);
  });
});

describe("a message of much", () => {
  const place = { tenant: "示例市数据资源中心", language: "zh", link: "https://luyue.example" } as const;

  it.each(kinds)("fits into what a %s robot takes, and says how many are left out", (kind) => {
    const many = Array.from({ length: 90 }, (_, index) => ({
      ...sampleReminder,
      obligation: { ...sampleReminder.obligation, title: { zh: `第${index}期付款`.repeat(20), en: "x" } },
    }));
    const composed = composeRobotMessage(kind, many, place);
    const bytes = Buffer.byteLength([composed.title, ...composed.lines].join("\n\n"));
    expect(bytes).toBeLessThanOrEqual(robotFormats[kind].mostBytes);
    expect(composed.title).toContain("90项");
    const shown = composed.lines.length - 1;
    expect(shown).toBeGreaterThan(3);
    expect(composed.lines.at(-1)).toBe(`另有${90 - shown}项，[查看全部](https://luyue.example)`);
  });

  it("has the most urgent first, with its link, and no Markdown that was in a title", () => {
    const overdue = {
      ...sampleReminder,
      step: { kind: "overdue", workingDays: 2 } as const,
      obligation: { ...sampleReminder.obligation, title: { zh: "付款[一](x)*", en: "x" } },
    };
    const { lines } = composeRobotMessage("wecom", [sampleWaitingReminder, sampleReminder, overdue], place);
    expect(lines[0]).toContain("逾期2个工作日");
    expect(lines[0]).toContain("付款\\[一\\](x)\\*](https://luyue.example");
    expect(lines[2]).toContain("尚待办理");
  });
});
