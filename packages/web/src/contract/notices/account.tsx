import { queryOptions, useQuery } from "@tanstack/react-query";
import { read } from "../../client/api.ts";
import { useMay, useSession } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, ofPartner, type Place, useContract } from "../contract-place.ts";
import { evidenceOf } from "../evidence.ts";
import { filesTo } from "../upload-files.ts";
import { Fact } from "../../ui/fact.tsx";

function contractAccount(place: Place) {
  const { contractId } = place;
  return queryOptions({
    queryKey: ["contract", contractId, "account"],
    queryFn: () =>
      place.side === "agency"
        ? read(ofContract.account.$get({ param: { contractId } }))
        : read(ofPartner.account.$get({ param: { contractId, agencyId: place.agencyId } })),
  });
}

/** Where the contract's payments go, and a form for another account, by written notice. */
export function Account({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const may = useMay();
  const query = useQuery(contractAccount(place));
  const { data: contract } = useContract(place.contractId);
  // A vendor is not told how a contract stands; what will not do is refused.
  const isRunning = !["draft", "closed"].includes(contract?.head.status ?? "active");
  return (
    <section className="panel" aria-labelledby="account">
      <Loaded query={query} rows={2}>
        {({ account }) => (
          <>
            <div className="panel-head">
              <h2 id="account">{t("account.title")}</h2>
              {may("account:change") && isRunning ? (
                <ChangeAccount place={place} isFirst={account === null} holder={account?.holder} />
              ) : null}
            </div>
            {account === null ? (
              <p className="none">{t("account.none")}</p>
            ) : (
              <dl className="facts wide">
                <Fact name={t("account.holder")}>{account.holder}</Fact>
                <Fact name={t("account.bank")}>{account.bank}</Fact>
                <Fact name={t("account.number")}>{account.number}</Fact>
                <Fact name={t("account.noticedOn")}>{account.noticedOn}</Fact>
              </dl>
            )}
            <small>{t("account.hint")}</small>
          </>
        )}
      </Loaded>
    </section>
  );
}

function ChangeAccount(props: {
  readonly place: Place;
  readonly isFirst: boolean;
  readonly holder: string | undefined;
}) {
  const { place, isFirst, holder = "" } = props;
  const { t } = useWords();
  const { today, organisation } = useSession();
  const { contractId } = place;
  const isAgency = place.side === "agency";
  const named = holder !== "" ? holder : isAgency ? "" : organisation;
  const noticed: readonly Field[] = isAgency
    ? [
        {
          name: "noticedOn",
          label: t("account.noticedOn"),
          kind: "date",
          initial: today,
          most: today,
          hint: t("account.noticedHint"),
        },
      ]
    : [];
  return (
    <CommandDialog
      label={isFirst ? t("account.enter") : t("account.change")}
      primary={isFirst}
      fields={[
        { name: "holder", label: t("account.holder"), kind: "text", initial: named },
        { name: "bank", label: t("account.bank"), kind: "text", hint: t("account.bankHint") },
        { name: "number", label: t("account.number"), kind: "text", hint: t("account.numberHint") },
        ...noticed,
        { name: "note", label: t("account.reason"), kind: "longText", optional: isFirst },
        { name: "document", label: t("account.letter"), kind: "text", hint: t("account.letterHint") },
      ]}
      files={filesTo(place, t("account.scan"))}
      preview={() => (isAgency ? null : <p className="note">{t("account.today", { day: today })}</p>)}
      run={({ holder: name = "", bank = "", number = "", noticedOn, ...said }, files) => {
        const account = { holder: name, bank, number: number.replaceAll(/\s/g, "") };
        const evidence = evidenceOf(said, files);
        return place.side === "agency"
          ? read(
              ofContract.account.$put({
                param: { contractId },
                header: {},
                json: { account, evidence, ...(noticedOn === undefined ? {} : { noticedOn }) },
              }),
            )
          : read(
              ofPartner.account.$put({
                param: { contractId, agencyId: place.agencyId },
                header: {},
                json: { account, evidence },
              }),
            );
      }}
    />
  );
}
