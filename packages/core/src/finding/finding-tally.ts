import type { CivilDate } from "../civil-date/index.ts";

/**
 * How many findings one unit has to answer by one day, and how far they are: so that a contract with thousands of them has
 * one obligation a unit and day, and nobody gets a reminder for each. `total` leaves out those taken back.
 */
export interface FindingTally {
  readonly id: string;
  readonly unitId: string;
  readonly dueOn: CivilDate;
  readonly since: CivilDate;
  readonly total: number;
  /** Wait for the unit's answer; for the review of an answer; for the re-test; done. Together the total. */
  readonly open: number;
  readonly answered: number;
  readonly approved: number;
  readonly closed: number;
  /** The day of the last change. */
  readonly changedOn: CivilDate;
}
