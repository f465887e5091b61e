import { expect } from "vitest";
import { expectProblem, type Person, type Refusal, type Steps } from "./steps.ts";

/** Bytes with what they are said to be. */
export interface Upload {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** A file of this content that its type admits; the same words are the same file. */
export function pdfOf(words: string): Upload {
  return { bytes: new TextEncoder().encode(`%PDF-1.7 ${words}`), type: "application/pdf" };
}

/** The smallest picture there is, of one pixel, with words behind it so that two differ. */
export function pngOf(words: string): Upload {
  const pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  return {
    bytes: Uint8Array.from(Buffer.concat([Buffer.from(pixel, "base64"), Buffer.from(words)])),
    type: "image/png",
  };
}

/** Steps of a story with bodies that are no JSON: files that are sent and fetched. */
export function createTransfers(steps: Steps) {
  const send = async (person: Person, request: string, upload?: Upload, key?: string) => {
    const [method = "", path = ""] = request.split(" ");
    return steps.fetches(person, path, {
      method,
      headers: {
        ...(upload === undefined ? {} : { "content-type": upload.type }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
      },
      ...(upload === undefined ? {} : { body: upload.bytes }),
    });
  };

  const uploads = (person: Person, { bytes, type }: Upload): Promise<string> =>
    steps.uploads(person, bytes, type);

  /** The bytes at an address, and what their headers call them. */
  const fetches = async (person: Person, path: string) => {
    const answer = await send(person, `GET ${path}`);
    expect(answer.status).toBe(200);
    return { bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
  };

  /** Bytes that are answered with a problem document. */
  const refusesUpload = async (person: Person, request: string, upload: Upload, refusal: Refusal) => {
    const answer = await send(person, request, upload);
    const body = (await answer.json()) as Record<string, never>; // every place is looked at below
    expectProblem({ status: answer.status, headers: answer.headers, body }, refusal);
  };

  return { send, uploads, fetches, refusesUpload };
}
