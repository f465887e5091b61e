import * as z from "zod";
import { eventListSchema } from "../event/index.ts";
import { contractTermsShape } from "./contract-terms.ts";

/** The published JSON Schemas (2020-12) of a terms file, of an events file, and of an object with both. */
export const jsonSchemas = {
  terms: () => z.toJSONSchema(contractTermsShape, { io: "input" }),
  events: () => z.toJSONSchema(eventListSchema, { io: "input" }),
  both: () =>
    z.toJSONSchema(z.strictObject({ terms: contractTermsShape, events: eventListSchema }), { io: "input" }),
} as const;
