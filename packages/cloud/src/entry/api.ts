import { createLambdaHandler } from "@luyue/api/lambda";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { LambdaEvent } from "hono/aws-lambda";
import { cameByEdge } from "../edge/index.ts";
import { openFiles, openApi, openProgram } from "../program/index.ts";

const program = openProgram();
const { app, edgeKey } = openApi(program, openFiles(program));
const answer = createLambdaHandler(app);

/** Behind the HTTP API: all requests. */
export const handler = async (
  event: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> => {
  if (!cameByEdge(event, edgeKey)) return { statusCode: 403, body: "" };
  // hono's own type of the event asks for an authorizer and a body, which the gateway leaves out where there is none.
  return answer(event as unknown as LambdaEvent);
};
