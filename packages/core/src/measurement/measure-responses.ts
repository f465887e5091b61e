import { fromEpochMs, type Instant, toEpochMs } from "../civil-date/index.ts";
import { titleText } from "../contract/index.ts";
import type { Text } from "../text/index.ts";
import { compareFractions, divideFractions, type Fraction, showFraction, sumFractions } from "./fraction.ts";
import type { Measured, MeasureFacts } from "./measured.ts";

interface Response {
  readonly title: Text;
  readonly requestedAt: Instant;
  readonly minutes: Fraction;
  readonly open: boolean;
}

/**
 * Response times 响应时间 in minutes, from a request to its answer under those limits of on-demand services that name
 * `response-time`: the worst, or the mean. A request that is still without its answer past its limit counts with the time
 * that it has waited. None where nothing was requested, and where an instant is missing of what was.
 */
export function measureResponses(
  facts: MeasureFacts,
  of: string | undefined,
  which: "worst" | "mean",
): Measured | undefined {
  const responses = listResponses(facts, of);
  const [first] = responses ?? [];
  if (responses === undefined || first === undefined) return undefined;
  const worst = responses.reduce(
    (most, each) => (compareFractions(each.minutes, most.minutes) > 0 ? each : most),
    first,
  );
  const count = { part: BigInt(responses.length), whole: 1n };
  const mean = divideFractions(sumFractions(responses.map(({ minutes }) => minutes)), count);
  const value = which === "worst" ? worst.minutes : mean;
  if (value === undefined) return undefined;
  return {
    value,
    unit: "minute",
    why: which === "worst" ? explainWorst(worst, responses) : explainMean(responses),
  };
}

function listResponses(facts: MeasureFacts, of: string | undefined): Response[] | undefined {
  const events = new Map(facts.events.map((event) => [event.id, event]));
  const obligations = new Map(facts.obligations.map((each) => [each.key, each]));
  const found: Response[] = [];
  for (const { requested, title, key } of listOwed(facts, of)) {
    const obligation = obligations.get(key);
    // Not owed any more: the contract ended early before its time was up.
    if (obligation === undefined) continue;
    const { fulfilment: answer, dueAt } = obligation;
    const open = answer === undefined;
    if (open && dueAt !== undefined && toEpochMs(facts.now) <= toEpochMs(dueAt)) continue;
    const answeredAt = answer === undefined ? facts.now : events.get(answer.eventId)?.at;
    if (requested.at === undefined || answeredAt === undefined) return undefined;
    const ms = Math.max(0, toEpochMs(answeredAt) - toEpochMs(requested.at));
    found.push({ title, requestedAt: requested.at, minutes: { part: BigInt(ms), whole: 60_000n }, open });
  }
  return found;
}

/** Each request with the answer that a limit of its service demands. */
function listOwed({ terms, events }: MeasureFacts, of: string | undefined) {
  return (terms.services ?? []).flatMap(({ key, title, schedule }) => {
    if (schedule.schedule !== "onDemand" || (of !== undefined && of !== key)) return [];
    const limits = (schedule.limits ?? []).filter(({ measure }) => measure === "response-time");
    const requests = events.filter((event) => event.kind === "requested" && event.of === key);
    return requests.flatMap((requested) =>
      limits.map((limit) => ({
        requested,
        title: titleText(title),
        key: `service.${key}.${requested.id}.${limit.key}`,
      })),
    );
  });
}

function explainWorst(worst: Response, responses: readonly Response[]): Text {
  const shown = showFraction(worst.minutes);
  const when = fromEpochMs(toEpochMs(worst.requestedAt)).slice(0, 16).replace("T", " ");
  return {
    zh: `${responses.length}次请求中最慢的一次：${when} 的“${worst.title.zh}”${worst.open ? `至今未响应，已过 ${shown} 分钟` : `用时 ${shown} 分钟`}`,
    en: `the slowest of ${responses.length} requests: ${worst.title.en} of ${when}, ${worst.open ? `without an answer for ${shown} minutes so far` : `answered after ${shown} minutes`}`,
  };
}

function explainMean(responses: readonly Response[]): Text {
  const open = responses.filter((each) => each.open).length;
  const total = showFraction(sumFractions(responses.map(({ minutes }) => minutes)));
  return {
    zh: `${responses.length}次请求共 ${total} 分钟${open === 0 ? "" : `，其中${open}次至今未响应`}`,
    en: `${total} minutes over ${responses.length} requests${open === 0 ? "" : `, ${open} of them without an answer so far`}`,
  };
}
