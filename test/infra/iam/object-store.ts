import { createHmac } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Guard, Principal } from "./guard.ts";

interface Held {
  readonly bytes: Buffer;
  readonly contentType: string;
}

export interface ObjectStore {
  readonly objects: ReadonlyMap<string, Held>;
  /** Answers a request to a bucket by its path. */
  readonly answer: (request: IncomingMessage, response: ServerResponse, body: Buffer) => Promise<void>;
}

const refuse = (response: ServerResponse, status: number, code: string) => {
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
};

/** The part of S3 that is used: objects by path, conditional puts, signed addresses, and forms whose policy is really checked. */
export function createObjectStore(guard: Guard, secret: string): ObjectStore {
  const objects = new Map<string, Held>();
  const answer: ObjectStore["answer"] = async (request, response, body) => {
    const url = new URL(request.url ?? "/", "http://s3");
    const path = decodeURIComponent(url.pathname).slice(1);
    if (request.method === "POST")
      return takeForm(request, response, { bucket: path, body, guard, objects, secret });
    const principal = principalOf(request, url, guard);
    const action = request.method === "PUT" ? "s3:PutObject" : "s3:GetObject";
    if (principal === undefined || !guard.allows(principal, action, `arn:aws:s3:::${path}`)) {
      return refuse(response, 403, "AccessDenied");
    }
    const held = objects.get(path);
    if (request.method === "PUT") {
      if (request.headers["if-none-match"] === "*" && held !== undefined) {
        return refuse(response, 412, "PreconditionFailed");
      }
      objects.set(path, { bytes: body, contentType: String(request.headers["content-type"]) });
      response.writeHead(200, { etag: '"1"' });
      response.end();
      return;
    }
    // Nobody here may list the bucket: what is missing is answered like what may not be read.
    if (held === undefined) return refuse(response, 403, "AccessDenied");
    const disposition = url.searchParams.get("response-content-disposition");
    response.writeHead(200, {
      "content-type": url.searchParams.get("response-content-type") ?? held.contentType,
      "content-length": held.bytes.length,
      ...(disposition === null ? {} : { "content-disposition": disposition }),
    });
    response.end(request.method === "HEAD" ? undefined : held.bytes);
  };
  return { objects, answer };
}

/** By the header, or by the address where it was signed beforehand. */
function principalOf(request: IncomingMessage, url: URL, guard: Guard): Principal | undefined {
  const given =
    request.headers.authorization ?? `Credential=${url.searchParams.get("X-Amz-Credential") ?? ""}`;
  const [, accessKeyId = ""] = /Credential=([^/]+)\//.exec(given) ?? [];
  return guard.principalOf(accessKeyId);
}

interface FormOptions {
  readonly bucket: string;
  readonly body: Buffer;
  readonly guard: Guard;
  readonly objects: Map<string, Held>;
  readonly secret: string;
}

interface FormPolicy {
  readonly expiration: string;
  readonly conditions: readonly (
    | Readonly<Record<string, string>>
    | readonly [string, string | number, string | number]
  )[];
}

async function takeForm(
  request: IncomingMessage,
  response: ServerResponse,
  { bucket, body, guard, objects, secret }: FormOptions,
): Promise<void> {
  const headers = { "content-type": String(request.headers["content-type"]) };
  const form = await new Response(Uint8Array.from(body), { headers }).formData();
  const field = (name: string): string => {
    const value = [...form.entries()].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
    return typeof value === "string" ? value : "";
  };
  const file = form.get("file");
  const bytes = file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
  const [accessKeyId = "", date = "", region = "", service = ""] = field("X-Amz-Credential").split("/");
  const key = [date, region, service, "aws4_request"].reduce<Buffer | string>(
    (signing, part) => createHmac("sha256", signing).update(part).digest(),
    `AWS4${secret}`,
  );
  const isSigned =
    createHmac("sha256", key).update(field("Policy")).digest("hex") === field("X-Amz-Signature");
  const principal = guard.principalOf(accessKeyId);
  if (!isSigned || principal === undefined) return refuse(response, 403, "SignatureDoesNotMatch");
  const policy = JSON.parse(Buffer.from(field("Policy"), "base64").toString()) as FormPolicy;
  const path = `${bucket.replace(/\/$/, "")}/${field("key")}`;
  const holds =
    Date.parse(policy.expiration) > Date.now() &&
    policy.conditions.every((condition) => holdsFor(condition, field, bytes.length, bucket));
  if (!holds) return refuse(response, 403, "AccessDenied");
  if (!guard.allows(principal, "s3:PutObject", `arn:aws:s3:::${path}`))
    return refuse(response, 403, "AccessDenied");
  objects.set(path, { bytes, contentType: field("Content-Type") });
  response.writeHead(204);
  response.end();
}

function holdsFor(
  condition: FormPolicy["conditions"][number],
  field: (name: string) => string,
  bytes: number,
  bucket: string,
): boolean {
  if (!Array.isArray(condition)) {
    return Object.entries(condition).every(([name, value]) =>
      name === "bucket" ? bucket.replace(/\/$/, "") === value : field(name) === value,
    );
  }
  const [operator, a, b] = condition as readonly [string, string | number, string | number];
  if (operator === "content-length-range") return bytes >= Number(a) && bytes <= Number(b);
  return operator === "eq" && field(String(a).slice(1)) === String(b);
}
