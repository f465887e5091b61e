import { createHash } from "node:crypto";

/** The Message-ID of a mail: the same for the same id and domain, so that a receiver recognises a mail that was sent again. */
export function formatMessageId(id: string, domain: string): string {
  const local = /^[\w-]{1,64}$/.test(id) ? id : createHash("sha256").update(id).digest("hex");
  return `<${local}@${domain}>`;
}
