import type { Table } from "../table/table.ts";

/** The table as one tenant's store has it. */
export interface OwnTable {
  readonly table: Table;
  /** The table for changes that reach beyond the tenant's own keys; not every program may make any. */
  readonly registry: () => Table;
  readonly tenantId: string;
  /** Gives back what is this tenant's; throws Error for anything of another, which no caller should have at hand. */
  readonly demandOwn: <T extends object>(thing: T & { readonly tenantId?: string }, tenantId?: string) => T;
}

export function ownTable(opened: Pick<OwnTable, "table" | "registry" | "tenantId">): OwnTable {
  const { tenantId } = opened;
  return {
    ...opened,
    demandOwn: (thing, of = thing.tenantId) => {
      if (of !== tenantId) throw new Error("a write to another tenant through this store");
      return thing;
    },
  };
}

/** An id that keys are made of; `#` would let it reach beyond its own part. */
export function demandIdPart(id: string): void {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) throw new Error("not an id that keys are made of");
}
