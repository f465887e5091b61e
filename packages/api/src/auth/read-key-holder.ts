import type { Actor, Platform, Runtime } from "@luyue/usecases/runtime";
import { findKeyHolder } from "@luyue/usecases/tenant";
import { unauthorized } from "../problem/index.ts";

const keyShape = /^luyue\.(ten_[A-Za-z0-9_-]{1,60})\.(key_[0-9a-z]{10,40})\.([A-Za-z0-9_-]{43})$/;

/** A key as it is sent: whose it is, which, and its secret of 256 bits. */
export function writeKey(tenantId: string, id: string, secret: string): string {
  return `luyue.${tenantId}.${id}.${secret}`;
}

export function isKey(token: string): boolean {
  return token.startsWith("luyue.");
}

/**
 * Who a key stands for, as its agency says at this moment. Looked up by the hash of the secret: how long that takes tells
 * nothing of the secret itself. Throws the 401 problem.
 */
export async function readKeyHolder(
  token: string,
  { platform, runtime }: { readonly platform: Platform; readonly runtime: Pick<Runtime, "now" | "digest"> },
): Promise<Actor> {
  const [, tenantId, id, secret] = keyShape.exec(token) ?? [];
  if (tenantId === undefined || id === undefined || secret === undefined) throw unauthorized();
  const tenant = await platform.tenant(tenantId).getTenant();
  const holder =
    tenant === undefined ? undefined : findKeyHolder(tenant, id, runtime.digest(secret), runtime.now());
  if (holder === undefined) throw unauthorized();
  return holder;
}
