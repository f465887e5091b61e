import type { Caller, SecondFactor, SignInDependencies } from "@luyue/usecases/sign-in";
import type { Issuer } from "@luyue/usecases/tenant";
import type { Context } from "hono";
import type { RouteDependencies } from "../app/environment.ts";
import type { OpenId } from "./open-id.ts";

/** What signing in rests on, beside the store. */
export interface SignInParts {
  readonly factor: SecondFactor;
  readonly requestLink: SignInDependencies["requestLink"];
  readonly openId: OpenId;
  /** Where the operator signs in; nowhere without it. */
  readonly operatorIssuer?: Issuer;
  /** The origins of the product's own pages. */
  readonly origins: readonly string[];
  /** The network address that a request comes from, where it is known. */
  readonly addressOf: (c: Context) => string | undefined;
}

export function signInDependencies({ platform, runtime, signIn }: RouteDependencies): SignInDependencies {
  const { factor, requestLink } = signIn;
  return { platform, runtime, factor, requestLink };
}

export function callerOf(c: Context, { signIn }: Pick<RouteDependencies, "signIn">): Caller {
  return { agent: c.req.header("user-agent") ?? "", from: signIn.addressOf(c) };
}
