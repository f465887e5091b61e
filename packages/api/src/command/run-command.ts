import { type Command, type DerivedInput, executeCommand } from "@luyue/usecases/runtime";
import type { ErasureRequest } from "@luyue/usecases/sign-in";
import type { Context } from "hono";
import type * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { readConditions } from "./read-conditions.ts";
import { tenantOf } from "./tenant-of.ts";

/**
 * Runs a command for the actor of a request, in their tenant or in the one that is named, and puts the new version
 * (`ETag`) and whether the answer is an earlier one (`Idempotency-Replayed`) on the answer.
 */
export async function runCommand<S extends z.ZodType, A>(
  c: Context<ApiEnvironment>,
  deps: RouteDependencies,
  command: Command<S, A>,
  input: z.input<S>,
  tenantId = tenantOf(c),
): Promise<A> {
  return execute(c, deps, command, { input, tenantId });
}

/** The same, where the input is made of what was sent and of what holds meanwhile. */
export async function runDerived<S extends z.ZodType, A>(
  c: Context<ApiEnvironment>,
  deps: RouteDependencies,
  command: Command<S, A>,
  derived: DerivedInput<z.input<S>>,
  tenantId = tenantOf(c),
): Promise<A> {
  return execute(c, deps, command, { ...derived, tenantId });
}

async function execute<S extends z.ZodType, A>(
  c: Context<ApiEnvironment>,
  { platform, runtime }: RouteDependencies,
  command: Command<S, A>,
  about: { readonly tenantId: string } & ({ readonly input: unknown } | DerivedInput<unknown>),
): Promise<A> {
  const request = { actor: c.get("actor"), ...about, ...readConditions(c) };
  const { answer, version, replayed } = await executeCommand(command, request, {
    store: platform.tenant(about.tenantId),
    runtime,
  });
  c.header("ETag", etagOf(version));
  if (replayed) c.header(replayedHeader, "true");
  return answer;
}

/** Who asks for an erasure, in which tenant, and on which version: what is forgotten before the command waits for that. */
export function erasureRequest(
  c: Context<ApiEnvironment>,
  { platform }: Pick<RouteDependencies, "platform">,
  tenantId = tenantOf(c),
): ErasureRequest {
  const { expectedVersion } = readConditions(c);
  return { actor: c.get("actor"), store: platform.tenant(tenantId), expectedVersion };
}

const replayedHeader = "Idempotency-Replayed";

/** Whether the command that ran for a request was answered with an earlier answer. */
export function wasReplayed(c: Context<ApiEnvironment>): boolean {
  return c.res.headers.has(replayedHeader);
}

export function etagOf(version: number): string {
  return `"${version}"`;
}
