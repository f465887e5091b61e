import { civilDateOf } from "../civil-date/index.ts";
import { isOfDuty } from "../deliverable/index.ts";
import type { Obligation } from "../obligation/index.ts";
import { inPercent, type Measured, type MeasureFacts, nameSome } from "./measured.ts";

/**
 * Duty covered 值守保障率: of the instances of duty that are past, how many are on the record as done. They are those of key
 * periods where the contract has such duty, else the answers owed to requests for on-demand services. None where none is past.
 */
export function measureDuty(facts: MeasureFacts, of: string | undefined): Measured | undefined {
  const today = civilDateOf(facts.now);
  const own = facts.obligations.filter(({ key }) => isOf(key, of));
  const inKeyPeriods = own.filter((each) => each.kind === "service" && each.keyPeriod !== undefined);
  const duty = inKeyPeriods.length > 0 ? inKeyPeriods : own.filter((each) => isAnswer(each, facts));
  const past = duty.filter(
    ({ dueOn, fulfilment }) => fulfilment !== undefined || (dueOn !== undefined && dueOn < today),
  );
  if (past.length === 0) return undefined;
  const missing = past.filter(({ fulfilment }) => fulfilment === undefined);
  const done = past.length - missing.length;
  const named = nameSome(missing.map(({ title }) => title));
  return {
    value: inPercent(BigInt(done), BigInt(past.length)),
    unit: "percent",
    why: {
      zh: `已到期的值守${past.length}次，有记录的${done}次${missing.length === 0 ? "" : `；缺：${named.zh}`}`,
      en: `${done} of ${past.length} past duties are on the record${missing.length === 0 ? "" : `; missing: ${named.en}`}`,
    },
  };
}

function isOf(key: string, of: string | undefined): boolean {
  return of === undefined ? key.startsWith("service.") : isOfDuty(key, "service", of);
}

function isAnswer({ key, shape }: Obligation, { terms }: MeasureFacts): boolean {
  const [, service, trigger] = key.split(".");
  if (trigger === undefined || shape !== "single") return false;
  return (terms.services ?? []).some((each) => each.key === service && each.schedule.schedule === "onDemand");
}
