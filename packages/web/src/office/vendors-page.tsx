import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { InferResponseType } from "hono/client";
import { api, read } from "../client/api.ts";
import { Empty } from "../ui/empty.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { yuan } from "../ui/money.tsx";
import { Page } from "../ui/page.tsx";
import { useMay } from "../session/session.ts";
import { EnrolVendor } from "./enrol-vendor.tsx";
import { useWords } from "../words/words.ts";

type Track = InferResponseType<
  (typeof api.v1.vendors)[":vendorId"]["record"]["$get"],
  200
>["contracts"][number];

/** The agency's vendors, and what its own contracts say of one of them. */
export function VendorsPage() {
  const { t } = useWords();
  const may = useMay();
  const { vendor } = useSearch({ from: "/inside/vendors" });
  const navigate = useNavigate({ from: "/vendors" });
  const query = useQuery({ queryKey: ["vendors"], queryFn: () => read(api.v1.vendors.$get()) });
  const show = (vendorId: string) => {
    navigate({ search: { vendor: vendorId } }).catch(() => undefined);
  };
  return (
    <Page title={t("office.vendors")} aside={may("vendor:enrol") ? <EnrolVendor /> : null}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("office.noVendors")}>{t("office.noVendorsHint")}</Empty>
          ) : (
            <ul className="list">
              {items.map((file) => {
                const { vendorId, name, creditCode, contacts } = file;
                return (
                  <li key={vendorId} className="line">
                    <div className="what">
                      <button
                        type="button"
                        className="link"
                        aria-expanded={vendor === vendorId}
                        onClick={() => show(vendorId)}
                      >
                        {name}
                      </button>
                      <small className="block">
                        {[creditCode, ...contacts.map((contact) => `${contact.name} ${contact.email}`)].join(
                          " · ",
                        )}
                      </small>
                      {vendor === vendorId ? <VendorRecord vendorId={vendorId} /> : null}
                    </div>
                    {may("vendor:enrol") ? <EnrolVendor file={file} /> : null}
                  </li>
                );
              })}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function VendorRecord({ vendorId }: { readonly vendorId: string }) {
  const { t } = useWords();
  const query = useQuery({
    queryKey: ["vendor", vendorId],
    queryFn: () => read(api.v1.vendors[":vendorId"].record.$get({ param: { vendorId } })),
  });
  return (
    <Loaded query={query}>
      {({ punctuality, contracts, more }) => (
        <div className="note">
          <p>
            <strong>{t("office.inTime", punctuality)}</strong>
          </p>
          {contracts.map((track) => (
            <TrackFacts key={track.contractId} track={track} />
          ))}
          {more ? <small>{t("office.older")}</small> : null}
        </div>
      )}
    </Loaded>
  );
}

function TrackFacts({ track }: { readonly track: Track }) {
  const { t } = useWords();
  const { contractId, number, name, punctuality, scores, incidents, penalties } = track;
  return (
    <div>
      <Link to="/contracts/$contractId" params={{ contractId }}>
        {name} {number}
      </Link>
      <ul>
        <li>{t("office.inTime", punctuality)}</li>
        {scores.length === 0 ? null : (
          <li>
            {t("office.scores")}：{scores.map(({ period, score }) => `${period} ${score}`).join("，")}
          </li>
        )}
        {incidents.length === 0 ? null : (
          <li>
            {t("contract.tab.incidents")}：
            {incidents.map(({ number: count, title }) => `#${count} ${title}`).join("，")}
          </li>
        )}
        {penalties.length === 0 ? null : (
          <li>
            {t("contract.tab.penalties")}：
            {penalties
              .map(({ title, amount }) => (amount === null ? title : `${title} ${yuan(amount)}`))
              .join("，")}
          </li>
        )}
      </ul>
    </div>
  );
}
