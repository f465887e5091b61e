import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { asksOfDynamo } from "./ask-of-dynamo.ts";
import type { Guard, Principal } from "./guard.ts";
import { createObjectStore, type ObjectStore } from "./object-store.ts";

/** A mail as SES was given it. */
interface SentMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly configurationSet: string | undefined;
}

/** A message as it stands in a queue. */
interface QueuedMessage {
  readonly id: string;
  readonly body: string;
  readonly group: string | undefined;
  receives: number;
}

export interface GatewayOptions {
  readonly guard: Guard;
  /** Where DynamoDB's calls are handed on to. */
  readonly engine: string;
  /** The address of a table by its name. */
  readonly tableArn: (tableName: string) => string;
  /** Addresses of queues by the paths of their URLs. */
  readonly queues?: ReadonlyMap<string, string>;
  /** The one bucket that there is. */
  readonly bucket?: string;
  /** What SES may be asked to send by: identity and configuration set by name. */
  readonly sesArn?: (kind: "identity" | "configuration-set", name: string) => string;
}

export interface Gateway {
  readonly url: string;
  readonly messages: ReadonlyMap<string, QueuedMessage[]>;
  readonly mails: readonly SentMail[];
  readonly objects: ObjectStore["objects"];
  readonly stop: () => Promise<void>;
}

interface Call {
  readonly principal: Principal;
  readonly target: string;
  readonly request: IncomingMessage;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
}

const denied: Answer = {
  status: 400,
  body: JSON.stringify({ __type: "AccessDeniedException", message: "not authorized to perform this" }),
};

/** Stands where AWS stands: each call has to be allowed by the policies of whose credentials it carries. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const messages = new Map<string, QueuedMessage[]>();
  const mails: SentMail[] = [];
  const objectStore = createObjectStore(options.guard, "secret");
  const server = createServer((request, response) => {
    if (options.bucket !== undefined && request.url?.startsWith(`/${options.bucket}`) === true) {
      readBody(request)
        .then((body) => objectStore.answer(request, response, body))
        .catch(() => response.destroy());
      return;
    }
    answerCall(request, options, { messages, mails }).then(
      (answer) => write(response, answer),
      (error: unknown) =>
        write(response, {
          status: 500,
          body: JSON.stringify({ __type: "InternalFailure", message: String(error) }),
        }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    mails,
    objects: objectStore.objects,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface State {
  readonly messages: Map<string, QueuedMessage[]>;
  readonly mails: SentMail[];
}

async function answerCall(request: IncomingMessage, options: GatewayOptions, state: State): Promise<Answer> {
  const body = await readBody(request);
  const [, accessKeyId = ""] = /Credential=([^/]+)\//.exec(request.headers.authorization ?? "") ?? [];
  const principal = options.guard.principalOf(accessKeyId);
  if (principal === undefined)
    return { status: 403, body: JSON.stringify({ __type: "UnrecognizedClientException" }) };
  const target = String(request.headers["x-amz-target"] ?? "");
  const call: Call = { principal, target, request, body: body.toString() };
  if (target.startsWith("DynamoDB")) return askDynamo(call, options);
  if (target.startsWith("AmazonSQS.")) return askSqs(call, options, state);
  if (request.url?.startsWith("/v2/email/") === true) return askSes(call, options, state);
  return askSts(call, options);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** DynamoDB and its streams: what is allowed is handed on to the engine. */
async function askDynamo(call: Call, { guard, engine, tableArn }: GatewayOptions): Promise<Answer> {
  const operation = call.target.split(".").at(-1) ?? "";
  const body = JSON.parse(call.body) as Record<string, unknown>;
  const isStream = call.target.startsWith("DynamoDBStreams");
  const isAllowed = isStream
    ? guard.allows(call.principal, `dynamodb:${operation}`, streamOf(tableArn("")))
    : asksOfDynamo(operation, body).every(({ action, tableName, index, leadingKeys }) => {
        const arn = tableArn(tableName);
        return guard.allows(
          call.principal,
          action,
          index === undefined ? arn : `${arn}/index/${index}`,
          leadingKeys,
        );
      });
  if (!isAllowed) return denied;
  const answer = await fetch(engine, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": call.target,
      "x-amz-date": String(call.request.headers["x-amz-date"]),
      authorization: String(call.request.headers.authorization),
    },
    body: call.body,
  });
  return { status: answer.status, body: await answer.text() };
}

/** As the layout names it. */
const streamOf = (table: string) => `${table}/stream/2026-01-01T00:00:00.000`;

interface SqsBody {
  readonly QueueUrl: string;
  readonly MessageBody?: string;
  readonly Entries?: readonly {
    readonly Id: string;
    readonly MessageBody: string;
    readonly MessageGroupId?: string;
  }[];
  readonly ReceiptHandle?: string;
  readonly MaxNumberOfMessages?: number;
}

function askSqs(call: Call, { guard, queues }: GatewayOptions, { messages }: State): Answer {
  const operation = (call.target.split(".").at(-1) ?? "").replace(/Batch$/, "");
  const body = JSON.parse(call.body) as SqsBody;
  const arn = queues?.get(new URL(body.QueueUrl).pathname);
  if (arn === undefined) return { status: 400, body: JSON.stringify({ __type: "QueueDoesNotExist" }) };
  if (!guard.allows(call.principal, `sqs:${operation}`, arn)) return denied;
  const queue = messages.get(arn) ?? [];
  messages.set(arn, queue);
  const put = (text: string, group?: string) => {
    const id = `msg-${arn.length}-${(serial += 1)}`;
    queue.push({ id, body: text, group, receives: 0 });
    return { MessageId: id, MD5OfMessageBody: createHash("md5").update(text).digest("hex") };
  };
  switch (operation) {
    case "SendMessage": {
      if (body.Entries === undefined) return json(put(body.MessageBody ?? ""));
      return json({
        Successful: body.Entries.map(({ Id, MessageBody, MessageGroupId }) => ({
          Id,
          ...put(MessageBody, MessageGroupId),
        })),
        Failed: [],
      });
    }
    case "ReceiveMessage":
      return json({ Messages: queue.slice(0, body.MaxNumberOfMessages ?? 1).map(receive) });
    case "DeleteMessage":
      queue.splice(
        queue.findIndex(({ id }) => id === body.ReceiptHandle),
        1,
      );
      return json({});
    default:
      return json({ Attributes: { ApproximateNumberOfMessages: `${queue.length}` } });
  }
}

let serial = 0;

function receive(message: QueuedMessage) {
  message.receives += 1;
  const { id, body, group, receives } = message;
  return {
    MessageId: id,
    ReceiptHandle: id,
    Body: body,
    MD5OfBody: createHash("md5").update(body).digest("hex"),
    Attributes: {
      ApproximateReceiveCount: `${receives}`,
      ...(group === undefined ? {} : { MessageGroupId: group }),
    },
  };
}

interface SesBody {
  readonly FromEmailAddress: string;
  readonly Destination: { readonly ToAddresses: readonly string[] };
  readonly Content: { readonly Raw: { readonly Data: string } };
  readonly ConfigurationSetName?: string;
}

function askSes(call: Call, { guard, sesArn }: GatewayOptions, { mails }: State): Answer {
  const {
    FromEmailAddress: from,
    Destination,
    Content,
    ConfigurationSetName,
  } = JSON.parse(call.body) as SesBody;
  const domain = /@([^>]+)>?$/.exec(from)?.[1] ?? "";
  const arns = [
    sesArn?.("identity", domain),
    ...(ConfigurationSetName === undefined ? [] : [sesArn?.("configuration-set", ConfigurationSetName)]),
  ];
  if (!arns.every((arn) => arn !== undefined && guard.allows(call.principal, "ses:SendEmail", arn)))
    return denied;
  const raw = Buffer.from(Content.Raw.Data, "base64").toString();
  mails.push({ from, to: Destination.ToAddresses, raw, configurationSet: ConfigurationSetName });
  return json({ MessageId: `ses-${mails.length}` });
}

function askSts(call: Call, { guard }: GatewayOptions): Answer {
  const form = new URLSearchParams(call.body);
  if (form.get("Action") !== "AssumeRole") return { status: 400, body: "<Error/>", type: "text/xml" };
  const tags: Record<string, string> = {};
  for (let at = 1; form.has(`Tags.member.${at}.Key`); at += 1) {
    tags[form.get(`Tags.member.${at}.Key`) ?? ""] = form.get(`Tags.member.${at}.Value`) ?? "";
  }
  const id = guard.assume(call.principal, form.get("RoleArn") ?? "", tags);
  if (id === undefined) {
    const body =
      "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not authorized to perform sts:AssumeRole</Message></Error></ErrorResponse>";
    return { status: 403, body, type: "text/xml" };
  }
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const body = `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>${id}</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>${id}</SessionToken><Expiration>${until}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;
  return { status: 200, body, type: "text/xml" };
}

function json(body: object): Answer {
  return { status: 200, body: JSON.stringify(body) };
}

function write(
  response: ServerResponse,
  { status, body, type = "application/x-amz-json-1.0" }: Answer,
): void {
  response.writeHead(status, { "content-type": type });
  response.end(body);
}
