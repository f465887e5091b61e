import type { CivilDate } from "../civil-date/index.ts";
import type { ContractTerms } from "../contract/index.ts";
import type { Check, CheckFacts, Finding } from "./check.ts";
import { passed } from "./passed.ts";
import { readTermDates } from "../obligation/index.ts";

export const bondValidity: Check = {
  id: "bondValidity",
  title: { zh: "履约保函有效期不早于服务期届满", en: "the bond does not expire before the term ends" },
  source: { zh: "合同履约保函与服务期限条款", en: "the contract's clauses on the bond and the term" },
  find: checkBondValidity,
};

/** A bond that by the terms covers the only term is enough; else its last day is compared with the last term's. */
function checkBondValidity(terms: ContractTerms, facts: CheckFacts): Finding[] {
  const { bond } = terms;
  if (bond === undefined) return passed({ zh: "没有履约保函", en: "no bond is agreed" });
  const [only, ...others] = terms.terms;
  if (only !== undefined && others.length === 0 && isAgreed(bond, only.key)) {
    const { zh, en = zh } = only.title;
    const figures = { zh: `约定覆盖“${zh}”全部`, en: `agreed to cover all of “${en}”` };
    return passed(figures, ["/bond/coversTerm"]);
  }
  if (bond.validThrough === undefined && bond.coversTerm === undefined) {
    const figures = {
      zh: "缺少：保函有效期，条款也未约定须覆盖的服务期",
      en: "missing: the bond's validity, and the terms do not say which term it covers",
    };
    return [{ verdict: "notEnoughInput", figures, places: ["/bond"], missing: ["bondValidity"] }];
  }
  const { termEnd, lastEnd } = readTermDates(terms, facts.events, facts.calendar);
  const through = bond.validThrough ?? termEnd(bond.coversTerm ?? "");
  const place = bond.validThrough === undefined ? "/bond/coversTerm" : "/bond/validThrough";
  return [compareEnds(through, lastEnd, place)];
}

function compareEnds(through: CivilDate | undefined, end: CivilDate | undefined, place: string): Finding {
  const places = [place, "/terms"];
  if (through === undefined || end === undefined) {
    const figures = { zh: "缺少：服务期届满日尚未确定", en: "missing: the day on which the term ends" };
    return { verdict: "notEnoughInput", figures, places, missing: ["termEnd"] };
  }
  const covered = through >= end;
  const figures = {
    zh: `有效期至 ${through}，服务期至 ${end}`,
    en: `valid through ${through}, the term ends on ${end}`,
  };
  return { verdict: covered ? "passed" : "failed", figures, places };
}

function isAgreed({ validThrough, coversTerm }: NonNullable<ContractTerms["bond"]>, term: string): boolean {
  return validThrough === undefined && coversTerm === term;
}
