import { acceptanceRows } from "./acceptance-rows.ts";
import { accountRows } from "./account-rows.ts";
import { assessmentRows } from "./assessment-rows.ts";
import { bondRows } from "./bond-rows.ts";
import { contractRows } from "./contract-rows.ts";
import { deductionRows } from "./deduction-rows.ts";
import { deliverableRows } from "./deliverable-rows.ts";
import { eventRows } from "./event-rows.ts";
import { findingRows } from "./finding-rows.ts";
import { incidentRows } from "./incident-rows.ts";
import { invoiceRows } from "./invoice-rows.ts";
import { lifecycleRows } from "./lifecycle-rows.ts";
import { measurementRows } from "./measurement-rows.ts";
import { paymentRows } from "./payment-rows.ts";
import { penaltyRows } from "./penalty-rows.ts";
import { personRows } from "./person-rows.ts";
import { reminderRows } from "./reminder-rows.ts";
import { rightRows } from "./right-rows.ts";
import { scoreRows } from "./score-rows.ts";
import { signInRows } from "./sign-in-rows.ts";
import { tenantRows } from "./tenant-rows.ts";
import { unitRows } from "./unit-rows.ts";
import type { Prepared, Row } from "./row.ts";
import { seedTenant } from "./seed.ts";
import type { World } from "./world.ts";

/** The matrix: one row for each command of the product. */
export const rows: readonly Row[] = [
  ...contractRows,
  ...lifecycleRows,
  ...eventRows,
  ...invoiceRows,
  ...accountRows,
  ...paymentRows,
  ...deductionRows,
  ...deliverableRows,
  ...acceptanceRows,
  ...assessmentRows,
  ...measurementRows,
  ...scoreRows,
  ...unitRows,
  ...findingRows,
  ...incidentRows,
  ...penaltyRows,
  ...rightRows,
  ...bondRows,
  ...personRows,
  ...tenantRows,
  ...signInRows,
  ...reminderRows,
];

/** Two tenants with one vendor, and what the row's command needs. */
export async function arrange(world: World, row: Row): Promise<Prepared> {
  await seedTenant(world, "ten_a");
  await seedTenant(world, "ten_b");
  return row.prepare(world);
}
