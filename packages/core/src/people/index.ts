export { assessRoster, isHere, type Roster, type RosterLine } from "./assess-roster.ts";
export { type ChangeNotice, findEarliestChange, findLatestRequest } from "./find-latest-request.ts";
export { listPersonEvents, listStaffChangeEvents } from "./list-people-events.ts";
export type {
  Absence,
  Newcomer,
  Person,
  Qualification,
  SecrecyAgreement,
  StaffChange,
} from "./person.ts";
