import type { CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";

/** A version of a contract's terms and the day from which a supplement 补充协议 put it in force; the first has none. */
export interface VersionedTerms {
  readonly terms: ContractTerms;
  readonly from?: CivilDate;
}
