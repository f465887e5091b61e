import type { Env, Hono, Schema } from "hono";
import { handle, type LambdaEvent } from "hono/aws-lambda";

/** The application as a Lambda function behind an HTTP API of API Gateway (payload format 2.0). */
export function createLambdaHandler<E extends Env, S extends Schema, B extends string>(app: Hono<E, S, B>) {
  const answer = handle(app);
  return (event: LambdaEvent) => answer(event);
}
