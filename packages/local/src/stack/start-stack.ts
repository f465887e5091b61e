import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { fromEpochMs } from "@luyue/core/civil-date";
import { type ApiDependencies, createApi } from "@luyue/api/app";
import { createTokenVerifier } from "@luyue/api/auth";
import { createMailer } from "@luyue/notify/email";
import { createFileLinks, createFolderFileStore, dropOldUploads, type FileStore } from "@luyue/storage/file";
import { createPlatform } from "@luyue/storage/platform";
import { createDynamoClient, createTable } from "@luyue/storage/table";
import { runReminders, type RunResult } from "@luyue/usecases/reminder";
import type { Platform, Runtime } from "@luyue/usecases/runtime";
import type { Issuer } from "@luyue/usecases/tenant";
import { createDelivery } from "@luyue/worker/delivery";
import { createRuntime } from "@luyue/worker/runtime";
import { startEngine } from "../engine/index.ts";
import { type Inbox, openInbox, startMailServer } from "../inbox/index.ts";
import { audience, createLocalIssuer, type LocalIssuer } from "../issuer/index.ts";
import { createBackground } from "./create-background.ts";
import { listen } from "./listen.ts";
import type { LocalClock } from "./local-clock.ts";
import { openSignIn } from "./open-sign-in.ts";
import { openVault } from "./open-vault.ts";

/** Everything of the product on one machine in one process, with the engine as its child. */
export interface Stack {
  readonly url: string;
  readonly platform: Platform;
  readonly runtime: Runtime;
  readonly clock: LocalClock;
  readonly inbox: Inbox;
  readonly issuer: LocalIssuer;
  /** The HTTP application, as the server answers with it, to whoever asks from a network address. */
  readonly fetch: (request: Request, from?: string) => Response | Promise<Response>;
  /** How the engine ended, once it has ended by itself. */
  readonly engineError: () => Error | undefined;
  /** Sweeps and sends what has come by the clock's present. */
  readonly work: () => Promise<RunResult>;
  /** Waits for the mails that requests have asked for. */
  readonly settle: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface StackOptions {
  /** Folder of all data; without it nothing outlives the process. */
  readonly dir?: string;
  /** Port of the HTTP server on loopback; a free one without it. */
  readonly port?: number;
  readonly clock: LocalClock;
  /** Where the operator signs in with a browser; nowhere without it. */
  readonly operatorSignIn?: Issuer;
  /** Further pages of the local stack, given the stack itself. */
  readonly pages?: (stack: () => Stack) => (request: Request) => Promise<Response | undefined>;
  readonly log?: (line: string) => void;
  /** How long a request may take to arrive, in milliseconds: its headers, all of it. */
  readonly timeouts?: { readonly headersTimeout: number; readonly requestTimeout: number };
}

export const tableName = "luyue";
/** Whoever sends a request bit by bit is cut off, in milliseconds. */
const timeouts = { headersTimeout: 10_000, requestTimeout: 60_000 };
const connectionsCheckingInterval = 1_000;
/** All of a machine's people come from one address: this holds off a loop that has gone wild, and nothing else. */
const requestsPerMinute = { address: 60_000, caller: 60_000 };
export const operatorIssuer = "operator";
export const partnerIssuer = "partner";

/** What has been started, ended in reverse. */
type Stops = (() => Promise<void>)[];

/** Starts engine, table, mail server, API and pages; whatever was started is stopped again where a later part fails. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const stops: Stops = [];
  const stop = async () => {
    while (stops.length > 0) await stops.pop()?.();
  };
  try {
    return await compose(options, stops, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function compose(options: StackOptions, stops: Stops, stop: () => Promise<void>): Promise<Stack> {
  const { clock, dir, log = () => undefined } = options;
  if (dir !== undefined) await mkdir(dir, { recursive: true });
  const server = createServer({ ...timeouts, ...options.timeouts, connectionsCheckingInterval });
  const url = `http://127.0.0.1:${await listen(server, options.port)}`;
  stops.push(() => closeServer(server));
  const { platform, files, engineError } = await openData(dir, clock, stops);
  const vault = await openVault(dir === undefined ? undefined : join(dir, "vault.key"));
  const runtime = createRuntime({ now: clock.now, vault, baseUrl: url });
  const { inbox, mailer, delivery } = await openPost(dir, runtime, stops);
  const issuer = createLocalIssuer(url, dir === undefined ? undefined : join(dir, "issuer-keys.json"));
  const origins = [url, url.replace("127.0.0.1", "localhost")];
  const background = createBackground(log);
  stops.push(background.settle);
  const { operatorSignIn } = options;
  const signIn = openSignIn({ platform, runtime, mailer, background, origins, operatorSignIn });
  const answerApi = openApi({ platform, runtime, files, signIn }, issuer, log);
  const pages = options.pages?.(() => stack);
  const hosts = new Set(origins.map((each) => new URL(each).host));
  const fetch: Stack["fetch"] = async (request, from) => {
    // A name that only resolves to this machine (DNS rebinding) is not this machine's.
    if (!hosts.has(new URL(request.url).host))
      return new Response("未知主机名 / unknown host name", { status: 421 });
    return (await pages?.(request)) ?? answerApi(request, from);
  };
  const stack: Stack = {
    url,
    platform,
    runtime,
    clock,
    inbox,
    issuer,
    fetch,
    engineError,
    work: () => runReminders(platform, runtime, delivery),
    settle: background.settle,
    stop,
  };
  answerBy(server, (request, { incoming }) => fetch(request, incoming.socket.remoteAddress));
  return stack;
}

async function openData(dir: string | undefined, clock: LocalClock, stops: Stops) {
  const { endpoint, engineError } = await openEngine(dir, stops);
  const client = createDynamoClient({ endpoint });
  stops.push(async () => client.destroy());
  await createTable(client, tableName, { streams: false });
  const platform = createPlatform({ client, tableName, now: clock.now });
  const files = await openFiles(dir === undefined ? await openScratch(stops) : join(dir, "files"), stops);
  return { platform, files, engineError };
}

/** Files, and the origin of their own that they are fetched from. */
async function openFiles(folder: string, stops: Stops): Promise<FileStore> {
  const server = createServer(timeouts);
  const baseUrl = `http://127.0.0.1:${await listen(server, undefined)}`;
  stops.push(() => closeServer(server));
  const links = createFileLinks({ baseUrl, key: randomBytes(32), now: Date.now });
  const files = createFolderFileStore(folder, links);
  answerBy(server, (request) => links.answer(request, files));
  await dropOldUploads(folder, Date.now());
  return files;
}

function answerBy(server: Server, fetch: Parameters<typeof getRequestListener>[0]): void {
  const listener = getRequestListener(fetch);
  server.on("request", (incoming, outgoing) => {
    listener(incoming, outgoing).catch((error: unknown) =>
      outgoing.destroy(error instanceof Error ? error : undefined),
    );
  });
}

/** The mail server and all that sends to it; attempts are stamped with the machine's time, as receivers check it. */
async function openPost(dir: string | undefined, runtime: Runtime, stops: Stops) {
  const inbox = await openInbox(dir === undefined ? undefined : join(dir, "inbox.jsonl"));
  const mailServer = await startMailServer(inbox, runtime.now);
  stops.push(mailServer.stop);
  const mailer = createMailer({
    host: "127.0.0.1",
    port: mailServer.port,
    from: { name: "履约 Lüyue", address: "reminders@luyue.example" },
  });
  stops.push(async () => mailer.close());
  const delivery = createDelivery({
    mailer,
    runtime,
    now: () => fromEpochMs(Date.now()),
    allowPrivateAddresses: true,
    jitter: Math.random,
  });
  return { inbox, mailer, delivery };
}

function openApi(
  parts: Pick<ApiDependencies, "platform" | "runtime" | "files" | "signIn">,
  issuer: LocalIssuer,
  log: (line: string) => void,
) {
  const issuerOf = (name: string) => ({
    url: issuer.urlOf(name),
    jwksUrl: `${issuer.urlOf(name)}/jwks.json`,
  });
  const verifyToken = createTokenVerifier({
    platform: parts.platform,
    runtime: parts.runtime,
    partnerIssuer: issuerOf(partnerIssuer),
    operatorIssuer: issuerOf(operatorIssuer),
    audience,
  });
  const api = createApi({
    ...parts,
    verifyToken,
    requestsPerMinute,
    log: (entry) => log(JSON.stringify(entry)),
  });
  return (request: Request, from?: string) => api.fetch(request, { from });
}

/** The engine that DYNAMODB_ENDPOINT names, or the embedded one. */
async function openEngine(dir: string | undefined, stops: Stops) {
  const named = process.env["DYNAMODB_ENDPOINT"];
  if (named !== undefined && named !== "") return { endpoint: named, engineError: () => undefined };
  const engine = await startEngine(dir === undefined ? {} : { dir: join(dir, "engine") });
  stops.push(engine.stop);
  let ended: Error | undefined;
  engine.exited.then(
    (error) => (ended = error),
    () => undefined,
  );
  return { endpoint: engine.endpoint, engineError: () => ended };
}

/** A folder for files that ends with the stack. */
async function openScratch(stops: Stops): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), "luyue-"));
  stops.push(() => rm(scratch, { recursive: true, force: true }));
  return scratch;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3000).unref();
  });
}
