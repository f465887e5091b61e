const earlierMs = 5 * 60_000;

/** Asks once for what ends, and anew five minutes before its end; many that wait share one answer, and a failure is not kept. */
export function keepUntilExpired<T extends { readonly expiration: Date }>(
  ask: () => Promise<T>,
  now: () => number = Date.now,
): () => Promise<T> {
  let kept: Promise<T> | undefined;
  let until = Number.POSITIVE_INFINITY;
  return () => {
    if (kept === undefined || now() >= until) {
      until = Number.POSITIVE_INFINITY;
      const asked = ask();
      kept = asked;
      asked.then(
        ({ expiration }) => {
          if (kept === asked) until = expiration.getTime() - earlierMs;
        },
        () => {
          if (kept === asked) kept = undefined;
        },
      );
    }
    return kept;
  };
}
