import { addDays } from "@luyue/core/civil-date";
import { read } from "../../client/api.ts";
import { useSession } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place } from "../contract-place.ts";
import { CommonSteps, commonSteps } from "./common-steps.tsx";
import type { Finding } from "./finding-queries.ts";
import type { Step } from "./next-steps.ts";

const one = ofContract.findings[":findingId"];

interface Props {
  readonly place: Place;
  readonly finding: Finding;
  readonly steps: readonly Step[];
}

/** What a finding waits for, where the reader may do it. */
export function NextSteps({ place, finding, steps }: Props) {
  const { t } = useWords();
  const param = { contractId: place.contractId, findingId: finding.id };
  const next = commonSteps.filter((step) => steps.includes(step));
  if (next.length === 0) return null;
  return (
    <div className="actions">
      {next.map((step) => (
        <CommonSteps
          key={step}
          place={place}
          step={step}
          ids={[finding.id]}
          fromPaper={place.side === "agency" && finding.unit?.side === "vendor"}
        />
      ))}
      {steps.includes("return") ? (
        <ReasonDialog
          label={t("finding.return")}
          field={t("finding.returnReason")}
          run={(reason) => read(one.return.$post({ param, header: {}, json: { reason } }))}
          danger
        />
      ) : null}
    </div>
  );
}

/** What is done now and then: more time, taking back, opening again. */
export function OtherSteps({ place, finding, steps }: Props) {
  const { t } = useWords();
  const { today } = useSession();
  const param = { contractId: place.contractId, findingId: finding.id };
  const earliest = finding.dueOn < today ? today : addDays(finding.dueOn, 1);
  const others = [
    steps.includes("extend") ? (
      <CommandDialog
        key="extend"
        label={t("finding.extend")}
        fields={[
          { name: "dueOn", label: t("finding.newDay"), kind: "date", initial: earliest, least: earliest },
          { name: "reason", label: t("common.reason"), kind: "longText" },
        ]}
        run={({ dueOn = "", reason = "" }) =>
          read(one.deadline.$post({ param, header: {}, json: { dueOn, reason } }))
        }
      />
    ) : null,
    steps.includes("reopen") ? (
      <ReasonDialog
        key="reopen"
        label={t("finding.reopen")}
        run={(reason) => read(one.reopening.$post({ param, header: {}, json: { reason } }))}
      />
    ) : null,
    steps.includes("withdraw") ? (
      <ReasonDialog
        key="withdraw"
        label={t("finding.withdraw")}
        run={(reason) => read(one.withdrawal.$post({ param, header: {}, json: { reason } }))}
        danger
      />
    ) : null,
  ].filter((step) => step !== null);
  return others.length === 0 ? null : <div className="actions">{others}</div>;
}
