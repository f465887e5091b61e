import { handle } from "hono/aws-lambda";

/** The application as a Lambda function behind an HTTP API of API Gateway (payload format 2.0). */
export function createLambdaHandler(app: Parameters<typeof handle>[0]): ReturnType<typeof handle> {
  return handle(app);
}
