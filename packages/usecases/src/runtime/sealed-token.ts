import type * as z from "zod";
import type { Runtime } from "./runtime.ts";

/**
 * A token that names something and that nobody can make up or use for another purpose: what it names stands in it, sealed. `open`
 * gives undefined for a text that is no such token.
 */
export function sealedToken<S extends z.ZodType>(purpose: string, schema: S) {
  return {
    seal: (value: z.output<S>, { seal }: Pick<Runtime, "seal">): string =>
      seal(JSON.stringify(value), purpose),
    open: (token: string, { unseal }: Pick<Runtime, "unseal">): z.output<S> | undefined => {
      try {
        return schema.parse(JSON.parse(unseal(token, purpose)));
      } catch {
        return undefined;
      }
    },
  };
}
