import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { foundPlatform } from "@luyue/local/demo";
import { createPages } from "@luyue/local/pages";
import { createStillClock, type Stack, startStack } from "@luyue/local/stack";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createCaller } from "../faults/local-stack.ts";
import { runLuyueWith } from "./run-luyue.ts";

const agency = "agency-a";
let stack: Stack;
let receiver: Server;
let status = 410;
let url: string;
const received: string[] = [];

beforeAll(async () => {
  receiver = createServer((request, response) => {
    received.push(String(request.headers["webhook-id"]));
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  stack = await startStack({ clock: createStillClock("2026-05-12T09:01:00+08:00"), pages: createPages });
  await foundPlatform(stack);
});
afterAll(async () => {
  await stack?.stop();
  receiver?.close();
  receiver?.closeAllConnections();
});

it("what was given up is listed and sent again on the command line, under its own id", async () => {
  const call = createCaller(stack.url);
  const issuerUrl = stack.issuer.urlOf(agency);
  await call("operator", "operator", "POST", "/v1/tenants", {
    name: "示例单位",
    issuer: { url: issuerUrl, jwksUrl: `${issuerUrl}/jwks.json` },
    administrator: { subject: "administrator", name: "管理员", email: "admin@a.example" },
  });
  const administrator = (method: string, path: string, body?: unknown) =>
    call(agency, "administrator", method, path, body);
  const id = String((await administrator("POST", "/v1/tenant/webhooks", { url })).body["id"]);
  await administrator("POST", `/v1/tenant/webhooks/${id}/test`, {});
  await stack.work();
  const luyue = async (...args: readonly string[]) =>
    runLuyueWith(
      { LUYUE_TOKEN: await stack.issuer.sign(agency, "administrator") },
      "dead-letters",
      ...args,
      "--url",
      stack.url,
    );
  const listed = await luyue("list", "--json");
  const letters = JSON.parse(listed.stdout) as { key: string; type: string; attempts: unknown[] }[];
  expect(letters).toMatchObject([{ type: "test", attempts: [{}] }]);
  const key = letters[0]?.key ?? "";
  expect((await luyue("list")).stdout).toContain(key);
  const unknown = await luyue("replay", "-#none");
  expect([unknown.code, unknown.stderr]).toEqual([
    2,
    expect.stringContaining("there is no such dead letter"),
  ]);
  expect((await luyue("replay")).code).toBe(2);
  status = 204;
  await administrator("POST", `/v1/tenant/webhooks/${id}/enable`, {});
  expect(await luyue("replay", key)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("sent again") as string,
  });
  await stack.work();
  expect(new Set(received).size).toBe(1);
  expect(received.length).toBeGreaterThan(1);
  expect((await luyue("list")).stdout).toContain("there are no dead letters");
  const anonymous = await runLuyueWith({ LUYUE_TOKEN: "" }, "dead-letters", "list", "--url", stack.url);
  expect([anonymous.code, anonymous.stderr]).toEqual([2, expect.stringContaining("LUYUE_TOKEN")]);
}, 60_000);
