import { formatMoney, type Money } from "@luyue/core/money";
import type { Text } from "@luyue/core/text";
import type { ContractStatus } from "@luyue/usecases/contract";
import { say, type View } from "./frame.tsx";

export interface ContractHead {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly buyerName: string;
  readonly vendorName: string;
  readonly total: Money;
  /** For its agency alone: a vendor sees active contracts. */
  readonly status?: ContractStatus;
}

const statusNames: Readonly<Record<ContractStatus, Text>> = {
  draft: { zh: "草稿", en: "draft" },
  active: { zh: "生效", en: "active" },
  terminated: { zh: "已提前终止", en: "ended early" },
  closed: { zh: "已关闭", en: "closed" },
};

const pages = [
  { page: "", zh: "合同", en: "Contract" },
  { page: "?tab=deliverables", zh: "交付与验收", en: "Work and acceptance" },
  { page: "?tab=scores", zh: "考核评分", en: "Scores" },
  { page: "/findings", zh: "安全隐患", en: "Findings" },
] as const;

/** What a contract is and whose, with the way to each of its pages. */
export function ContractHeading({ view, contract }: { view: View; contract: ContractHead }) {
  const t = (zh: string, en: string) => say(view, zh, en);
  const { status = "active" } = contract;
  return (
    <>
      <h1>{contract.name}</h1>
      <p class="lead bits">
        {[
          contract.number,
          `${t("甲方", "buyer")} ${contract.buyerName}`,
          `${t("乙方", "vendor")} ${contract.vendorName}`,
          `${t("合同总价", "total")} ¥${formatMoney(contract.total)}`,
          ...(status === "active" ? [] : [statusNames[status][view.language]]),
        ].map((each) => (
          <span class="bit">{each}</span>
        ))}
      </p>
      <nav class="tabs" aria-label={t("合同各页", "pages of the contract")}>
        {pages.map(({ page, zh, en }) => (
          <a
            href={`/contracts/${contract.id}${page}`}
            {...(page === "/findings" ? { "aria-current": "page" as const } : {})}
          >
            {t(zh, en)}
          </a>
        ))}
      </nav>
    </>
  );
}

/** Whether anything can still be entered under it. */
export function isRunning({ status = "active" }: ContractHead): boolean {
  return status === "active" || status === "terminated";
}
