const earlierMs = 5 * 60_000;

/** Asks once for what ends, and anew five minutes before its end; many that wait share one answer, and a failure is not kept. */
export function keepUntilExpired<T extends { readonly expiration: Date }>(
  ask: () => Promise<T>,
  now: () => number = Date.now,
): () => Promise<T> {
  let kept: Promise<T> | undefined;
  let until = Number.POSITIVE_INFINITY;
  const askAnew = async (): Promise<T> => {
    try {
      const answer = await ask();
      until = answer.expiration.getTime() - earlierMs;
      return answer;
    } catch (error) {
      kept = undefined;
      throw error;
    }
  };
  return () => {
    if (kept === undefined || now() >= until) {
      until = Number.POSITIVE_INFINITY;
      kept = askAnew();
    }
    return kept;
  };
}
