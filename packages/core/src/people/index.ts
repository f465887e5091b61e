export type {
  Absence,
  Newcomer,
  Person,
  Qualification,
  SecrecyAgreement,
  StaffChange,
} from "./person.ts";
export { listPersonEvents, listStaffChangeEvents } from "./list-people-events.ts";
