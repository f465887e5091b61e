import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { TabPanel, Tabs } from "../../ui/tabs.tsx";
import { useWords } from "../../words/words.ts";
import { PlannedDays } from "./planned.tsx";
import { Policy } from "./policy.tsx";
import { policyQuery, previewOf } from "./reminder-queries.ts";
import { type ReminderPart, reminderParts } from "./reminders-search.ts";
import { SentMessages } from "./sent.tsx";

/** What will go out, by which rules, and what became of what has gone out. */
export function RemindersPage() {
  const { t } = useWords();
  const { part = "planned" } = useSearch({ from: "/inside/reminders" });
  const navigate = useNavigate({ from: "/reminders" });
  return (
    <Page title={t("office.reminders")} lead={t(`reminders.lead.${part}`)}>
      <Tabs
        label={t("office.reminders")}
        tabs={reminderParts.map((key) => ({ key, label: t(`reminders.part.${key}`) }))}
        shown={part}
        go={(to) => {
          navigate({ search: { part: to }, replace: true }).catch(() => undefined);
        }}
      />
      <TabPanel shown={part}>
        <Part part={part} />
      </TabPanel>
    </Page>
  );
}

function Part({ part }: { readonly part: ReminderPart }) {
  const planned = useQuery({ ...previewOf(), enabled: part === "planned" });
  const policy = useQuery({ ...policyQuery, enabled: part === "rules" });
  switch (part) {
    case "planned":
      return (
        <Loaded query={planned} rows={8}>
          {(preview) => <PlannedDays preview={preview} />}
        </Loaded>
      );
    case "rules":
      return (
        <Loaded query={policy} rows={8}>
          {(held) => <Policy held={held} />}
        </Loaded>
      );
    case "sent":
      return <SentMessages onlyFailed={false} />;
    case "failed":
      return <SentMessages onlyFailed />;
  }
}
