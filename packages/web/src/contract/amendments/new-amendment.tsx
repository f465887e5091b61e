import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { read } from "../../client/api.ts";
import { refusalOf } from "../../client/refusal.ts";
import { findTermsFaults } from "../../entry/read-terms-file.ts";
import { TermsFile } from "../../entry/sources.tsx";
import { Tranches } from "../../entry/tranches.tsx";
import { useSession } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { Labelled } from "../../ui/labelled.tsx";
import { Loading } from "../../ui/loaded.tsx";
import { Refused } from "../../ui/refused.tsx";
import { useRested } from "../../ui/use-rested.ts";
import { useUnsavedGuard } from "../../ui/use-unsaved-guard.ts";
import { useWords } from "../../words/words.ts";
import { ofContract } from "../contract-place.ts";
import { isSame, reasonOf, withCapitals } from "./amend-terms.ts";
import { AmendedFields } from "./amended-fields.tsx";
import { ShownPreview } from "./shown-preview.tsx";
import type { AmendmentPreview, Version } from "./version-queries.ts";

/** A supplement in the making: the terms that hold, changed; what that does is seen before it is signed. */
export function NewAmendment(props: {
  readonly contractId: string;
  readonly version: Version;
  readonly close: () => void;
}) {
  const { contractId, version, close } = props;
  const { t } = useWords();
  const { today } = useSession();
  const [terms, setTerms] = useState(version.terms);
  const [from, setFrom] = useState(today);
  const isChanged = !isSame(terms, version.terms);
  useUnsavedGuard(isChanged);
  const change = (next: typeof terms) => setTerms(withCapitals(version.terms, next));
  const faults = findTermsFaults(terms);
  return (
    <>
      <div className="page-head">
        <div>
          <h2>{t("amendment.new")}</h2>
          <p className="lead">{t("amendment.newHint", { number: version.version })}</p>
        </div>
        <Button onClick={close}>{t("amendment.drop")}</Button>
      </div>
      <div className="entry-columns">
        <div>
          <section className="panel" aria-label={t("amendment.begin")}>
            <div className="fields-2">
              <Labelled label={t("amendment.fromDay")}>
                {(id) => (
                  <>
                    <Input
                      id={id}
                      type="date"
                      value={from}
                      onChange={({ target }) => setFrom(target.value)}
                    />
                    <small>{t("amendment.fromHint")}</small>
                  </>
                )}
              </Labelled>
              <TermsFile begin={setTerms} />
            </div>
          </section>
          <AmendedFields terms={terms} change={change} />
          <Tranches terms={terms} change={change} />
        </div>
        <aside className="panel preview" aria-label={t("amendment.preview")}>
          <h2>{t("amendment.preview")}</h2>
          {faults.length > 0 ? (
            <ul>
              {faults.map(({ path, reason }) => (
                <FaultLine key={`${path} ${reason.zh}`} reason={reason} />
              ))}
            </ul>
          ) : isChanged && from !== "" ? (
            <Seen contractId={contractId} terms={terms} from={from} />
          ) : (
            <p className="none">{t("amendment.nothingYet")}</p>
          )}
        </aside>
      </div>
    </>
  );
}

function FaultLine({ reason }: { readonly reason: { readonly zh: string; readonly en: string } }) {
  const { say } = useWords();
  return <li>{say(reason)}</li>;
}

interface Proposed {
  readonly contractId: string;
  readonly terms: Version["terms"];
  readonly from: string;
}

/** What the supplement does, and its signing: only for what has been seen. */
function Seen({ contractId, terms, from }: Proposed) {
  const rested = useRested(JSON.stringify({ terms, from }));
  const isResting = rested !== JSON.stringify({ terms, from });
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ["contract", contractId, "amendment-preview", rested],
    queryFn: () =>
      read(
        ofContract.amendments.preview.$post({
          param: { contractId },
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was made from such a value
          json: JSON.parse(rested) as Pick<Proposed, "terms" | "from">,
        }),
      ),
    placeholderData: keepPreviousData,
    // Not asked again once it has been carried out; forgotten with the form.
    staleTime: "static",
    gcTime: 0,
  });
  if (error !== null) return <Refused refusal={refusalOf(error)} />;
  if (data === undefined) return <Loading rows={4} />;
  return (
    <>
      <ShownPreview preview={data} />
      {isResting || isPlaceholderData ? null : (
        <Sign contractId={contractId} terms={terms} from={from} preview={data} />
      )}
    </>
  );
}

function Sign(props: Proposed & { readonly preview: AmendmentPreview }) {
  const { contractId, terms, from, preview } = props;
  const { t } = useWords();
  const { today } = useSession();
  const despite: readonly Field[] =
    preview.failedChecks.length === 0
      ? []
      : [
          {
            name: "despite",
            label: t("amendment.despite"),
            kind: "longText",
            hint: t("amendment.despiteHint"),
          },
        ];
  return (
    <CommandDialog
      label={t("amendment.sign")}
      primary
      fields={[
        { name: "number", label: t("amendment.number"), kind: "text" },
        { name: "signedOn", label: t("amendment.signedOn"), kind: "date", initial: today, most: today },
        { name: "document", label: t("evidence.document"), kind: "text", optional: true },
        { name: "reason", label: t("amendment.reason"), kind: "longText" },
        ...despite,
      ]}
      preview={() => <p className="note">{t("amendment.signHint", { day: from })}</p>}
      run={({ number = "", signedOn = today, document, reason = "", despite: why }) =>
        read(
          ofContract.amendments.$post({
            param: { contractId },
            header: {},
            json: {
              terms,
              from,
              reason: reasonOf({ number, signedOn, document, reason }),
              ...(why === undefined ? {} : { despite: why }),
            },
          }),
        )
      }
    />
  );
}
