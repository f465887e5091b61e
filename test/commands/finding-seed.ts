import type { Actor } from "@luyue/usecases/runtime";
import {
  answerFindings,
  approveFindings,
  handOutFindings,
  putUnit,
  retestFindings,
  withdrawFinding,
} from "@luyue/usecases/finding";
import { member, partner } from "./people.ts";
import { run, seedActive, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

export const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
/** People besides those whom a row tries, so that who answers, reviews and re-tests are never one. */
const clerk = member(tenantId, "contractManager", "finance");
const reviewer = member(tenantId, "acceptor", "auditor");
const tester = member(tenantId, "acceptor", "finance");

export const picture = `sha256-${"a".repeat(64)}`;

export interface Units {
  readonly contractId: string;
  /** A unit of the buyer, and one of the vendor. */
  readonly own: string;
  readonly vendors: string;
}

/** An active contract with a unit of each side, and a picture that was uploaded. */
export async function seedUnits(world: World, number = "NO 1"): Promise<Units> {
  const { contractId } = await seedActive(world, tenantId, termsOf(number), "2026-06-01");
  const add = async (name: string, side: string, contacts: object[]) => {
    const input = { contractId, name, side, contacts };
    return (await run(world, putUnit, manager, tenantId, input)).answer.id;
  };
  const own = await add("信息中心", "buyer", [{ name: "王工", email: "wang@unit.example" }]);
  const vendors = await add("乙方运维组", "vendor", []);
  for (const by of ["agency", partner.vendorId]) {
    const file = { hash: picture, bytes: 9, contentType: "image/png", by };
    await world.platform.tenant(tenantId).putFile(file);
  }
  return { contractId, own, vendors };
}

export function rowFor(unitId: string, more: object = {}) {
  const facts = { title: "弱口令", severity: "high", demand: "改为强口令", dueOn: "2026-06-30" };
  return { unitId, ...facts, ...more };
}

/** Hands out findings with these rows; gives their ids. */
export async function seedFindings(
  world: World,
  contractId: string,
  rows: readonly object[],
): Promise<readonly string[]> {
  const input = { contractId, findings: rows };
  const { answer } = await run(world, handOutFindings, manager, tenantId, input);
  return answer.findings.map(({ id }) => id);
}

type Stage = "open" | "answered" | "approved" | "closed" | "withdrawn";

/** Brings findings so far, each step by somebody else. */
export async function bring(
  world: World,
  contractId: string,
  findingIds: readonly string[],
  stage: Stage,
  answerer: Actor = clerk,
): Promise<void> {
  const named = { contractId, findingIds };
  if (stage === "withdrawn") {
    for (const findingId of findingIds) {
      const input = { contractId, findingId, reason: "误发" };
      await run(world, withdrawFinding, manager, tenantId, input);
    }
    return;
  }
  if (stage === "open") return;
  await run(world, answerFindings, answerer, tenantId, { ...named, note: "已整改" });
  if (stage === "answered") return;
  await run(world, approveFindings, reviewer, tenantId, named);
  if (stage === "approved") return;
  await run(world, retestFindings, tester, tenantId, { ...named, passed: true });
}

/** A contract with one finding of a unit, the vendor's unless the buyer's is asked for, brought so far. */
export async function seedFinding(world: World, stage: Stage, side: "own" | "vendors" = "vendors") {
  const units = await seedUnits(world);
  const [findingId = ""] = await seedFindings(world, units.contractId, [rowFor(units[side])]);
  await bring(world, units.contractId, [findingId], stage);
  return { ...units, findingId };
}
