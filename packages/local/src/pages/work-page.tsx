import { AcceptanceSection } from "./acceptance-section.tsx";
import type { ObligationView } from "./api-reader.ts";
import { type ContractHead, ContractHeading, isRunning } from "./contract-heading.tsx";
import { Frame, say, type View } from "./frame.tsx";
import { ProgressSection } from "./progress-section.tsx";
import type { Refusal } from "./row-form.tsx";
import { listWorkLines } from "./work-lines.ts";
import type { AcceptancesView, ProgressRowView, SubmissionView } from "./work-views.ts";

const kindsOfAcceptance = new Set(["application", "review", "acceptance", "plan", "rectification"]);

/** The work of a contract: how far each part is, with what is handed in and checked, then its acceptances. */
export function WorkPage(props: {
  view: View;
  contract: ContractHead;
  rows: readonly ProgressRowView[];
  obligations: readonly ObligationView[];
  submissions: readonly SubmissionView[];
  acceptances: AcceptancesView;
  refused: Refusal | undefined;
}) {
  const { view, contract, rows, obligations, submissions, acceptances, refused } = props;
  const shared = { view, base: `/contracts/${contract.id}`, running: isRunning(contract), refused };
  return (
    <Frame view={view} title={`${say(view, "履约与验收", "Work")} · ${contract.name}`}>
      <ContractHeading view={view} contract={contract} page="/work" />
      <ProgressSection {...shared} lines={listWorkLines(rows, obligations, submissions)} />
      <AcceptanceSection
        {...shared}
        acceptances={acceptances}
        obligations={obligations.filter(({ kind }) => kindsOfAcceptance.has(kind))}
        submissions={submissions}
      />
    </Frame>
  );
}
