import type { Runtime } from "@luyue/usecases/runtime";
import { type Issuer, issuerSchema } from "@luyue/usecases/tenant";
import * as z from "zod";

/** An issuer as the operator enters it: with its client's secret as it is. */
export const issuerInput = issuerSchema.extend({
  client: z
    .strictObject({ id: z.string().min(1).max(200), secret: z.string().min(1).max(500).optional() })
    .optional(),
});

/** The same as it is kept: the secret sealed for the issuer's address. */
export function sealIssuer(
  entered: z.output<typeof issuerInput> | undefined,
  { seal }: Pick<Runtime, "seal">,
): { readonly issuer?: Issuer } {
  if (entered === undefined) return {};
  const { client, ...issuer } = entered;
  if (client === undefined) return { issuer };
  const { id, secret } = client;
  const sealed = secret === undefined ? {} : { sealedSecret: seal(secret, issuer.url) };
  return { issuer: { ...issuer, client: { id, ...sealed } } };
}
