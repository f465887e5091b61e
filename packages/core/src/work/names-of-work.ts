import type { Text } from "../text/index.ts";
import type { ContractWork } from "./contract-work.ts";

/** What things of a contract's work are called that obligations are about, by id. */
export function namesOfWork({
  incidents,
  penalties,
  people,
  changes,
}: ContractWork): ReadonlyMap<string, Text> {
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const plain = (text: string): Text => ({ zh: text, en: text });
  return new Map([
    ...incidents.map(({ id, number, title }) => [id, plain(`#${number} ${title}`)] as const),
    ...penalties.map(({ id, title }) => [id, plain(title)] as const),
    ...people.map(({ id, name }) => [id, plain(name)] as const),
    ...changes.map(({ id, out, in: newcomer }) => {
      const leaves = nameOf.get(out) ?? out;
      return [id, plain(newcomer === undefined ? leaves : `${leaves} → ${newcomer.name}`)] as const;
    }),
  ]);
}
