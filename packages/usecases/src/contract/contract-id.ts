import * as z from "zod";

/** The id of a contract: `ctr_` and a sortable rest. */
export const contractIdSchema = z.string().regex(/^ctr_[0-9a-z]{10,40}$/);
