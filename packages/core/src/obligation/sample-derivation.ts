import { createCalendar } from "../calendar/index.ts";
import { type ContractTerms, contractTermsSchema, type Tranche } from "../contract/index.ts";
import { sampleTerms } from "../contract/sample-terms.ts";
import type { Anchor } from "../date-rule/index.ts";
import type { ContractEvent } from "../event/index.ts";
import { deriveObligations } from "./derive-obligations.ts";
import type { Obligation } from "./obligation.ts";

export const calendar = createCalendar();
export const title = { zh: "某项", en: "item" };
export const signed = { anchor: "event", event: "signed" } as const;
export const trigger = { anchor: "trigger" } as const;
export const main = { span: "term", term: "main" } as const;
export const onSigned = { rule: "on", anchor: signed } as const;
export const wasSigned: ContractEvent = { id: "signed", kind: "signed", on: "2026-04-27" };

export const days = (count: number, after: Anchor) =>
  ({ rule: "within", count, unit: "day", after }) as const;

/** The sample's one tranche. */
export function sampleTranche(): Tranche {
  const [tranche] = sampleTerms().tranches;
  if (tranche === undefined) throw new RangeError("the sample has a tranche");
  return tranche;
}

/** The obligations of the sample terms with what is put over them, checked by their schema. */
export function derive(over: Partial<ContractTerms>, events: readonly ContractEvent[] = []): Obligation[] {
  return deriveObligations(contractTermsSchema.parse(sampleTerms(over)), events, calendar);
}

export function find(obligations: readonly Obligation[], key: string): Obligation {
  const found = obligations.find((obligation) => obligation.key === key);
  if (found === undefined) {
    throw new RangeError(`no obligation ${key} among ${obligations.map((each) => each.key).join(", ")}`);
  }
  return found;
}

/** What an obligation waits for, as `event subject`. */
export function waitsFor({ waitingFor }: Obligation): string[] {
  return waitingFor.map(({ event, of }) => (of === undefined ? event : `${event} ${of}`));
}
