import { type Article, type ContractTerms, titleText } from "../contract/index.ts";
import type { Text } from "../text/index.ts";
import type { Check, Finding } from "./check.ts";
import { passed } from "./passed.ts";

export const crossReferences: Check = {
  id: "crossReferences",
  title: { zh: "条款引用指向相应内容", en: "clauses point at articles about what they say" },
  source: { zh: "合同条款之间的引用", en: "the contract's references to its own articles" },
  find: checkCrossReferences,
};

/** A reference fails where its article is not there, or is about something else. */
function checkCrossReferences({ articles = [], references = [] }: ContractTerms): Finding[] {
  if (references.length === 0) {
    return passed({ zh: "没有登记条款引用", en: "no references are on record" });
  }
  const wrong = references.flatMap(({ at, to, about }, index) => {
    const place = `/references/${index}`;
    const target = articles.findIndex(({ number }) => number === to);
    const article = articles[target];
    if (article?.about?.includes(about) === true) return [];
    const right = articles.find((each) => each.about?.includes(about) === true);
    return [judge({ at, to, about, place, article, target, right })];
  });
  if (wrong.length > 0) return wrong;
  const shown = references.map(({ at, to }) => `${at} → ${to}`).join("；");
  return passed({ zh: shown, en: shown.replaceAll("；", "; ") }, ["/references"]);
}

interface Reference {
  readonly at: string;
  readonly to: string;
  readonly about: string;
  readonly place: string;
  readonly article: Article | undefined;
  readonly target: number;
  readonly right: Article | undefined;
}

function judge({ at, to, about, place, article, target, right }: Reference): Finding {
  if (article === undefined) {
    const figures = { zh: `${at}引用的“${to}”不存在`, en: `${at} points at ${to}, which is not there` };
    return { verdict: "failed", figures, places: [place] };
  }
  const places = [place, `/articles/${target}`];
  const named = nameArticle(article);
  if (article.about === undefined) {
    const figures = {
      zh: `缺少：${named.zh}的内容，无法判断${at}的引用（${about}）`,
      en: `missing: what ${named.en} is about, so that the reference at ${at} (${about}) can be judged`,
    };
    return { verdict: "notEnoughInput", figures, places, missing: ["articles"] };
  }
  const instead = right === undefined ? undefined : nameArticle(right);
  const figures = {
    zh: `${at}引用${named.zh}，与所指内容不符；所指内容${instead === undefined ? "在合同中找不到" : `在${instead.zh}`}`,
    en: `${at} points at ${named.en}; what it means (${about}) is ${instead === undefined ? "nowhere in the contract" : `in ${instead.en}`}`,
  };
  return { verdict: "failed", figures, places };
}

function nameArticle({ number, title }: Article): Text {
  const { zh, en } = titleText(title);
  const plain = /^\d+$/.test(number);
  return {
    zh: `${plain ? `第${number}条` : number}“${zh}”`,
    en: `${plain ? `article ${number}` : number} (${en})`,
  };
}
