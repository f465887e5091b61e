import { createLambdaHandler } from "@luyue/api/lambda";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { LambdaEvent } from "hono/aws-lambda";
import { cameByEdge } from "../edge/index.ts";
import { openApi } from "../program/open-api.ts";
import { openFiles } from "../program/open-files.ts";
import { openProgram } from "../program/open-program.ts";

const program = openProgram();
const { app, edgeKey } = openApi(program, openFiles(program));
const answer = createLambdaHandler(app);
type Answer = Awaited<ReturnType<typeof answer>>;

/** Behind the HTTP API: all requests. */
export const handler = async (event: APIGatewayProxyEventV2): Promise<Answer> => {
  if (!cameByEdge(event, edgeKey)) {
    return { statusCode: 403, body: "", isBase64Encoded: false, headers: {} };
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- hono's own type of the event asks for an authorizer and a body, which the gateway leaves out where there is none.
  return answer(event as unknown as LambdaEvent);
};
