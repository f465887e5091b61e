import type { Calendar } from "../calendar/index.ts";
import type { Anchor, DateRule } from "../date-rule/index.ts";
import type { EventKind } from "../event/index.ts";
import { longestStretch } from "./longest-stretch.ts";

/**
 * How long a rule lets a payment wait: at most so many calendar days after what it counts from; `open`, no period is agreed;
 * `dated`, the calendar alone says when. `ahead`: it counts from what comes before any delivery, such as the signing.
 */
type PaymentWait =
  | { readonly wait: "days"; readonly days: number; readonly ahead: boolean }
  | { readonly wait: "open" }
  | { readonly wait: "dated" };

const aheadOfDelivery: ReadonlySet<EventKind> = new Set(["awarded", "signed", "effective", "serviceStarted"]);

export function findPaymentWait(rule: DateRule, calendar: Calendar): PaymentWait {
  switch (rule.rule) {
    case "on":
      return rule.anchor.anchor === "date" ? { wait: "dated" } : waitOfAnchor(rule.anchor, calendar);
    case "from":
      return { wait: "open" };
    case "within":
      return prolong(waitOfAnchor(rule.after, calendar), longestStretch(calendar, rule.count, rule.unit));
    case "clock":
      return prolong(
        waitOfAnchor(rule.after, calendar),
        Math.ceil(rule.count / (rule.unit === "hour" ? 24 : 1440)),
      );
    case "before":
      return waitOfAnchor(rule.before, calendar);
    case "window":
    case "between":
      return { wait: "dated" };
    case "later":
      return choose(
        rule.of.map((each) => findPaymentWait(each, calendar)),
        Math.max,
      );
    case "earlier":
      return choose(
        rule.of.map((each) => findPaymentWait(each, calendar)),
        Math.min,
      );
  }
}

function waitOfAnchor(anchor: Anchor, calendar: Calendar): PaymentWait {
  switch (anchor.anchor) {
    case "date":
      return { wait: "days", days: 0, ahead: true };
    case "event":
      return { wait: "days", days: 0, ahead: aheadOfDelivery.has(anchor.event) };
    case "term":
      return { wait: "days", days: 0, ahead: anchor.edge === "start" };
    case "lastOf":
      return choose(
        anchor.of.map((each) => waitOfAnchor(each, calendar)),
        Math.max,
      );
    case "firstOf":
      return choose(
        anchor.of.map((each) => waitOfAnchor(each, calendar)),
        Math.min,
      );
    case "rule": {
      const nested = findPaymentWait(anchor.rule, calendar);
      // Six months after signing are six months served: what is counted from then is counted from a delivery.
      return nested.wait === "days" && !nested.ahead ? nested : { wait: "days", days: 0, ahead: false };
    }
    case "due":
    case "fulfilled":
    case "trigger":
      return { wait: "days", days: 0, ahead: false };
  }
}

function prolong(wait: PaymentWait, days: number): PaymentWait {
  return wait.wait === "days" ? { ...wait, days: wait.days + days } : wait;
}

/** Of several: their longest or shortest wait; what counts from a delivery decides where one of them does. */
function choose(all: readonly PaymentWait[], pick: (...days: number[]) => number): PaymentWait {
  const waits = all.filter((each) => each.wait === "days");
  const [first = { wait: "open" }] = all;
  if (waits.length === 0) return first;
  return {
    wait: "days",
    days: pick(...waits.map(({ days }) => days)),
    ahead: waits.every(({ ahead }) => ahead),
  };
}
