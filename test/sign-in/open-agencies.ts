import { once } from "node:events";
import { createServer } from "node:net";
import { createStillClock, type Stack, startStack } from "@luyue/local/stack";
import { createPages } from "@luyue/local/pages";
import { foundPlatform } from "@luyue/local/demo";
import { type Actor, executeCommand } from "@luyue/usecases/runtime";
import { createTenant, inviteMember } from "@luyue/usecases/tenant";
import { startIssuer, type IssuerAccount, type RunningIssuer } from "./start-issuer.ts";

const operator: Actor = { kind: "operator", id: "operator", name: "平台运营" };
export const callbackPath = "/v1/sign-in/issuer/callback";

/** The people of each agency's issuer, by subject. */
const accounts: Readonly<Record<string, IssuerAccount>> = {
  "u-admin": { email: "admin@a.example", verified: true },
  "u-manager": { email: "Manager@A.example", verified: true },
  "u-unverified": { email: "manager@a.example", verified: false },
  "u-stranger": { email: "stranger@a.example", verified: true },
};

export interface Agencies {
  readonly stack: Stack;
  /** Of `ten_a`, of `ten_b`, and of the operator. */
  readonly issuers: readonly [RunningIssuer, RunningIssuer, RunningIssuer];
  readonly stop: () => Promise<void>;
}

/** A stack with two agencies, each with an issuer of its own, where an administrator is known and a manager invited. */
export async function openAgencies(): Promise<Agencies> {
  const port = await findPort();
  const callback = `http://127.0.0.1:${port}${callbackPath}`;
  const start = () => startIssuer(callback, accounts);
  const issuers = [await start(), await start(), await start()] as const;
  const [ofA, ofB, ofOperator] = issuers;
  const { url, jwksUrl, client } = ofOperator.entered;
  const stack = await startStack({
    clock: createStillClock("2026-05-12T09:01:00+08:00"),
    pages: createPages,
    port,
    // Nothing can be sealed before there is a stack: the operator's client is a public one.
    operatorSignIn: { url, jwksUrl, client: { id: `${client.id}-public` } },
  });
  await foundPlatform(stack);
  await foundAgency(stack, "a", ofA);
  await foundAgency(stack, "b", ofB);
  return {
    stack,
    issuers,
    stop: async () => {
      await stack.stop();
      for (const issuer of issuers) await issuer.stop();
    },
  };
}

async function findPort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

async function foundAgency({ platform, runtime }: Stack, name: string, { entered }: RunningIssuer) {
  const tenantId = `ten_${name}`;
  const dependencies = { store: platform.tenant(tenantId), runtime };
  const { client, ...issuer } = entered;
  const sealedSecret = runtime.seal(client.secret, issuer.url);
  const administrator = { subject: "u-admin", name: "管理员", email: `admin@${name}.example` };
  const input = {
    name: `单位 ${name}`,
    issuer: { ...issuer, client: { id: client.id, sealedSecret } },
    administrator,
  };
  await executeCommand(createTenant, { actor: operator, tenantId, input }, dependencies);
  const actor: Actor = { kind: "member", id: "setup", tenantId, name: "管理员", roles: ["administrator"] };
  const invited = { name: "合同经办人", email: `manager@${name}.example`, roles: ["contractManager"] };
  await executeCommand(inviteMember, { actor, tenantId, input: invited }, dependencies);
}
