import { useQuery } from "@tanstack/react-query";
import { api, read } from "../../client/api.ts";
import { useMay } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";

const users = api.v1.partner.users;

/** Who of a vendor's company is in the portal: each sees what the company sees, and lets others in. */
export function ColleaguesPage() {
  const { t, language } = useWords();
  const may = useMay();
  const query = useQuery({ queryKey: ["colleagues"], queryFn: () => read(users.$get()) });
  const invite = (
    <CommandDialog
      label={t("office.inviteColleague")}
      fields={[
        { name: "name", label: t("office.name"), kind: "text" },
        { name: "email", label: t("session.email"), kind: "text", hint: t("office.inviteHint") },
      ]}
      run={({ name = "", email = "" }) => read(users.$post({ header: {}, json: { name, email, language } }))}
      primary
    />
  );
  return (
    <Page
      title={t("office.colleagues")}
      lead={t("office.colleaguesLead")}
      aside={may("partner:invite") ? invite : null}
    >
      <Loaded query={query}>
        {({ items }) => (
          <ul className="list">
            {items.map(({ id, name, email, self }) => (
              <li key={id} className="line">
                <div className="what">
                  {name} {self ? <Tag tone="info">{t("office.self")}</Tag> : null}
                  <small className="block">{email}</small>
                </div>
                {self || !may("partner:erase") ? null : (
                  <ReasonDialog
                    label={t("office.erase")}
                    title={`${t("office.erase")}：${name}`}
                    run={(reason) =>
                      read(
                        users[":userId"].erase.$post({ param: { userId: id }, header: {}, json: { reason } }),
                      )
                    }
                    danger
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  );
}
