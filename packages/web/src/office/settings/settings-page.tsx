import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { TabPanel, Tabs } from "../../ui/tabs.tsx";
import { useWords } from "../../words/words.ts";
import { Agency } from "./agency.tsx";
import { ApiKeys } from "./api-keys.tsx";
import { Endpoints } from "./endpoints.tsx";
import { settingParts } from "./settings-search.ts";
import { tenantQuery } from "./tenant-queries.ts";

/** What an agency sets for itself: its name and its calendar, where its messages are posted to, its machines' keys. */
export function SettingsPage() {
  const { t } = useWords();
  const { part = "agency" } = useSearch({ from: "/inside/settings" });
  const navigate = useNavigate({ from: "/settings" });
  const query = useQuery(tenantQuery);
  return (
    <Page title={t("settings.title")} lead={t(`settings.lead.${part}`)}>
      <Tabs
        label={t("settings.title")}
        tabs={settingParts.map((key) => ({ key, label: t(`settings.part.${key}`) }))}
        shown={part}
        go={(to) => {
          navigate({ search: { part: to }, replace: true }).catch(() => undefined);
        }}
      />
      <TabPanel shown={part}>
        <Loaded query={query} rows={8}>
          {(tenant) => {
            switch (part) {
              case "agency":
                return <Agency tenant={tenant} />;
              case "machines":
                return <Endpoints tenant={tenant} />;
              case "keys":
                return <ApiKeys />;
            }
          }}
        </Loaded>
      </TabPanel>
    </Page>
  );
}
