import { useQuery } from "@tanstack/react-query";
import { read } from "../../client/api.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract } from "../contract-place.ts";
import { OpenMatters, openMatters } from "./open-matters.tsx";

/** Closes a contract; a reason is asked for where something is still open. */
export function CloseContract({ contractId }: { readonly contractId: string }) {
  const { t } = useWords();
  const { data = [] } = useQuery(openMatters(contractId));
  const isOpen = data.length > 0;
  return (
    <CommandDialog
      label={t("life.close")}
      danger={isOpen}
      fields={[
        {
          name: "reason",
          label: isOpen ? t("life.closeReason") : t("common.reason"),
          kind: "longText",
          optional: !isOpen,
        },
      ]}
      preview={() => (
        <>
          <OpenMatters contractId={contractId} />
          <p className="note">{t("life.closeHint")}</p>
        </>
      )}
      run={(values) => read(ofContract.close.$post({ param: { contractId }, header: {}, json: values }))}
    />
  );
}
