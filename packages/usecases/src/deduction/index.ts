export { approveDeduction, rejectDeduction, withdrawDeduction } from "./decide-deduction.ts";
export { proposeDeduction } from "./propose-deduction.ts";
