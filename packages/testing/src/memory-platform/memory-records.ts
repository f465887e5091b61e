import { type Data, tenantData } from "./data.ts";
import type { Kinds } from "./kinds.ts";
import { type MemoryPageRequest, pageOf } from "./page.ts";

/** The record of one tenant. */
export function createRecords<K extends Kinds>(data: Data<K>, tenantId: string) {
  const own = () => tenantData(data, tenantId);
  return {
    getHead: async (chain: string) => own().heads.get(chain)?.head,
    listAccess: async (page: MemoryPageRequest) => {
      const heads = [...own().heads.values()].flatMap(({ head: { person, ...head } }) =>
        person === undefined ? [] : [{ ...head, person }],
      );
      return pageOf(`access of ${tenantId}`, heads, ({ person }) => person.id, page);
    },
    listRecord: async (aggregate: string, page: MemoryPageRequest) => {
      const lines = [...(own().records.get(aggregate)?.values() ?? [])];
      return pageOf(
        `record of ${tenantId} ${aggregate}`,
        lines,
        ({ sequence }) => String(sequence).padStart(8, "0"),
        page,
      );
    },
  };
}
