import { SQSClient } from "@aws-sdk/client-sqs";
import { createApi } from "@luyue/api/app";
import { createIssuerVerifier, createTokenVerifier } from "@luyue/api/auth";
import { createOpenId, createSecondFactor, type SignInParts } from "@luyue/api/sign-in";
import type { FileStore } from "@luyue/storage/file";
import { issuerSchema } from "@luyue/usecases/tenant";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Context } from "hono";
import * as z from "zod";
import { addressOfEvent } from "../edge/index.ts";
import { readEnvironment } from "../environment/index.ts";
import { createLinkQueue } from "../queue/index.ts";
import type { Program } from "./open-program.ts";

const issuer = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "not JSON" });
      return z.NEVER;
    }
  })
  .pipe(issuerSchema);

const variables = {
  LINK_QUEUE_URL: z.url(),
  /** What tokens have to be for. */
  AUDIENCE: z.string().min(1),
  /** As an agency's issuer is told, in JSON; without one the operator works by the command line alone. */
  OPERATOR_ISSUER: issuer.optional(),
  /** What the distribution shows to have come by it; absent where there is none. */
  EDGE_KEY: z.string().min(20).optional(),
  /** Whose pages may send a cookie along; the product's own without it. */
  ORIGINS: z
    .string()
    .transform((list) => list.split(","))
    .optional(),
};

/** The gateway holds off floods; this holds off one caller, as far as one function's process sees them. */
const requestsPerMinute = { address: 600, caller: 1_200 };

/** The HTTP application on Lambda, and the key of the edge that it stands behind, if there is one. */
export function openApi({ platform, runtime }: Program, files: FileStore) {
  const env = readEnvironment(variables);
  const { OPERATOR_ISSUER: operatorIssuer, EDGE_KEY: edgeKey } = env;
  const signIn: SignInParts = {
    factor: createSecondFactor(),
    requestLink: createLinkQueue(new SQSClient({ maxAttempts: 4 }), env.LINK_QUEUE_URL),
    openId: createOpenId({ runtime, verify: createIssuerVerifier() }),
    origins: env.ORIGINS ?? [new URL(runtime.baseUrl).origin],
    addressOf: (c: Context<{ Bindings?: { readonly event?: APIGatewayProxyEventV2 } }>) => {
      const event = c.env?.event;
      return event === undefined ? undefined : addressOfEvent(event, edgeKey);
    },
    ...(operatorIssuer === undefined ? {} : { operatorIssuer }),
  };
  const verifyToken = createTokenVerifier({
    platform,
    runtime,
    audience: env.AUDIENCE,
    ...(operatorIssuer === undefined ? {} : { operatorIssuer }),
  });
  return { app: createApi({ platform, runtime, files, signIn, verifyToken, requestsPerMinute }), edgeKey };
}
