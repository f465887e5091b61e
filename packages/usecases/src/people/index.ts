export { carryOutChange, consentToChange, refuseChange, withdrawChange } from "./answer-change.ts";
export { askStaffChange, demandStaffChange } from "./ask-change.ts";
export { correctPerson, enterPerson, fileAgreement, leavePerson } from "./enter-person.ts";
export { type ContractPeople, readPeople } from "./read-people.ts";
export { recordAbsence, withdrawAbsence } from "./record-absence.ts";
