import { useQuery } from "@tanstack/react-query";
import { read } from "../../client/api.ts";
import { Empty } from "../../ui/empty.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { yuan } from "../../ui/money.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useAnchor } from "../../ui/use-anchor.ts";
import { useWords } from "../../words/words.ts";
import { ofContract, ofPartner, type Place } from "../contract-place.ts";

const tones = { held: "info", released: "good", withdrawn: "plain" } as const;

/** The performance bonds of a contract: which is in force, until when, and what was claimed. */
export function Bonds({ place }: { readonly place: Place }) {
  const { t, say } = useWords();
  const { contractId } = place;
  const query = useQuery({
    queryKey: ["contract", contractId, "bonds"],
    queryFn: () =>
      place.side === "agency"
        ? read(ofContract.bonds.$get({ param: { contractId } }))
        : read(ofPartner.bonds.$get({ param: { contractId, agencyId: place.agencyId } })),
  });
  useAnchor(query.isSuccess);
  return (
    <Loaded query={query}>
      {({ items, standing }) => (
        <>
          {standing === null ? (
            <Empty title={t("bond.notAgreed")} />
          ) : (
            <>
              {standing.problems.map(({ problem, text }) => (
                <p key={problem} className="standing bad">
                  {say(text)}
                </p>
              ))}
              <dl className="facts wide panel">
                <div>
                  <dt>{t("bond.open")}</dt>
                  <dd>{yuan(standing.open)}</dd>
                </div>
                <div>
                  <dt>{t("bond.validUntil")}</dt>
                  <dd>{standing.validUntil ?? "—"}</dd>
                </div>
                <div>
                  <dt>{t("bond.neededUntil")}</dt>
                  <dd>{standing.neededUntil ?? t("common.noDay")}</dd>
                </div>
              </dl>
            </>
          )}
          <ul className="list">
            {items.map((bond) => (
              <li key={bond.id} className="line" id={`bond.${bond.id}`}>
                <div className="what">
                  <Tag tone={tones[bond.state]}>{t(`bond.state.${bond.state}`)}</Tag> {bond.issuer}{" "}
                  {bond.number} · {yuan(bond.amount)}
                  <small className="block">
                    {t("bond.span", { from: bond.validFrom, to: bond.validUntil, on: bond.receivedOn })}
                    {bond.released === null ? "" : ` · ${t("bond.released", { on: bond.released.on })}`}
                  </small>
                  {bond.claims.map((claim) => (
                    <small key={claim.id} className="block">
                      {t(`bond.claim.${claim.state}`)} {yuan(claim.amount)}：{claim.reason}
                    </small>
                  ))}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}
