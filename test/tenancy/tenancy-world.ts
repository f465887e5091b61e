import { createApi, type LogEntry } from "@luyue/api/app";
import { createOpenId, createSecondFactor } from "@luyue/api/sign-in";
import { DomainError } from "@luyue/core/error";
import { roleSchema } from "@luyue/core/party";
import type { FileStore } from "@luyue/storage/file";
import type { Actor } from "@luyue/usecases/runtime";
import { enrolPartner } from "@luyue/usecases/partner";
import { platformTenant } from "@luyue/usecases/sign-in";
import { createTenant } from "@luyue/usecases/tenant";
import { demandRectification } from "@luyue/usecases/right";
import { applyFor, seedAccepted } from "../commands/acceptance-seed.ts";
import { intercept } from "../commands/intercept.ts";
import { seedFinding } from "../commands/finding-seed.ts";
import { seedInvoiced, submitOne } from "../commands/invoice-rows.ts";
import { recordOne, seedMeasured } from "../commands/measurement-rows.ts";
import { seedPaid, seedPayable, seedProposal, seedRequest } from "../commands/money-seed.ts";
import { everyRole, member, operator, partner, strangePartner } from "../commands/people.ts";
import * as risk from "../commands/risk-seed.ts";
import { seedProposed, seedScored } from "../commands/score-seed.ts";
import { creditCode, newTenant, run, seedTenant } from "../commands/seed.ts";
import { oneFile, seedWork, submitWork, uploadFile } from "../commands/work-seed.ts";
import { openMemoryWorld } from "../commands/world.ts";

/** Who may ask, by the token that names them: people of `ten_a`, whose the things are, strangers, and nobody. */
export type Principal = string;
export const own = "ten_a";
export const other = "ten_b";

const machine: Actor = {
  kind: "member",
  id: "key_1",
  tenantId: own,
  name: "财务系统",
  roles: [],
  scopes: ["contract:read", "payment:pay"],
};

const actors: ReadonlyMap<Principal, Actor> = new Map<Principal, Actor>([
  ...[own, other].flatMap((tenantId) =>
    everyRole.map((role): [string, Actor] => [`${tenantId}.${role}`, member(tenantId, role)]),
  ),
  [`${own}.nothing`, member(own)],
  [`${own}.key`, machine],
  ["vendor", partner],
  ["strangeVendor", strangePartner],
  ["operator", operator],
]);

export function actorOf(principal: Principal): Actor {
  const actor = actors.get(principal);
  if (actor === undefined) throw new Error(`nobody is called ${principal}`);
  return actor;
}

/** A fully stocked agency `ten_a`, another one, and the application before them. */
export async function openTenancy() {
  const world = await openMemoryWorld();
  await seedTenant(world, own, { roles: roleSchema.options });
  await seedTenant(world, other, { roles: roleSchema.options });
  await uploadFile(world);
  await run(world, createTenant, operator, platformTenant, newTenant(platformTenant));
  const colleague = { creditCode, subject: "colleague", name: "同事", email: "colleague@vendor.example" };
  await run(world, enrolPartner, operator, platformTenant, colleague);
  const contracts = await seedContracts(world);
  const log: LogEntry[] = [];
  let writes = 0;
  const counted = intercept(world.platform, async (operation, call) => {
    const answer = await call();
    if (/^(?:commit|put|replace)/.test(operation)) writes += 1;
    return answer;
  });
  const app = createApi({
    platform: counted,
    runtime: world.runtime,
    files: noFiles(),
    verifyToken: async (token) => actorOf(token),
    signIn: {
      factor: createSecondFactor(),
      requestLink: async () => undefined,
      openId: createOpenId({ runtime: world.runtime, verify: unreachable }),
      origins: [world.runtime.baseUrl],
      addressOf: () => undefined,
    },
    requestsPerMinute: { address: Number.POSITIVE_INFINITY, caller: Number.POSITIVE_INFINITY },
    log: (entry) => log.push(entry),
  });
  return { world, app, log, holdings: await readHoldings(world, contracts), writes: () => writes };
}

export type Tenancy = Awaited<ReturnType<typeof openTenancy>>;
type World = Awaited<ReturnType<typeof openMemoryWorld>>;

/** Contracts with at least one of everything that an address can name. */
async function seedContracts(world: World): Promise<readonly string[]> {
  const atRisk = await risk.seedRisk(world, "NO R");
  await risk.seedClaim(world, atRisk);
  await risk.seedJudged(world, atRisk);
  await risk.seedCollected(world, atRisk);
  await risk.seedAsked(world, atRisk);
  await risk.seedAbsence(world, atRisk);
  const demand = { contractId: atRisk, right: "terms.rectify", reason: "整改", until: "2026-06-30" };
  await run(world, demandRectification, risk.clerk, own, demand);
  const { contractId: paying } = await seedPayable(world, "NO P");
  await seedPaid(world, paying);
  await seedRequest(world, paying, "100.00");
  await seedProposal(world, paying);
  const invoiced = await seedInvoiced(world, "NO I");
  await submitOne(world, partner, invoiced);
  const working = await seedWork(world, "NO W");
  await submitWork(world, working, "deliverable.plan");
  const accepting = await seedAccepted(world, "NO A");
  await applyFor(world, accepting);
  const scored = await seedScored(world, "NO S");
  await seedProposed(world, scored);
  const measured = await seedMeasured(world, "NO M");
  await recordOne(world, measured);
  const { contractId: found } = await seedFinding(world, "answered");
  return [atRisk, paying, invoiced, working, accepting, scored, measured, found];
}

/** All that each contract holds, as text: what stands for a name in a path is found in it. */
export type Holdings = ReadonlyMap<string, string>;

async function readHoldings({ platform }: World, contracts: readonly string[]): Promise<Holdings> {
  const store = platform.tenant(own);
  const texts = new Map<string, string>();
  const people = [await store.listMembers(), await platform.vendor(partner.vendorId).listUsers()];
  for (const id of contracts) {
    const [state, findings] = await Promise.all([
      store.loadContract(id),
      store.listFindings(id, {}, { limit: 10 }),
    ]);
    texts.set(id, JSON.stringify([state, findings, people]));
  }
  return texts;
}

const prefixes: Readonly<Record<string, string>> = {
  eventId: "evt",
  invoiceId: "inv",
  paymentId: "pay",
  deductionId: "ded",
  submissionId: "sub",
  roundId: "rnd",
  measurementId: "msr",
  decisionId: "rgt",
  incidentId: "inc",
  penaltyId: "pen",
  collectionId: "col",
  bondId: "bon",
  claimId: "clm",
  personId: "per",
  absenceId: "abs",
  changeId: "chg",
  findingId: "fnd",
  memberId: "mem",
  actorId: "mem",
  userId: "usr",
};

/** Real values for the names in a path, all of one contract of `ten_a`. Throws Error where there is no such thing. */
export function paramsFor(path: string, inPath: readonly string[], holdings: Holdings) {
  const fixed: Readonly<Record<string, string>> = {
    agencyId: own,
    hash: String(oneFile[0]?.file),
    vendorId: partner.vendorId,
    id: "whk_0",
    of: path.includes("/acceptances/") ? "final" : "t1",
    key: "payment.t1",
    right: "terms.rectify",
    period: "2026-05",
    sessionId: "a".repeat(64),
    token: "nobody.ics",
  };
  for (const [contractId, text] of holdings) {
    const values = inPath.map((name): [string, string | undefined] => {
      if (name === "contractId") return [name, contractId];
      const prefix = prefixes[name];
      if (prefix !== undefined) return [name, new RegExp(`"(${prefix}_[0-9a-z]+)"`).exec(text)?.[1]];
      return [name, fixed[name]];
    });
    const found = values.filter((each): each is [string, string] => each[1] !== undefined);
    if (found.length === values.length) return Object.fromEntries(found);
  }
  throw new Error(`nothing stands for ${inPath.join(", ")}`);
}

async function unreachable(): Promise<never> {
  throw new DomainError("unavailable", { zh: "无法连接", en: "out of reach" });
}

function noFiles(): FileStore {
  return {
    put: async () => {
      throw new DomainError("unavailable", { zh: "未配置文件存储", en: "no file store" });
    },
    get: async () => undefined,
    linkTo: async () => undefined,
    openUpload: async () => ({ url: "https://files.example/", fields: {} }),
    getStaged: async () => undefined,
  };
}
