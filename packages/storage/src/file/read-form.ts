import { mostFileBytes } from "./file-store.ts";

/** A form's fields and the boundaries between them. */
const mostOtherBytes = 64 * 1024;

/** The form of a request; undefined where it is none, or larger than any that is taken: no more than that is held. */
export async function readForm(request: Request): Promise<FormData | undefined> {
  const body = await readUpTo(request, mostFileBytes + mostOtherBytes);
  if (body === undefined) return undefined;
  const headers = { "Content-Type": request.headers.get("content-type") ?? "" };
  return new Response(body, { headers }).formData().catch(() => undefined);
}

async function readUpTo(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (request.body === null) return new Uint8Array();
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
}
