import { createIssuerVerifier } from "@luyue/api/auth";
import { createOpenId, createSecondFactor, type SignInParts } from "@luyue/api/sign-in";
import type { Mailer } from "@luyue/notify/email";
import type { Platform, Runtime } from "@luyue/usecases/runtime";
import type { Issuer } from "@luyue/usecases/tenant";
import { createLinkSender } from "@luyue/worker/sign-in";
import type { Context } from "hono";
import type { Background } from "./create-background.ts";

interface Options {
  readonly platform: Platform;
  readonly runtime: Runtime;
  readonly mailer: Mailer;
  readonly background: Background;
  readonly origins: readonly string[];
  readonly operatorSignIn: Issuer | undefined;
}

/** Signing in on one machine: links go by its own mail, issuers may be on loopback. */
export function openSignIn(options: Options): SignInParts {
  const { platform, runtime, mailer, background, origins, operatorSignIn } = options;
  const sendLink = createLinkSender({ platform, runtime, mailer });
  return {
    factor: createSecondFactor(),
    requestLink: async (request) => background.run(() => sendLink(request)),
    openId: createOpenId({ runtime, verify: createIssuerVerifier(), allowHttp: true }),
    origins,
    addressOf,
    ...(operatorSignIn === undefined ? {} : { operatorIssuer: operatorSignIn }),
  };
}

/** As the stack's server hands it on. */
function addressOf(c: Context<{ Bindings?: { readonly from?: string } }>): string | undefined {
  return c.env?.from;
}
