import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ContractTerms, contractTermsSchema } from "@luyue/core/contract";
import { Button } from "antd";
import { useState } from "react";
import { api, read } from "../client/api.ts";
import { useCommand } from "../client/use-command.ts";
import { contractState, ofContract } from "../contract/contract-place.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Page } from "../ui/page.tsx";
import { Refused } from "../ui/refused.tsx";
import { useUnsavedGuard } from "../ui/use-unsaved-guard.ts";
import { useWords } from "../words/words.ts";
import { Basics } from "./basics.tsx";
import { Preview } from "./preview.tsx";
import { findTermsFaults } from "./read-terms-file.ts";
import { Sources } from "./sources.tsx";
import { Tranches } from "./tranches.tsx";

/** Enters a contract: from nothing, from a file, as a copy, or goes on with a draft; what follows is worked out while one types. */
export function EntryPage() {
  const { t } = useWords();
  const { draft } = useSearch({ from: "/inside/contracts/new" });
  const [begun, setBegun] = useState<ContractTerms>();
  if (draft !== undefined) return <OfDraft contractId={draft} />;
  if (begun !== undefined) return <Entry first={begun} />;
  return (
    <Page title={t("entry.title")} lead={t("entry.lead")}>
      <Sources begin={setBegun} />
    </Page>
  );
}

function OfDraft({ contractId }: { readonly contractId: string }) {
  const query = useQuery({
    ...contractState(contractId),
    select: ({ contract, terms }) => ({
      first: contractTermsSchema.parse(terms.terms),
      draft: { contractId, version: contract.version },
    }),
    // What is being typed is not overtaken by what is stored.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Loaded query={query} rows={8}>
      {(found) => <Entry {...found} />}
    </Loaded>
  );
}

interface Draft {
  readonly contractId: string;
  readonly version: number;
}

function Entry({ first, draft }: { readonly first: ContractTerms; readonly draft?: Draft }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [terms, setTerms] = useState(first);
  const isDirty = terms !== first || draft === undefined;
  const save = useCommand(() => store(terms, draft));
  useUnsavedGuard(isDirty && !save.isSuccess);
  const faults = findTermsFaults(terms);
  const submit = () =>
    save.mutate(undefined, {
      onSuccess: ({ id }) => {
        navigate({
          to: "/contracts/$contractId",
          params: { contractId: id },
          search: { tab: "checks" },
          ignoreBlocker: true,
        }).catch(() => undefined);
      },
    });
  return (
    <Page
      title={draft === undefined ? t("entry.title") : t("entry.edit")}
      aside={
        <Button type="primary" disabled={faults.length > 0} loading={save.isPending} onClick={submit}>
          {t("entry.save")}
        </Button>
      }
    >
      <Refused refusal={save.error} />
      <div className="entry-columns">
        <div>
          <Basics terms={terms} change={setTerms} fixedNumber={draft !== undefined} />
          <Tranches terms={terms} change={setTerms} />
        </div>
        <Preview terms={terms} faults={faults} />
      </div>
    </Page>
  );
}

function store(terms: ContractTerms, draft: Draft | undefined): Promise<{ readonly id: string }> {
  if (draft === undefined) return read(api.v1.contracts.$post({ header: {}, json: { terms } }));
  const { contractId, version } = draft;
  return read(
    ofContract.terms.$put({ param: { contractId }, header: { "If-Match": `"${version}"` }, json: { terms } }),
  );
}
