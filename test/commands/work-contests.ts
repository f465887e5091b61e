import {
  applyAcceptance,
  concludeRound,
  objectAcceptance,
  withdrawApplication,
} from "@luyue/usecases/acceptance";
import { acceptDeliverable, returnDeliverable } from "@luyue/usecases/deliverable";
import { answerFindings, approveFindings, retestFindings, returnFinding } from "@luyue/usecases/finding";
import { recordMeasurement, withdrawMeasurement } from "@luyue/usecases/measurement";
import type { Actor, Command, CommandAnswer } from "@luyue/usecases/runtime";
import { settleScore, withdrawScore } from "@luyue/usecases/score";
import { applyFor, assess, seedAccepted, signAll } from "./acceptance-seed.ts";
import { seedFinding } from "./finding-seed.ts";
import { member, partner } from "./people.ts";
import type { Input } from "./row.ts";
import { head, seedAnswered, seedScored } from "./score-seed.ts";
import { type Conditions, type InputSchema, run } from "./seed.ts";
import { clerk, seedWork, submitWork } from "./work-seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const manager = member(tenantId, "contractManager");
const acceptor = member(tenantId, "acceptor");
const reason = "另有意见";

/** What one of two people does. */
interface Move {
  readonly by: Actor;
  readonly command: string;
  readonly make: (world: World, conditions?: Conditions) => Promise<CommandAnswer<unknown>>;
}

/** Two moves about one thing of which only one can be made: whichever comes second finds what the first has done. */
export interface Contest {
  readonly about: string;
  readonly prepare: (
    world: World,
  ) => Promise<{ readonly contractId: string; readonly moves: readonly [Move, Move] }>;
}

function move<S extends InputSchema, A>(command: Command<S, A>, by: Actor, input: Input): Move {
  return {
    by,
    command: command.name,
    make: (world, conditions) => run(world, command, by, tenantId, input, conditions),
  };
}

async function roundOf(world: World): Promise<Input & { readonly contractId: string }> {
  return applyFor(world, await seedAccepted(world));
}

export const contests: readonly Contest[] = [
  {
    about: "a submission, accepted by one and returned by another",
    prepare: async (world) => {
      const contractId = await seedWork(world);
      const ids = await submitWork(world, contractId, "deliverable.plan");
      const moves = [
        move(acceptDeliverable, clerk, ids),
        move(returnDeliverable, acceptor, { ...ids, reason }),
      ] as const;
      return { contractId, moves };
    },
  },
  {
    about: "an acceptance, applied for by both sides",
    prepare: async (world) => {
      const contractId = await seedAccepted(world);
      const input = { contractId, of: "final" };
      return {
        contractId,
        moves: [move(applyAcceptance, partner, input), move(applyAcceptance, manager, input)],
      };
    },
  },
  {
    about: "a round, objected to by the agency and taken back by the vendor",
    prepare: async (world) => {
      const ids = await roundOf(world);
      const input = { ...ids, reason };
      const moves = [
        move(objectAcceptance, acceptor, input),
        move(withdrawApplication, partner, input),
      ] as const;
      return { contractId: ids.contractId, moves };
    },
  },
  {
    about: "a round, concluded as passed by one and as failed by another",
    prepare: async (world) => {
      const contractId = await seedAccepted(world);
      const ids = await signAll(world, await assess(world, await applyFor(world, contractId)));
      const moves = [
        move(concludeRound, manager, { ...ids, outcome: "passed" }),
        move(concludeRound, acceptor, { ...ids, outcome: "failed", reason }),
      ] as const;
      return { contractId, moves };
    },
  },
  {
    about: "a measurement, taken back by two",
    prepare: async (world) => {
      const contractId = await seedAccepted(world);
      const days = { from: "2026-05-01", to: "2026-05-31", satisfied: "96", answered: "100" };
      const facts = { contractId, measure: "satisfaction", ...days };
      const { answer } = await run(world, recordMeasurement, manager, tenantId, facts);
      const input = { contractId, measurementId: answer.id, reason };
      return {
        contractId,
        moves: [move(withdrawMeasurement, manager, input), move(withdrawMeasurement, acceptor, input)],
      };
    },
  },
  {
    about: "a score, settled by one and taken back by another",
    prepare: async (world) => {
      const contractId = await seedScored(world);
      const named = await seedAnswered(world, contractId);
      const moves = [
        move(settleScore, head, named),
        move(withdrawScore, manager, { ...named, reason }),
      ] as const;
      return { contractId, moves };
    },
  },
  {
    about: "a score, settled by two",
    prepare: async (world) => {
      const contractId = await seedScored(world);
      const named = await seedAnswered(world, contractId);
      return { contractId, moves: [move(settleScore, head, named), move(settleScore, acceptor, named)] };
    },
  },
  {
    about: "a finding, answered by the agency and by the vendor",
    prepare: async (world) => {
      const { contractId, findingId } = await seedFinding(world, "open");
      const input = { contractId, findingIds: [findingId], note: "已整改" };
      return {
        contractId,
        moves: [move(answerFindings, manager, input), move(answerFindings, partner, input)],
      };
    },
  },
  {
    about: "a finding's answer, approved by one and returned by another",
    prepare: async (world) => {
      const { contractId, findingId } = await seedFinding(world, "answered");
      const moves = [
        move(approveFindings, manager, { contractId, findingIds: [findingId] }),
        move(returnFinding, acceptor, { contractId, findingId, reason }),
      ] as const;
      return { contractId, moves };
    },
  },
  {
    about: "a finding, found closed by one who tests it and open by another",
    prepare: async (world) => {
      const { contractId, findingId } = await seedFinding(world, "approved");
      const input = { contractId, findingIds: [findingId] };
      const moves = [
        move(retestFindings, manager, { ...input, passed: true }),
        move(retestFindings, acceptor, { ...input, passed: false, note: reason }),
      ] as const;
      return { contractId, moves };
    },
  },
];
