export { createLambdaHandler } from "./create-lambda-handler.ts";
