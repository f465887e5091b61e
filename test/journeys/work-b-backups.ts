import type { ContractTerms } from "@luyue/core/contract";
import type { Steps } from "./steps.ts";
import { terms } from "./work-b-agency.ts";

const daily = "data-backup";

/** B's daily backups without the rest of its work. */
export function backupsAlone(): ContractTerms {
  const { services = [], deliverables: _d, score: _s, reports: _r, references: _n, ...rest } = terms;
  return { ...rest, services: services.filter(({ key }) => key === daily) };
}

/** All of B but its daily backups, which are a story of their own. */
export function withoutDailyBackups(): ContractTerms {
  const { services = [], deliverables = [], score, ...rest } = terms;
  if (score === undefined) throw new Error("B has a score");
  return {
    ...rest,
    services: services.filter(({ key }) => key !== daily),
    deliverables: deliverables.map((each) =>
      each.service === daily ? { ...each, service: "full-backup" } : each,
    ),
    score: {
      ...score,
      items: score.items.map(({ services: follows, ...item }) => ({
        ...item,
        ...(follows === undefined ? {} : { services: follows.filter((key) => key !== daily) }),
      })),
    },
  };
}

interface Owed {
  readonly key: string;
  readonly dueOn: string;
}

/** The daily backups on the list of what is overdue: where people find those that nobody has recorded. */
export async function listMissed({ sees }: Steps): Promise<readonly Owed[]> {
  const { items } = await sees<{ items: Owed[] }>(
    "contractManager",
    "/v1/obligations?kind=service&state=overdue&limit=200",
  );
  return items.filter(({ key }) => key.startsWith(`service.${daily}.`));
}

/** A month of them is recorded one by one, each for its own day. */
export async function recordMissed(steps: Steps): Promise<number> {
  const missed = await listMissed(steps);
  for (const { key, dueOn } of missed) {
    const evidence = [{ document: `备份日志 ${dueOn.slice(0, 7)}` }];
    await steps.does("contractManager", `POST /obligations/${key}/fulfilment`, { on: dueOn, evidence });
  }
  return missed.length;
}
