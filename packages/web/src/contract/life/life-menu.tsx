import { useState } from "react";
import { read } from "../../client/api.ts";
import { useMay } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { useWords } from "../../words/words.ts";
import { type ContractHere, ofContract } from "../contract-place.ts";
import { CloseContract } from "./close-contract.tsx";
import { EndContract } from "./end-contract.tsx";

interface OfContract {
  readonly contractId: string;
}

/** What becomes of a contract as a whole: its early end, its closing, and the way back from either. */
export function LifeMenu(props: OfContract & { readonly status: ContractHere["head"]["status"] }) {
  const { contractId, status } = props;
  const { t } = useWords();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may("contract:write") || status === undefined || status === "draft") return null;
  return (
    <details className="life" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("life.menu")}</summary>
      {open ? (
        <div className="actions">
          {status === "active" ? <EndContract contractId={contractId} /> : null}
          {status === "terminated" ? <Resume contractId={contractId} /> : null}
          {status === "closed" ? (
            <Reopen contractId={contractId} />
          ) : (
            <CloseContract contractId={contractId} />
          )}
        </div>
      ) : null}
    </details>
  );
}

function Resume({ contractId }: OfContract) {
  const { t } = useWords();
  return (
    <CommandDialog
      label={t("life.resume")}
      fields={[{ name: "reason", label: t("common.reason"), kind: "longText" }]}
      preview={() => <p className="note">{t("life.resumeHint")}</p>}
      run={({ reason = "" }) =>
        read(ofContract.resume.$post({ param: { contractId }, header: {}, json: { reason } }))
      }
    />
  );
}

function Reopen({ contractId }: OfContract) {
  const { t } = useWords();
  return (
    <CommandDialog
      label={t("life.reopen")}
      fields={[{ name: "reason", label: t("common.reason"), kind: "longText" }]}
      preview={() => <p className="note">{t("life.reopenHint")}</p>}
      run={({ reason = "" }) =>
        read(ofContract.reopen.$post({ param: { contractId }, header: {}, json: { reason } }))
      }
    />
  );
}
