import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "@luyue/usecases/runtime";
import { readSession } from "@luyue/usecases/sign-in";
import { methodNotAllowed } from "hono/method-not-allowed";
import { acceptanceRoutes, partnerAcceptanceRoutes, roundRoutes } from "../acceptance/index.ts";
import { accountRoutes } from "../account/index.ts";
import { authenticate, createPermissionOf } from "../auth/index.ts";
import { checkRoutes } from "../check/index.ts";
import { bondRoutes } from "../bond/index.ts";
import { budgetRoutes } from "../budget/index.ts";
import { contractRoutes } from "../contract/index.ts";
import { deductionRoutes } from "../deduction/index.ts";
import { deliverableRoutes, partnerDeliverableRoutes } from "../deliverable/index.ts";
import { documentRoutes } from "../document/index.ts";
import { eventRoutes } from "../event/index.ts";
import { fileRoutes, partnerFileRoutes } from "../file/index.ts";
import {
  findingFileRoutes,
  findingRoutes,
  oneFindingRoutes,
  partnerFindingRoutes,
} from "../finding/index.ts";
import { healthRoutes } from "../health/index.ts";
import { incidentRoutes, partnerIncidentRoutes } from "../incident/index.ts";
import { lifecycleRoutes } from "../lifecycle/index.ts";
import { invoiceRoutes } from "../invoice/index.ts";
import { measurementRoutes } from "../measurement/index.ts";
import { obligationRoutes } from "../obligation/index.ts";
import { operatorRoutes } from "../operator/index.ts";
import { partnerMoneyRoutes, partnerRoutes } from "../partner/index.ts";
import { partnerPaymentRoutes, paymentRoutes } from "../payment/index.ts";
import { partnerPenaltyRoutes, penaltyRoutes } from "../penalty/index.ts";
import { partnerPersonRoutes, personRoutes } from "../person/index.ts";
import { answerError, answerProblem, problemRoutes } from "../problem/index.ts";
import { recordRoutes } from "../record/index.ts";
import { reminderRoutes } from "../reminder/index.ts";
import { rightRoutes } from "../right/index.ts";
import { partnerScoreRoutes, scoreRoutes } from "../score/index.ts";
import { vendorRoutes } from "../vendor/index.ts";
import { dressAnswer } from "./dress-answer.ts";
import type { ApiEnvironment, Log, RouteDependencies } from "./environment.ts";
import { createRequestLimit } from "./limit-requests.ts";
import { guardBody } from "./guard-body.ts";
import { paperRoutes } from "./paper-routes.ts";
import { peopleRoutes } from "./people-routes.ts";
import { refuseInput } from "./refuse-input.ts";

export interface ApiDependencies extends RouteDependencies {
  /** The actor that a bearer token stands for; throws what `unauthorized()` gives. */
  readonly verifyToken: (token: string) => Promise<Actor>;
  /** Further routes on the same application. */
  readonly extra?: (app: OpenAPIHono<ApiEnvironment>) => void;
  /** Requests a minute, of one network address before it is known whose they are, and of one person or key. */
  readonly requestsPerMinute: { readonly address: number; readonly caller: number };
  /** Bound of a JSON body, 1 MiB without it; files have their own. */
  readonly maxBodyBytes?: number;
  readonly log?: Log;
}

/** The HTTP application: agency, partner and operator API, its OpenAPI document and the page that shows it. */
export function createApi(dependencies: ApiDependencies) {
  const app = createShell(dependencies);
  const api = app
    .route("/", healthRoutes())
    .route("/", operatorRoutes(dependencies))
    .route("/", peopleRoutes(dependencies))
    .route("/", vendorRoutes(dependencies))
    .route("/", contractRoutes(dependencies))
    .route("/", lifecycleRoutes(dependencies))
    .route("/", checkRoutes(dependencies))
    .route("/", eventRoutes(dependencies))
    .route("/", obligationRoutes(dependencies))
    .route("/", invoiceRoutes(dependencies))
    .route("/", accountRoutes(dependencies))
    .route("/", paymentRoutes(dependencies))
    .route("/", deductionRoutes(dependencies))
    .route("/", deliverableRoutes(dependencies))
    .route("/", acceptanceRoutes(dependencies))
    .route("/", roundRoutes(dependencies))
    .route("/", paperRoutes(dependencies))
    .route("/", measurementRoutes(dependencies))
    .route("/", scoreRoutes(dependencies))
    .route("/", rightRoutes(dependencies))
    .route("/", incidentRoutes(dependencies))
    .route("/", penaltyRoutes(dependencies))
    .route("/", bondRoutes(dependencies))
    .route("/", personRoutes(dependencies))
    // What stands at an address of its own comes before what is found by an id.
    .route("/", findingRoutes(dependencies))
    .route("/", findingFileRoutes(dependencies))
    .route("/", oneFindingRoutes(dependencies))
    .route("/", budgetRoutes(dependencies))
    .route("/", recordRoutes(dependencies))
    .route("/", reminderRoutes(dependencies))
    .route("/", fileRoutes(dependencies))
    .route("/", partnerRoutes(dependencies))
    .route("/", partnerMoneyRoutes(dependencies))
    .route("/", partnerPaymentRoutes(dependencies))
    .route("/", partnerDeliverableRoutes(dependencies))
    .route("/", partnerFileRoutes(dependencies))
    .route("/", partnerAcceptanceRoutes(dependencies))
    .route("/", partnerScoreRoutes(dependencies))
    .route("/", partnerFindingRoutes(dependencies))
    .route("/", partnerIncidentRoutes(dependencies))
    .route("/", partnerPenaltyRoutes(dependencies))
    .route("/", partnerPersonRoutes(dependencies));
  app.route("/", problemRoutes());
  app.route("/", documentRoutes(app));
  dependencies.extra?.(app);
  return api;
}

/** The type of the whole application, for `createClient`. */
export type AppType = ReturnType<typeof createApi>;

function createShell(dependencies: ApiDependencies) {
  const { runtime, maxBodyBytes, log = logToConsole } = dependencies;
  const app = new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInput });
  app.onError((error, c) => answerError(error, c, log));
  app.notFound((c) => {
    const reason = { zh: "没有该地址", en: "there is no such address" };
    return answerProblem({ code: "notFound", reason, faults: [] }, c);
  });
  app.use(dressAnswer({ runtime }));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const allowed = methods.join(", ");
        const reason = { zh: `该地址支持 ${allowed}`, en: `this address takes ${allowed}` };
        return answerProblem({ code: "methodNotAllowed", reason, faults: [] }, c, { Allow: allowed });
      },
    }),
  );
  limitAndAuthenticate(app, dependencies);
  app.use(guardBody(maxBodyBytes));
  return app;
}

/** Too many requests are refused before anything else is done with them; whose they are is known after that. */
function limitAndAuthenticate(app: OpenAPIHono<ApiEnvironment>, dependencies: ApiDependencies): void {
  const { platform, runtime, verifyToken, signIn, requestsPerMinute } = dependencies;
  const limitAddress = createRequestLimit(requestsPerMinute.address, runtime.now);
  const limitCaller = createRequestLimit(requestsPerMinute.caller, runtime.now);
  app.use((c, next) => {
    const address = signIn.addressOf(c);
    if (address !== undefined) limitAddress(address);
    return next();
  });
  app.use(
    authenticate({
      verifyToken,
      readSession: (secret) => readSession(secret, { platform, runtime }),
      permissionOf: createPermissionOf(app),
      origins: signIn.origins,
    }),
  );
  app.use((c, next) => {
    const actor: Actor | undefined = c.get("actor");
    if (actor !== undefined) limitCaller(`${actor.kind} ${actor.id}`);
    return next();
  });
}

function logToConsole(entry: Parameters<Log>[0]): void {
  console.error(JSON.stringify(entry));
}
