import { Link } from "@tanstack/react-router";
import { read } from "../client/api.ts";
import { useMay } from "../session/session.ts";
import { CommandDialog } from "../ui/command-dialog.tsx";
import { useWords } from "../words/words.ts";
import { ofContract } from "./contract-place.ts";

/** What is done with a draft: it is changed, and once it is right, activated. */
export function DraftBar({ contractId }: { readonly contractId: string }) {
  const { t } = useWords();
  const may = useMay();
  if (!may("contract:write")) return null;
  return (
    <div className="note draft">
      <p>{t("entry.draftHint")}</p>
      <div className="actions">
        <Link to="/contracts/new" search={{ draft: contractId }}>
          {t("entry.edit")}
        </Link>
        <CommandDialog
          label={t("entry.activate")}
          fields={[{ name: "despite", label: t("entry.despite"), kind: "longText", optional: true }]}
          run={(values) =>
            read(ofContract.activate.$post({ param: { contractId }, header: {}, json: values }))
          }
          primary
        />
      </div>
    </div>
  );
}
