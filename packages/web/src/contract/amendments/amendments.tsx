import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { read } from "../../client/api.ts";
import { useMay, useSession } from "../../session/session.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { contractState, ofContract, type Place } from "../contract-place.ts";
import { VersionDifferences } from "./differences.tsx";
import { NewAmendment } from "./new-amendment.tsx";
import { TermsSummary } from "./terms-summary.tsx";
import { contractVersions, type Version } from "./version-queries.ts";

/** The terms of a contract by version: what holds, what each supplement changed, and a new one before it is signed. */
export function Amendments({ place: { contractId } }: { readonly place: Place }) {
  const query = useQuery(contractVersions(contractId));
  return (
    <Loaded query={query} rows={8}>
      {(versions) => <Versions contractId={contractId} versions={versions} />}
    </Loaded>
  );
}

function Versions(props: { readonly contractId: string; readonly versions: readonly Version[] }) {
  const { contractId, versions } = props;
  const { t } = useWords();
  const may = useMay();
  const [drafting, setDrafting] = useState<number>();
  const { data } = useQuery(contractState(contractId));
  const contract = data?.contract;
  const isOpen = contract?.status === "active" && contract.pendingFrom === null;
  const last = versions.at(-1);
  // Once there is another version, what was drafted has been signed.
  if (drafting !== undefined && drafting !== last?.version) setDrafting(undefined);
  if (last !== undefined && drafting === last.version)
    return <NewAmendment contractId={contractId} version={last} close={() => setDrafting(undefined)} />;
  return (
    <>
      <div className="panel">
        <div className="panel-head">
          <h2>{t("amendment.versions", { count: versions.length })}</h2>
          {isOpen && may("contract:write") ? (
            <Button type="primary" onClick={() => setDrafting(last?.version)}>
              {t("amendment.new")}
            </Button>
          ) : null}
        </div>
        <small>{t("amendment.hint")}</small>
      </div>
      <ol className="list" reversed>
        {versions.toReversed().map((version, at) => (
          <VersionRow
            key={version.version}
            contractId={contractId}
            version={version}
            before={versions[versions.length - 2 - at]}
            holding={contract?.termsVersion}
          />
        ))}
      </ol>
    </>
  );
}

function VersionRow(props: {
  readonly contractId: string;
  readonly version: Version;
  readonly before: Version | undefined;
  readonly holding: number | undefined;
}) {
  const { contractId, version, before, holding } = props;
  const { t } = useWords();
  const { today } = useSession();
  const may = useMay();
  const { from, reason, terms } = version;
  const isToCome = from !== null && from > today;
  return (
    <li className="line">
      <div className="when">
        {from === null ? t("amendment.original") : t("amendment.from", { day: from })}
        {isToCome ? <Tag tone="warn">{t("amendment.toCome")}</Tag> : null}
        {version.version === holding ? <Tag tone="good">{t("amendment.holds")}</Tag> : null}
      </div>
      <div className="what">
        <strong>{t("amendment.version", { number: version.version })}</strong>
        {reason === null ? null : <div>{reason}</div>}
        {before === undefined ? null : (
          <details open={isToCome}>
            <summary>{t("amendment.differs", { number: before.version })}</summary>
            <VersionDifferences before={before.terms} after={terms} />
          </details>
        )}
        <details>
          <summary>
            {t("amendment.read")}
            <span className="hidden"> {version.version}</span>
          </summary>
          <TermsSummary terms={terms} version={version.version} />
        </details>
      </div>
      {isToCome && may("contract:write") ? (
        <ReasonDialog
          label={t("amendment.withdraw")}
          danger
          run={(said) =>
            read(
              ofContract.amendments.withdrawal.$post({
                param: { contractId },
                header: {},
                json: { reason: said },
              }),
            )
          }
        />
      ) : null}
    </li>
  );
}
