interface Line<T> {
  readonly items: T[];
  at: number;
}

/**
 * Work of many tenants, taken from each in turn: whoever has fifty thousand things waits for their own, and somebody with three
 * has them done among the first. What is pushed for a tenant stands behind what it has already.
 */
export function createFairQueue<T extends { readonly tenantId: string }>(initial: readonly T[]) {
  const lines = new Map<string, Line<T>>();
  const push = (item: T) => {
    const line = lines.get(item.tenantId);
    if (line === undefined) lines.set(item.tenantId, { items: [item], at: 0 });
    else line.items.push(item);
  };
  for (const item of initial) push(item);
  const next = (): T | undefined => {
    for (const [tenantId, line] of lines) {
      const item = line.items[line.at];
      line.at += 1;
      // Taken out and put back, a tenant stands behind all others.
      lines.delete(tenantId);
      if (line.at < line.items.length) lines.set(tenantId, line);
      return item;
    }
    return undefined;
  };
  return { push, next };
}
