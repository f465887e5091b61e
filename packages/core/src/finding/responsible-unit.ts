import type { Act, Side } from "../party/index.ts";
import type { Language } from "../text/index.ts";

/** Somebody of a unit, whom reminders go to. */
export interface UnitContact {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** A unit 责任单位 that findings are handed to: of the buyer or of the vendor; its contacts get the reminders. */
export interface ResponsibleUnit {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  readonly contacts: readonly UnitContact[];
  readonly changed: Act;
}
