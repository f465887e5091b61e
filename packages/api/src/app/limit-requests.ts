import { type Instant, toEpochMs } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";

const spanMs = 60_000;
/** Beyond this many callers the oldest are forgotten: a flood of addresses takes no memory. */
const mostCallers = 10_000;

/**
 * Bounds how often a caller asks, in spans of a minute, in this process: a guard of the process, where the gateway in front of
 * it guards the whole. The function throws `tooMany` beyond the limit.
 */
export function createRequestLimit(perMinute: number, now: () => Instant): (caller: string) => void {
  const spans = new Map<string, { readonly span: number; count: number }>();
  return (caller) => {
    const span = Math.floor(toEpochMs(now()) / spanMs);
    const known = spans.get(caller);
    const counted = known?.span === span ? known : { span, count: 0 };
    counted.count += 1;
    spans.delete(caller);
    spans.set(caller, counted);
    const [oldest] = spans.keys();
    if (spans.size > mostCallers && oldest !== undefined) spans.delete(oldest);
    if (counted.count > perMinute) {
      throw new DomainError("tooMany", {
        zh: "请求过于频繁，请一分钟后再试",
        en: "too many requests, please try again in a minute",
      });
    }
  };
}
