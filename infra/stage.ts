/** Where and for whom something is deployed. Everything that differs between stages stands here. */
export interface Stage {
  readonly name: string;
  readonly kind: "personal" | "staging" | "production";
  readonly partition: "aws" | "aws-cn";
  readonly region: string;
  /** The name that people find the product by; the gateway's own address without one. */
  readonly domain?: string;
  /** A certificate for the domain where none can be made on the way: in China that of IAM, after ICP filing. */
  readonly certificate?: string;
  /** A firewall (AWS WAF) in front of the distribution. */
  readonly firewall?: string;
  readonly mail: { readonly by: "ses" | "smtp"; readonly from: string };
  /** Where alarms go; nowhere without it. */
  readonly alarmsTo?: string;
  /** A month's spending that is worth an alarm, in the currency of the bill. */
  readonly monthlyBudget: number;
  readonly logRetentionDays: 7 | 30 | 180;
  /** Data outlives its stack, and nobody removes either by mistake. */
  readonly isProtected: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const logRetentionDays = { personal: 7, staging: 30, production: 180 } as const;
const defaultRegion = "ap-southeast-1";
/** SES has no regions in China. */
const chineseRegions: readonly string[] = ["cn-north-1", "cn-northwest-1"];

/**
 * A stage by its name: `production` and `staging` are what they say, any other is a person's own. Settings come from the variables
 * `LUYUE_REGION`, `LUYUE_DOMAIN`, `LUYUE_CERTIFICATE`, `LUYUE_FIREWALL`, `LUYUE_MAIL_FROM`, `LUYUE_MAIL_BY`, `LUYUE_ALARMS_TO` and
 * `LUYUE_MONTHLY_BUDGET`. Throws Error for what cannot be deployed.
 */
export function readStage(name: string, env: Environment): Stage {
  if (!/^[a-z][a-z0-9-]{0,19}$/.test(name)) throw new Error(`not a name of a stage: ${name}`);
  const kind = name === "production" || name === "staging" ? name : "personal";
  const region = env["LUYUE_REGION"] ?? defaultRegion;
  const partition = chineseRegions.includes(region) ? "aws-cn" : "aws";
  const by = env["LUYUE_MAIL_BY"] ?? (partition === "aws-cn" || kind === "personal" ? "smtp" : "ses");
  if (by !== "ses" && by !== "smtp") throw new Error("LUYUE_MAIL_BY is ses or smtp");
  if (by === "ses" && partition === "aws-cn") throw new Error("there is no SES in China: LUYUE_MAIL_BY=smtp");
  const domain = env["LUYUE_DOMAIN"];
  const from = env["LUYUE_MAIL_FROM"] ?? (domain === undefined ? undefined : `reminders@${domain}`);
  if (from === undefined && kind !== "personal") throw new Error("LUYUE_MAIL_FROM or LUYUE_DOMAIN is needed");
  if (partition === "aws-cn" && domain !== undefined && env["LUYUE_CERTIFICATE"] === undefined) {
    throw new Error("a domain in China needs LUYUE_CERTIFICATE, the id of a server certificate in IAM");
  }
  return {
    name,
    kind,
    partition,
    region,
    mail: { by, from: from ?? "reminders@luyue.example" },
    monthlyBudget: readBudget(env["LUYUE_MONTHLY_BUDGET"]),
    logRetentionDays: logRetentionDays[kind],
    isProtected: kind === "production",
    ...(domain === undefined ? {} : { domain }),
    ...withoutNothing({
      certificate: env["LUYUE_CERTIFICATE"],
      firewall: env["LUYUE_FIREWALL"],
      alarmsTo: env["LUYUE_ALARMS_TO"],
    }),
  };
}

function withoutNothing({
  certificate,
  firewall,
  alarmsTo,
}: {
  readonly [K in "certificate" | "firewall" | "alarmsTo"]: string | undefined;
}): Pick<Stage, "certificate" | "firewall" | "alarmsTo"> {
  return {
    ...(certificate === undefined ? {} : { certificate }),
    ...(firewall === undefined ? {} : { firewall }),
    ...(alarmsTo === undefined ? {} : { alarmsTo }),
  };
}

function readBudget(text: string | undefined): number {
  const amount = Number(text ?? 100);
  if (!Number.isFinite(amount) || amount <= 0) throw new Error("LUYUE_MONTHLY_BUDGET is an amount");
  return amount;
}
