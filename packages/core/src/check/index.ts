export { countVerdicts, type VerdictCounts } from "./count-verdicts.ts";
export type { CheckFacts } from "./check.ts";
export type { LoanPrimeRates } from "./loan-prime-rates.ts";
export { publishedLoanPrimeRates } from "./published-loan-prime-rates.ts";
export { type CheckResult, runChecks } from "./run-checks.ts";
