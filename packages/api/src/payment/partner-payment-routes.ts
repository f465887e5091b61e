import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { DomainError } from "@luyue/core/error";
import { readPayments } from "@luyue/usecases/query";
import * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { contractParams } from "../contract/index.ts";
import { jsonAnswer, secured } from "../document/describe.ts";
import { partnerPaymentsView, viewPartnerPayments } from "./partner-payment-view.ts";
