import { addDays, civilDateOf } from "../civil-date/index.ts";
import type { Counter } from "../contract/index.ts";
import { formatMoney, subtractMoney } from "../money/index.ts";
import { countInTime } from "./count-in-time.ts";
import type { CounterFacts, CounterStanding } from "./counter-standing.ts";

/** How far a counter has come. Pure: what was taken back does not count. */
export function evaluateCounter(counter: Counter, facts: CounterFacts): CounterStanding {
  switch (counter.count) {
    case "incidents":
    case "incidentHours":
    case "personTimes":
      return countInTime(counter, facts);
    case "cap":
      return standingOfCap(counter, facts);
    case "lateDays":
      return standingOfLateness(counter, facts);
    case "imposed":
      return standingOfImposed(counter, facts);
    case "uncured":
      return standingOfCures(counter, facts);
    case "unrectified":
      return standingOfRectification(counter, facts);
    case "acceptance":
      return standingOfAcceptance(counter, facts);
  }
}

type Of<C extends Counter["count"]> = Extract<Counter, { readonly count: C }>;

function standingOfCap(counter: Of<"cap">, { capOf, penalties, now }: CounterFacts): CounterStanding {
  const cap = capOf(counter.cap);
  if (cap === undefined) throw new RangeError(`no cap ${counter.cap}`);
  const figures = `${formatMoney(cap.used)} / ${formatMoney(cap.limit)}`;
  const text = { zh: `扣款累计 ${figures}`, en: `penalties so far ${figures}` };
  if (subtractMoney(cap.limit, cap.used) !== "0.00") return { counter, text, reached: [] };
  const last = penalties.flatMap((each) => (each.state === "imposed" ? [civilDateOf(each.decided.at)] : []));
  const on = last.toSorted().at(-1) ?? civilDateOf(now);
  return { counter, text, reached: [{ key: "cap", on, because: [{ on, text }] }] };
}

function standingOfLateness(counter: Of<"lateDays">, { lateOf }: CounterFacts): CounterStanding {
  const { penalty, bound, value } = counter;
  const late = lateOf(penalty);
  const most = Math.max(0, ...late.map(({ days }) => days));
  const least = bound === "atLeast" ? value : value + 1;
  return {
    counter,
    text: {
      zh: `逾期最多 ${most} 日（${bound === "atLeast" ? "≥" : ">"} ${value}）`,
      en: `at most ${most} days late (${bound === "atLeast" ? "≥" : ">"} ${value})`,
    },
    reached: late
      .filter(({ days }) => days >= least)
      .map(({ key, title, dueOn }) => {
        const on = addDays(dueOn, least);
        const text = { zh: `“${title.zh}”逾期满${least}日`, en: `${title.en}: ${least} days late` };
        return { key, on, because: [{ on, text }] };
      }),
  };
}

function standingOfImposed(counter: Of<"imposed">, { penalties }: CounterFacts): CounterStanding {
  const found = penalties.flatMap((each) =>
    each.state === "imposed" && each.rule !== undefined && counter.penalties.includes(each.rule)
      ? [{ key: each.id, on: civilDateOf(each.decided.at), title: each.title }]
      : [],
  );
  return {
    counter,
    text: { zh: `已决定的有关违约金 ${found.length} 笔`, en: `${found.length} of these penalties imposed` },
    reached: found.map(({ key, on, title }) => ({
      key,
      on,
      because: [{ on, text: { zh: `${on} 决定违约金：${title}`, en: `penalty imposed on ${on}: ${title}` } }],
    })),
  };
}

/** A breach that was noticed and whose time to cure it is over; one that was cured late gave the right all the same. */
function standingOfCures(counter: Of<"uncured">, { obligations, now }: CounterFacts): CounterStanding {
  const today = civilDateOf(now);
  const missed = obligations.flatMap(({ key, kind, debtor, dueOn, fulfilment }) => {
    if (kind !== "cure" || debtor !== "vendor" || dueOn === undefined) return [];
    const until = fulfilment?.on ?? today;
    return until > dueOn ? [{ key, dueOn, on: addDays(dueOn, 1) }] : [];
  });
  return {
    counter,
    text: { zh: `逾期未纠正的违约 ${missed.length} 项`, en: `${missed.length} breaches not cured in time` },
    reached: missed.map(({ key, dueOn, on }) => ({
      key,
      on,
      because: [{ on, text: { zh: `违约纠正期限 ${dueOn} 已过`, en: `the time to cure ended on ${dueOn}` } }],
    })),
  };
}

const rightOfAcceptance = { exceeded: "terminate", late: "late" } as const;

function standingOfAcceptance(
  counter: Of<"acceptance">,
  { acceptanceRights }: CounterFacts,
): CounterStanding {
  const key = `acceptance.${counter.acceptance}.${rightOfAcceptance[counter.because]}`;
  const found = acceptanceRights.filter((right) => right.key === key);
  const text =
    counter.because === "exceeded"
      ? { zh: "整改次数用尽仍未通过", en: "failed after the last rectification allowed" }
      : { zh: "未在甲方规定的期限内完成整改", en: "not rectified by the buyer's day" };
  const reached = found.map(({ arisenOn, because }) => ({ key, on: arisenOn, because }));
  return { counter, text, reached };
}

/** A full rectification that its day went by without: it is for the buyer to say that its demands were met. */
function standingOfRectification(
  counter: Of<"unrectified">,
  { rights, obligations, now }: CounterFacts,
): CounterStanding {
  const today = civilDateOf(now);
  const demanded = rights.filter(
    ({ terms, withdrawn }) => terms === counter.after && withdrawn === undefined,
  );
  const keys = new Set(demanded.map(({ id }) => `fullRectification.${id}`));
  const missed = obligations.flatMap(({ key, dueOn, fulfilment }) => {
    if (!keys.has(key) || dueOn === undefined) return [];
    return (fulfilment?.on ?? today) > dueOn ? [{ key, dueOn, on: addDays(dueOn, 1) }] : [];
  });
  return {
    counter,
    text: {
      zh: `未按期达到要求的全面整改 ${missed.length} 次`,
      en: `${missed.length} full rectifications not done in time`,
    },
    reached: missed.map(({ key, dueOn, on }) => ({
      key,
      on,
      because: [
        {
          on,
          text: {
            zh: `全面整改期限 ${dueOn} 已过，甲方未确认达到要求`,
            en: `the day of the full rectification, ${dueOn}, has passed, and the buyer has not found its demands met`,
          },
        },
      ],
    })),
  };
}
