import { type CheckResult, countVerdicts } from "@luyue/core/check";

type Verdict = CheckResult["verdict"];

const names: Readonly<Record<Verdict, string>> = {
  passed: "通过  ",
  failed: "不通过",
  warning: "提醒  ",
  notEnoughInput: "缺信息",
};

/** Findings as lines that a person reads: verdict, check and source, then the figures and where they stand in the terms. */
export function printChecks(heading: string, checks: readonly CheckResult[]): string {
  const lines = checks.map(({ verdict, title, source, figures, places }) => {
    const where = verdict === "passed" || places.length === 0 ? "" : `\n        ${places.join(" ")}`;
    return `${names[verdict]}  ${title.zh}（${source.zh}）\n        ${figures.zh}${where}`;
  });
  const { passed, failed, warning, notEnoughInput } = countVerdicts(checks);
  const summary = `通过 ${passed}，不通过 ${failed}，提醒 ${warning}，缺信息 ${notEnoughInput}`;
  return `${heading}\n${lines.join("\n")}\n${summary}\n`;
}
