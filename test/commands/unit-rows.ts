import { putUnit } from "@luyue/usecases/finding";
import { stillDraft, unknownContract } from "./contract-rows.ts";
import { rowFor, seedFindings, seedUnits, tenantId } from "./finding-seed.ts";
import { closedContract } from "./money-seed.ts";
import { change, invalid, type Row, rowOf } from "./row.ts";

const contact = { name: "李工", email: "li@unit.example", language: "en" };
const contactsOf = (many: number) => ({ contacts: Array.from({ length: many }, () => contact) });

const put = rowOf(putUnit, {
  allowed: ["contractManager"],
  aggregate: "contract",
  namesIds: true,
  shows: ["before", "after"],
  prepare: async (world) => {
    const { contractId, own } = await seedUnits(world);
    const input = { contractId, unitId: own, name: "信息化处", side: "vendor", contacts: [contact] };
    return { tenantId, contractId, input, other: { ...input, name: "网安处" } };
  },
  subjectOf: ({ id }) => id,
  refusals: [
    unknownContract,
    stillDraft,
    closedContract,
    {
      why: "no such unit",
      code: "notFound",
      arrange: (_world, { input }) => ({ ...input, unitId: "unt_zzzzzzzzzz" }),
    },
    invalid("the name of another unit", "/name", change({ name: "乙方运维组" })),
    invalid("no name", "/name", change({ name: " " })),
    invalid("neither side", "/side", change({ side: "both" })),
    invalid("too many contacts", "/contacts", change(contactsOf(11))),
    invalid("no address", "/contacts/0/email", change({ contacts: [{ ...contact, email: "li" }] })),
    {
      why: "it goes to the other side with findings open",
      code: "conflict",
      arrange: async (world, { input, contractId = "" }) => {
        await seedFindings(world, contractId, [rowFor(String(input["unitId"]))]);
        return input;
      },
    },
  ],
});

export const unitRows: readonly Row[] = [put];
