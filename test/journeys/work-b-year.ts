import { addDays, addMonths, type CivilDate } from "@luyue/core/civil-date";
import type { Steps } from "./steps.ts";
import { deliver, perform } from "./work-b-hand-in.ts";
import { everything, score } from "./work-b-scores.ts";

/** What comes round and is told in the story itself, so that the year leaves it alone. */
const told: ReadonlySet<string> = new Set([
  "inspection-report.03",
  "progress.2026-08",
  "score.2026-04",
  "score.2026-05",
  "score.2026-10",
]);

/** Lives day by day: the morning's reminders, then what comes round on that day, the rest of it as good as it can be. */
export async function liveTo(steps: Steps, to: CivilDate): Promise<void> {
  for (let day = addDays(steps.stack.clock.today(), 1); day <= to; day = addDays(day, 1)) {
    await steps.liveTo(day);
    await doRound(steps, day);
  }
}

async function doRound(steps: Steps, day: CivilDate): Promise<void> {
  const dayOfMonth = Number(day.slice(8));
  const month = day.slice(0, 7);
  if (isMonday(day) && day <= "2027-03-03") await fulfil(steps, `service.full-backup.${day}`);
  if (dayOfMonth === 2 && month > "2026-03" && month < "2027-03") {
    if (!told.has(`progress.${month}`)) await deliver(steps, `report.progress.${month}`);
  }
  if (dayOfMonth === 4 && month > "2026-03" && month <= "2027-03") {
    const before = addMonths(`${month}-01`, -1).slice(0, 7);
    if (!told.has(`score.${before}`)) await score(steps, before, everything);
  }
  if (dayOfMonth === 16 && month < "2027-03") await doMonth(steps, nthOf(month));
}

/** The monthly visit: inspection with its report, anti-virus, and the backups verified. */
async function doMonth(steps: Steps, nth: string): Promise<void> {
  await perform(steps, `inspection.${nth}`);
  if (!told.has(`inspection-report.${nth}`)) await deliver(steps, `deliverable.inspection-report.${nth}`);
  await perform(steps, `antivirus-update.${nth}`);
  await fulfil(steps, `service.backup-verification.${nth}`);
}

export function owed({ sees }: Steps, key: string) {
  return sees("auditor", `/obligations/${key}`);
}

export function fulfil({ does, stack }: Steps, key: string) {
  const evidence = [{ document: `记录单 ${stack.clock.today()}` }];
  return does("contractManager", `POST /obligations/${key}/fulfilment`, { evidence });
}

/** 03-2026 is the first of twelve. */
function nthOf(month: string): string {
  const [year = "", of = ""] = month.split("-");
  return String((Number(year) - 2026) * 12 + Number(of) - 2).padStart(2, "0");
}

function isMonday(day: CivilDate): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
}
