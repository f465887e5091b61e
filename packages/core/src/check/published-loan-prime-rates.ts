import type { LoanPrimeRates } from "./loan-prime-rates.ts";

/**
 * The one-year rates from August 2023 on, as published by the National Interbank Funding Centre 全国银行间同业拆借中心 under the
 * authority of the People's Bank of China; the publications in between left them as they were.
 */
export const publishedLoanPrimeRates: LoanPrimeRates = {
  changes: [
    { publishedOn: "2023-08-21", percent: "3.45" },
    { publishedOn: "2024-07-22", percent: "3.35" },
    { publishedOn: "2024-10-21", percent: "3.10" },
    { publishedOn: "2025-05-20", percent: "3.00" },
  ],
  lastPublishedOn: "2026-02-24",
};
