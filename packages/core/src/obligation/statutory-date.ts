import type { Tranche } from "../contract/index.ts";
import type { CivilDate } from "../civil-date/index.ts";
import { type Anchor, type DateRule, resolveRule } from "../date-rule/index.ts";
import { eventDate } from "../event/index.ts";
import type { VendorSize } from "../vendor/index.ts";
import type { DeriveContext } from "./create-context.ts";
import { findAgreedDay } from "./find-agreed-day.ts";
import type { StatutoryDate } from "./obligation.ts";

/**
 * The latest day that the law allows for a payment to a small or medium enterprise 中小企业: 60 days after delivery where the
 * contract agrees on a period of its own, else 30 (保障中小企业款项支付条例 9); acceptance, where payment hangs on it,
 * stands for delivery (10). None for a large enterprise, nor for a payment that hangs on nothing delivered.
 */
export function findStatutoryDate(
  tranche: Tranche,
  size: VendorSize | undefined,
  context: DeriveContext,
): StatutoryDate | undefined {
  const delivered = size === undefined || size === "large" ? [] : listDeliveries(tranche, context);
  const [first] = delivered;
  if (first === undefined) return undefined;
  const after: Anchor = delivered.length === 1 ? first : { anchor: "lastOf", of: delivered };
  const rule: DateRule = { rule: "within", count: agreesOnPeriod(tranche.due) ? 60 : 30, unit: "day", after };
  const dates = resolveRule(rule, context);
  return {
    ...(dates.state === "fixed" && dates.dueOn !== undefined ? { dueOn: dates.dueOn } : {}),
    waitingFor: dates.state === "waiting" ? dates.waitingFor : [],
    explanation: {
      rule: context.print(rule),
      source,
      steps: dates.steps,
      provisionalYears: dates.provisionalYears,
    },
  };
}

const source = {
  zh: "《保障中小企业款项支付条例》第九条、第十条",
  en: "the Regulations on Payments to SMEs (保障中小企业款项支付条例), articles 9 and 10",
};

function agreesOnPeriod({ rule }: DateRule): boolean {
  return rule !== "from";
}

function listDeliveries({ key, gates }: Tranche, context: DeriveContext): Anchor[] {
  return (gates ?? []).flatMap((gate): Anchor | Anchor[] => {
    switch (gate.gate) {
      case "acceptancePassed":
        return acceptedIn(gate.of ?? key, context);
      case "satisfied":
        return { anchor: "event", event: "satisfied", of: gate.of ?? key };
      case "deliverablesAccepted":
        return gate.of === undefined ? [] : { anchor: "fulfilled", of: gate.of };
      case "monthsServed": {
        const after: Anchor = { anchor: "term", term: gate.term, edge: "start" };
        const served: DateRule = { rule: "within", count: gate.months, unit: "month", after, roll: "none" };
        return { anchor: "rule", rule: served };
      }
      default:
        return [];
    }
  });
}

/** An acceptance that the buyer brought about later than agreed counts from the agreed day (条例 10). */
function acceptedIn(acceptance: string, context: DeriveContext): Anchor {
  const passed: Anchor = { anchor: "event", event: "acceptancePassed", of: acceptance };
  const key = `acceptance.${acceptance}`;
  const agreed = findAgreedDay(key, context);
  const event = context.event("acceptancePassed", acceptance);
  if (agreed === undefined || event === undefined || eventDate(event) <= agreed) return passed;
  return isRefused(acceptance, agreed, context) ? passed : { anchor: "due", of: key };
}

function isRefused(acceptance: string, by: CivilDate, { log }: DeriveContext): boolean {
  return (["acceptanceFailed", "acceptanceObjected"] as const).some((kind) =>
    log.all(kind, acceptance).some((event) => eventDate(event) <= by),
  );
}
