import type { CivilDate } from "@luyue/core/civil-date";
import type { Steps } from "./steps.ts";

interface Facts {
  readonly performedOn?: CivilDate;
  readonly performedThrough?: CivilDate;
  readonly quantity?: number;
}

interface HandedIn {
  readonly id: string;
  readonly piece: number;
  readonly version: number;
  readonly state: string;
  readonly dueOn: string | null;
}

/** The vendor uploads a file of its own and hands it in for an obligation. */
export async function handIn(
  { does, uploads, stack }: Steps,
  of: string,
  facts: Facts = {},
): Promise<HandedIn> {
  const file = await uploads("vendor", `%PDF-1.7\n% ${of} ${stack.clock.now()}\n%%EOF\n`);
  const files = [{ file, name: `${of}.pdf` }];
  return does<HandedIn>("vendor", "POST /submissions", { of, files, ...facts });
}

export function accept({ does }: Steps, { id }: Pick<HandedIn, "id">) {
  return does("acceptor", `POST /submissions/${id}/acceptance`, {});
}

/** Handed in and, the same day, found good; gives its id. */
export async function deliver(steps: Steps, of: string, facts: Facts = {}): Promise<string> {
  const handed = await handIn(steps, of, facts);
  await accept(steps, handed);
  return handed.id;
}

/** A service of today with its record. */
export function perform(steps: Steps, service: string, quantity?: number): Promise<string> {
  const performedOn = steps.stack.clock.today();
  return deliver(steps, `service.${service}`, {
    performedOn,
    ...(quantity === undefined ? {} : { quantity }),
  });
}

/** Duty in a key period, from its first day through today, with its report. */
export async function guard(steps: Steps, period: string, performedOn: CivilDate): Promise<void> {
  const days = { performedOn, performedThrough: steps.stack.clock.today() };
  await deliver(steps, `service.special-period-duty.${period}`, days);
  await deliver(steps, `deliverable.duty-report.${period}`);
}
