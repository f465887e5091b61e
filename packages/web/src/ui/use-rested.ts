import { useEffect, useState } from "react";

const restMs = 600;

/** A value once it has rested, so that not every letter asks the server. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
