import type { CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import { compareMoney, formatMoney, type Money } from "../money/index.ts";
import type { Text } from "../text/index.ts";
import type { Bond } from "./bond.ts";
import { openOfBond } from "./claims.ts";

type BondTerms = NonNullable<ContractTerms["bond"]>;

/** What a bond has to cover: the last day, or an overrun of which nobody knows the end. */
export interface BondCover {
  readonly termEndsOn?: CivilDate;
  readonly overrunRuns: boolean;
}

/**
 * Where the bond of a contract stands on a day: the paper in force with what may still be claimed on it, and what is wrong:
 * `missing` none is in force, `short` it ends before what it has to cover, `low` it has been claimed on below what was agreed.
 */
export interface BondAssessment {
  readonly inForce?: Bond;
  readonly open: Money;
  readonly validUntil?: CivilDate;
  readonly neededUntil?: CivilDate;
  /** Why it is needed until then. */
  readonly why?: Text;
  readonly problems: readonly { readonly problem: "missing" | "short" | "low"; readonly text: Text }[];
}

export function assessBond(
  { amount, validThrough }: BondTerms,
  bonds: readonly Bond[],
  cover: BondCover,
  today: CivilDate,
): BondAssessment {
  const held = bonds.filter(({ state, validUntil }) => state === "held" && validUntil >= today);
  const inForce = held
    .filter(({ validFrom }) => validFrom <= today)
    .toSorted((one, other) => (one.validUntil > other.validUntil ? -1 : 1))[0];
  const validUntil = held
    .map((bond) => bond.validUntil)
    .toSorted()
    .at(-1);
  const neededUntil = [validThrough, cover.termEndsOn]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  const open = inForce === undefined ? "0.00" : openOfBond(inForce);
  const problems: BondAssessment["problems"][number][] = [];
  if (inForce === undefined) {
    problems.push({ problem: "missing", text: { zh: "没有有效的履约保函", en: "no bond is in force" } });
  } else if (compareMoney(open, amount) < 0) {
    problems.push({
      problem: "low",
      text: {
        zh: `可索赔余额 ${formatMoney(open)}，约定 ${formatMoney(amount)}`,
        en: `${formatMoney(open)} may still be claimed of ${formatMoney(amount)} agreed`,
      },
    });
  }
  const short = shortText(validUntil, neededUntil, cover.overrunRuns, today);
  if (short !== undefined) problems.push({ problem: "short", text: short });
  return {
    ...(inForce === undefined ? {} : { inForce }),
    open,
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(neededUntil === undefined ? {} : { neededUntil, why: neededText(neededUntil, cover) }),
    problems,
  };
}

function neededText(day: CivilDate, { termEndsOn, overrunRuns }: BondCover): Text {
  const why =
    termEndsOn === day
      ? { zh: `须覆盖整个服务期，服务期至 ${day}`, en: `it covers the whole term, which ends on ${day}` }
      : { zh: `合同约定有效期至 ${day}`, en: `the contract wants it valid through ${day}` };
  if (!overrunRuns) return why;
  return {
    zh: `${why.zh}；超期服务进行中，须继续有效`,
    en: `${why.en}; service goes on beyond it, so the bond has to as well`,
  };
}

function shortText(
  validUntil: CivilDate | undefined,
  neededUntil: CivilDate | undefined,
  overrunRuns: boolean,
  today: CivilDate,
): Text | undefined {
  if (validUntil === undefined) return undefined;
  if (overrunRuns) {
    return {
      zh: `超期服务进行中，保函仅至 ${validUntil}`,
      en: `service goes on beyond the term, the bond only through ${validUntil}`,
    };
  }
  if (neededUntil === undefined || neededUntil <= validUntil || neededUntil < today) return undefined;
  return {
    zh: `保函至 ${validUntil}，须覆盖至 ${neededUntil}`,
    en: `the bond ends on ${validUntil}, it has to cover ${neededUntil}`,
  };
}
