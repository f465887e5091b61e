import { isSameJson } from "@luyue/core/text";
import * as z from "zod";
import { defineCommand } from "../runtime/define-command.ts";
import type { Change } from "../runtime/store.ts";
import { type Issuer, issuerSchema } from "./tenant.ts";

/**
 * Changes how an agency's people sign in: at an issuer of its own, or by mail. The operator's command: a wrong one would lock
 * everybody out, administrators first. Who is signed in by mail is out as soon as there is a client.
 */
export const changeSignIn = defineCommand({
  name: "tenant.changeSignIn",
  input: z.strictObject({ issuer: issuerSchema.nullable() }),
  permission: "tenant:create",
  async decide({ tenant }, input) {
    const { issuer: before, ...rest } = tenant;
    const issuer = input.issuer ?? undefined;
    const after = { ...rest, ...(issuer === undefined ? {} : { issuer }) };
    return {
      aggregate: { kind: "tenant", before: tenant, after },
      changes: moveIssuer(before, issuer),
      answer: { id: tenant.id, issuer: showIssuer(issuer) },
      subject: tenant.id,
      recordBefore: { issuer: showIssuer(before) },
      recordAfter: {
        issuer: showIssuer(issuer),
        secretChanged: !isSameJson(before?.client?.sealedSecret, issuer?.client?.sealedSecret),
      },
    };
  },
});

function moveIssuer(before: Issuer | undefined, after: Issuer | undefined): readonly Change[] {
  if (before?.url === after?.url) return [];
  return [
    ...(before === undefined ? [] : [{ change: "deleteIssuer", url: before.url } as const]),
    ...(after === undefined ? [] : [{ change: "createIssuer", url: after.url } as const]),
  ];
}

/** An issuer as people see it: without its client's secret. */
export function showIssuer(issuer: Issuer | undefined) {
  if (issuer === undefined) return null;
  const { url, jwksUrl, client } = issuer;
  return { url, jwksUrl, clientId: client?.id ?? null };
}
