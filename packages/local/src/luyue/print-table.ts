import { obligationKindNames, obligationStateNames } from "@luyue/core/obligation";
import type { DescribedObligation } from "./describe-obligation.ts";

/** Obligations as lines that a person reads: date, state, who, what, how much, what it waits for, and why. */
export function printTable(heading: string, obligations: readonly DescribedObligation[]): string {
  const lines = obligations.map((each) => {
    const quota = each.quota === null || each.quota === undefined ? "" : `  ${printQuota(each.quota)}`;
    const time = each.dueAt === null ? "" : ` ${each.dueAt.slice(11, 16)}`;
    const date = each.dueOn ?? (each.windowOpensOn === null ? "—         " : `${each.windowOpensOn}起`);
    const who = each.debtor === "buyer" ? "甲方" : "乙方";
    const amount = each.amount === null ? "" : `  ¥${each.amount}`;
    const waits =
      each.waitingFor.length === 0
        ? ""
        : `  等待：${each.waitingFor.map(({ label }) => label.zh).join("、")}`;
    const provisional = each.provisional ? "（暂定）" : "";
    const [kind, state] = [nameOf(obligationKindNames, each.kind), nameOf(obligationStateNames, each.state)];
    return `${date}${time}${provisional}  ${state}  ${who}  ${kind}  ${each.title}${quota}${amount}${waits}\n            ${each.why}`;
  });
  return `${heading}\n${lines.join("\n")}\n`;
}

function printQuota({ done, count, atMost }: NonNullable<DescribedObligation["quota"]>): string {
  if (atMost !== true) return `${done}/${count}`;
  return `已用 ${done}/${count}${done > count ? `，超出 ${done - count}` : ""}`;
}

function nameOf(names: Readonly<Record<string, { readonly zh: string }>>, key: string): string {
  return names[key]?.zh ?? key;
}
