/** One write: the item it is about, whether what it expects is so, and the write itself. */
export interface Action {
  readonly item: string;
  readonly holds: boolean;
  readonly write: () => void;
}

/** A write that expects nothing. */
export function always(item: string, write: () => unknown): Action {
  return { item, holds: true, write: () => void write() };
}

/** Throws Error for another tenant's things. */
export function demandOwn(tenantId: string, own: string): void {
  if (tenantId !== own) throw new Error(`a change of ${tenantId} in the store of ${own}`);
}
