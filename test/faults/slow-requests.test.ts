import { once } from "node:events";
import { connect } from "node:net";
import { createStillClock, type Stack, startStack } from "@luyue/local/stack";
import { afterAll, beforeAll, expect, it } from "vitest";

let stack: Stack;

beforeAll(async () => {
  const clock = createStillClock("2026-05-12T09:01:00+08:00");
  stack = await startStack({ clock, timeouts: { headersTimeout: 200, requestTimeout: 400 } });
}, 60_000);
afterAll(() => stack?.stop());

/** Sends the beginning of a request and nothing more; gives what is answered until the connection ends. */
async function sendSome(text: string): Promise<string> {
  const socket = connect(Number(new URL(stack.url).port), "127.0.0.1");
  await once(socket, "connect");
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  socket.write(text);
  await once(socket, "close");
  return Buffer.concat(chunks).toString();
}

it.each([
  ["its headers", "GET /v1/tenant HTTP/1.1\r\nX-"],
  [
    "its body",
    "POST /v1/sign-in/link HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
  ],
])("cuts off who never finishes %s", { timeout: 20_000 }, async (_what, text) => {
  const { host } = new URL(stack.url);
  expect(await sendSome(text.replace("\r\n", `\r\nHost: ${host}\r\n`))).toMatch(/^HTTP\/1\.1 408 /);
});
