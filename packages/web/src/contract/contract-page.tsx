import { useLocation, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useMay, useSession } from "../session/session.ts";
import { Loaded, Loading } from "../ui/loaded.tsx";
import { Page } from "../ui/page.tsx";
import { TabPanel, Tabs } from "../ui/tabs.tsx";
import { useWords } from "../words/words.ts";
import { ContractHeading } from "./contract-heading.tsx";
import { type Place, useContract } from "./contract-place.ts";
import { type ContractTab, contractTabs, tabOf } from "./contract-search.ts";
import { DraftBar } from "./draft-bar.tsx";
import { LifeMenu } from "./life/life-menu.tsx";

const parts = {
  overview: lazy(async () => ({ default: (await import("./overview.tsx")).Overview })),
  payments: lazy(async () => ({ default: (await import("./payments/payments.tsx")).Payments })),
  deliverables: lazy(async () => ({ default: (await import("./work/work.tsx")).Work })),
  findings: lazy(async () => ({ default: (await import("./findings/findings.tsx")).Findings })),
  scores: lazy(async () => ({ default: (await import("./scores/scores.tsx")).Scores })),
  work: lazy(async () => ({ default: (await import("./parts/obligations.tsx")).Obligations })),
  events: lazy(async () => ({ default: (await import("./notices/events.tsx")).Events })),
  amendments: lazy(async () => ({ default: (await import("./amendments/amendments.tsx")).Amendments })),
  checks: lazy(async () => ({ default: (await import("./parts/checks.tsx")).Checks })),
  incidents: lazy(async () => ({ default: (await import("./risk/incidents.tsx")).Incidents })),
  penalties: lazy(async () => ({ default: (await import("./risk/penalties.tsx")).Penalties })),
  people: lazy(async () => ({ default: (await import("./people/people.tsx")).People })),
  bonds: lazy(async () => ({ default: (await import("./risk/bonds.tsx")).Bonds })),
  record: lazy(async () => ({ default: (await import("./parts/record.tsx")).Record })),
  rights: lazy(async () => ({ default: (await import("./risk/rights.tsx")).Rights })),
} satisfies Record<ContractTab, unknown>;

const ofAgency = new Set<ContractTab>(["events", "amendments", "checks", "record"]);

/** A contract as one page: what it is, and its parts one after another. */
export function ContractPage() {
  const { contractId } = useParams({ from: "/inside/contracts/$contractId" });
  const search = useSearch({ from: "/inside/contracts/$contractId" });
  const { hash } = useLocation();
  // Mails name the obligation alone.
  const tab = search.tab ?? (hash === "" ? "overview" : tabOf(hash));
  const query = useContract(contractId);
  return (
    <Loaded query={query} rows={8}>
      {({ head, place }) => (
        <Page
          title={head.name}
          lead={<ContractHeading head={head} />}
          aside={<LifeMenu contractId={contractId} status={head.status} />}
        >
          {head.status === "draft" ? <DraftBar contractId={contractId} /> : null}
          <Parts tab={tab} />
          <TabPanel shown={tab}>
            <Suspense fallback={<Loading rows={8} />}>
              <Part tab={tab} place={place} />
            </Suspense>
          </TabPanel>
        </Page>
      )}
    </Loaded>
  );
}

function Part({ tab, place }: { readonly tab: ContractTab; readonly place: Place }) {
  const Shown = parts[tab];
  return <Shown place={place} />;
}

/** The parts that are shown to who is signed in. */
function Parts({ tab }: { readonly tab: ContractTab }) {
  const { t } = useWords();
  const { side } = useSession();
  const navigate = useNavigate({ from: "/contracts/$contractId" });
  const may = useMay();
  const shown = contractTabs.filter(
    (each) => (side === "agency" || !ofAgency.has(each)) && (each !== "record" || may("record:read")),
  );
  return (
    <Tabs
      label={t("contract.parts")}
      tabs={shown.map((key) => ({ key, label: t(`contract.tab.${key}`) }))}
      shown={tab}
      go={(to) => {
        navigate({ search: { tab: to }, replace: true, hash: "" }).catch(() => undefined);
      }}
    />
  );
}
