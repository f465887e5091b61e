import { createAccessRole } from "../infra/access.ts";
import { keptPrefix, stagedPrefix } from "../infra/files.ts";
import type { Grant } from "../infra/grants.ts";
import type { Stage } from "../infra/stage.ts";
import type { DataStack } from "./data.ts";

const readItems = ["dynamodb:GetItem", "dynamodb:Query"] as const;
const writeItems = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"] as const;
const tenantKeys = ["T#${aws:PrincipalTag/tenant}", "T#${aws:PrincipalTag/tenant}#*"];
const vendorKeys = ["V#${aws:PrincipalTag/vendor}", "V#${aws:PrincipalTag/vendor}#*"];

export interface AccessOptions {
  /** Functions that work for tenants. */
  readonly tenants: readonly sst.aws.Function[];
  /** The one that also answers vendors' people and registers agencies. */
  readonly api: sst.aws.Function;
}

/** What one tenant or one vendor can reach, held by the leading keys; a scan is in none of it. */
export function createAccess(
  stage: Stage,
  { table, files }: DataStack,
  { tenants, api }: AccessOptions,
): void {
  const indexOf = (name: string) => $interpolate`${table.arn}/index/${name}`;
  const own: readonly Grant[] = [
    {
      actions: [...readItems, ...writeItems, "dynamodb:ConditionCheckItem"],
      resources: [table.arn],
      leadingKeys: tenantKeys,
    },
    {
      actions: ["dynamodb:Query"],
      resources: [indexOf("byOwner"), indexOf("byVendor")],
      leadingKeys: tenantKeys,
    },
    {
      actions: ["s3:GetObject", "s3:PutObject"],
      resources: [
        $interpolate`${files.arn}/${keptPrefix}`.apply((path) => `${path}\${aws:PrincipalTag/tenant}/*`),
      ],
    },
    {
      actions: ["s3:GetObject", "s3:PutObject"],
      resources: [
        $interpolate`${files.arn}/${stagedPrefix}`.apply((path) => `${path}\${aws:PrincipalTag/tenant}/*`),
      ],
    },
  ];
  createAccessRole("tenant", stage, own, [api, ...tenants]);
  const vendors: readonly Grant[] = [
    { actions: ["dynamodb:Query"], resources: [indexOf("byVendor")], leadingKeys: vendorKeys },
  ];
  createAccessRole("vendor", stage, vendors, [api]);
  // With a tenant's own change go its issuer, people of its vendors and accounts that are erased, in one transaction.
  const registry: readonly Grant[] = [
    {
      actions: [...writeItems],
      resources: [table.arn],
      leadingKeys: [...tenantKeys, "ISSUER#*", "P#*", "E#*", "SWEEP"],
    },
  ];
  createAccessRole("registrar", stage, registry, [api]);
}
