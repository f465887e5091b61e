import * as z from "zod";

/** What every function is told that reads the table. */
export const dataVariables = {
  TABLE_NAME: z.string().min(3),
  /** Roles that are taken on to reach one tenant's or one vendor's keys. */
  TENANT_ROLE: z.string().startsWith("arn:"),
  VENDOR_ROLE: z.string().startsWith("arn:").optional(),
  REGISTRAR_ROLE: z.string().startsWith("arn:").optional(),
};

/** What a function is told that hands something to people or machines. */
export const productVariables = {
  /** Where people find the product; links in mails start with it. */
  BASE_URL: z.url().refine((url) => !url.endsWith("/"), "without the slash at its end"),
  /** Keys of the vault, 32 bytes in hexadecimal each, with commas between; the first seals, all of them open. */
  VAULT_KEYS: z
    .string()
    .regex(/^[0-9a-f]{64}(,[0-9a-f]{64})*$/)
    .transform((keys) => keys.split(",").map((key) => Buffer.from(key, "hex"))),
};

/** How mail goes out: by SES, or by an SMTP server. */
export const mailVariables = {
  MAIL_FROM: z.email(),
  MAIL_FROM_NAME: z.string().min(1).default("履约 Lüyue"),
  /** `smtps://user:password@host:465`, or `smtp://…` with STARTTLS; without it SES is used. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SES_CONFIGURATION_SET: z.string().min(1).optional(),
};

/**
 * The variables of a function, as its schema says. Throws Error that names those that are missing or wrong, never their values,
 * so that a function that was deployed with half of them fails as it starts.
 */
export function readEnvironment<S extends z.ZodRawShape>(
  shape: S,
  env: Readonly<Record<string, string | undefined>> = process.env,
): z.output<z.ZodObject<S>> {
  const read = z.object(shape).safeParse(env);
  if (read.success) return read.data;
  const names = [...new Set(read.error.issues.map(({ path }) => String(path[0])))];
  throw new Error(`环境变量缺失或有误 missing or wrong variables: ${names.join(", ")}`);
}
