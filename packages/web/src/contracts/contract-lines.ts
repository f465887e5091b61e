import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { addDays } from "@luyue/core/civil-date";
import { api, readAll } from "../client/api.ts";
import { useSession } from "../session/session.ts";
import type { ContractLine } from "./select-contracts.ts";

type Head = Omit<ContractLine, "overdue" | "due">;
type Side = "agency" | "partner";

const daysAhead = 30;

/** All contracts of an agency, or of a vendor with all agencies. */
export function contractHeads(side: Side) {
  return {
    queryKey: ["contracts", side],
    queryFn: async (): Promise<readonly (Head & { readonly agencyId: string | undefined })[]> => {
      if (side === "partner") {
        const { items } = await readAll((query) => api.v1.partner.contracts.$get({ query }));
        return items.map(({ buyerName, agencyId, ...head }) => ({
          ...head,
          agencyId,
          other: buyerName,
          status: undefined,
          version: undefined,
          pendingFrom: null,
        }));
      }
      const { items } = await readAll((query) => api.v1.contracts.$get({ query }));
      return items.map(({ vendorName, termsVersion, ...head }) => ({
        ...head,
        agencyId: undefined,
        other: vendorName,
        version: termsVersion,
      }));
    },
  };
}

/** How much of each contract is overdue, and due soon. */
function contractCounts(side: Side, today: string) {
  const list = side === "agency" ? api.v1.obligations : api.v1.partner.obligations;
  return {
    queryKey: ["obligations", side, "counts", today],
    queryFn: async () => {
      const [overdue, soon] = await Promise.all([
        readAll((query) => list.$get({ query: { ...query, state: "overdue" } })),
        readAll((query) => list.$get({ query: { ...query, from: today, to: addDays(today, daysAhead) } })),
      ]);
      const ahead = soon.items.filter(({ state }) => state === "open" || state === "upcoming");
      return { overdue: countByContract(overdue.items), due: countByContract(ahead) };
    },
  };
}

function countByContract(items: readonly { readonly contractId: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { contractId } of items) counts.set(contractId, (counts.get(contractId) ?? 0) + 1);
  return counts;
}

/** The contracts with their counts; these may come later and are 0 until then. */
export function useContractLines(): UseQueryResult<readonly ContractLine[]> {
  const { side, today } = useSession();
  const { data: counts } = useQuery(contractCounts(side, today));
  return useQuery({
    ...contractHeads(side),
    select: (heads) =>
      heads.map((head) => ({
        ...head,
        overdue: counts?.overdue.get(head.id) ?? 0,
        due: counts?.due.get(head.id) ?? 0,
      })),
  });
}
