export { answerError, answerProblem } from "./answer-problem.ts";
export { HttpProblem, unauthorized } from "./http-problem.ts";
export { type ProblemCode, problemKinds } from "./problem-code.ts";
export { type ProblemDocument, problemSchema } from "./problem-document.ts";
export { problemRoutes } from "./problem-routes.ts";
