import type { DemoContract } from "@luyue/testing/contracts";
import * as z from "zod";
import { partnerIssuer, type Stack } from "../stack/index.ts";
import { type DemoPerson, partnerSubject, tenantIdOf } from "./people.ts";

/** Who does something under a contract of the demo: one of the agency's people by role, or the vendor's project lead. */
export type Doer = DemoPerson["role"] | "vendor";

/** A contract's own part of the API, for each of those people. */
export interface Hands {
  readonly read: <T>(doer: Doer, path: string, shape: z.ZodType<T>) => Promise<T>;
  readonly send: (doer: Doer, method: "POST" | "PUT", path: string, body?: unknown) => Promise<void>;
  /** Uploads a small PDF that bears this text; gives its hash. */
  readonly upload: (doer: Doer, text: string) => Promise<string>;
}

const uploaded = z.object({ hash: z.string() });

/** Reaches the API as those people do: with tokens of their own, so that all of it is checked and recorded. */
export function handsOn(
  stack: Stack,
  { tenant, vendor }: Pick<DemoContract, "tenant" | "vendor">,
  contractId: string,
): Hands {
  const own = `contracts/${contractId}`;
  const ask = async (doer: Doer, path: string, init: RequestInit): Promise<unknown> => {
    const [issuer, subject] =
      doer === "vendor" ? [partnerIssuer, partnerSubject(vendor.creditCode)] : [tenant.slug, doer];
    const token = await stack.issuer.sign(issuer, subject);
    const headers = { ...init.headers, authorization: `Bearer ${token}` };
    const answer = await stack.fetch(new Request(`${stack.url}${path}`, { ...init, headers }));
    if (!answer.ok) throw new Error(`${doer} ${path} was refused: ${await answer.text()}`);
    return answer.json();
  };
  const address = (doer: Doer, path: string) =>
    doer === "vendor"
      ? `/v1/partner/agencies/${tenantIdOf(tenant.slug)}/${own}/${path}`
      : `/v1/${own}/${path}`;
  return {
    read: async (doer, path, shape) => shape.parse(await ask(doer, address(doer, path), {})),
    async send(doer, method, path, body) {
      const sent = { "content-type": "application/json" };
      const init = body === undefined ? {} : { headers: sent, body: JSON.stringify(body) };
      await ask(doer, address(doer, path), { method, ...init });
    },
    async upload(doer, text) {
      const path = doer === "vendor" ? address(doer, "files") : "/v1/files";
      const headers = { "content-type": "application/pdf" };
      return uploaded.parse(await ask(doer, path, { method: "POST", headers, body: blankPdf(text) })).hash;
    },
  };
}

/** An empty page whose title is the text, in the UTF-16 that titles are written in. */
function blankPdf(text: string): string {
  const title = [...`\uFEFF${text}`]
    .flatMap((each) => each.split(""))
    .map((unit) => unit.charCodeAt(0).toString(16).padStart(4, "0"));
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    `<< /Title <${title.join("")}> >>`,
  ];
  const body = objects.map((each, at) => `${at + 1} 0 obj\n${each}\nendobj\n`).join("");
  return `%PDF-1.7\n${body}trailer\n<< /Root 1 0 R /Info 4 0 R >>\n%%EOF\n`;
}
