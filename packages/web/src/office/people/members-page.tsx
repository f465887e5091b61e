import { civilDateOf } from "@luyue/core/civil-date";
import { type Role, roleNames, roleSchema } from "@luyue/core/party";
import { useQuery } from "@tanstack/react-query";
import { api, read } from "../../client/api.ts";
import { useMay } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { showInstant } from "../../ui/show-instant.ts";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { type Member, membersQuery } from "./member-queries.ts";
import { MemberSessions } from "./member-sessions.tsx";

/** The people of the agency and what they may do; the administrator invites, changes and takes out. */
export function MembersPage() {
  const { t } = useWords();
  const may = useMay();
  const query = useQuery(membersQuery);
  return (
    <Page
      title={t("office.members")}
      lead={t("office.membersLead")}
      aside={may("tenant:manage") ? <Invitation /> : null}
    >
      <Loaded query={query}>
        {({ items }) => (
          <ul className="list">
            {items.map((member) => (
              <MemberRow key={member.id} member={member} members={items} />
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  );
}

interface RowProps {
  readonly member: Member;
  readonly members: readonly Member[];
}

function MemberRow({ member, members }: RowProps) {
  const { t, say } = useWords();
  const may = useMay();
  const { name, email, roles, superior, invitedUntil, emergencyUntil } = member;
  const reportsTo = members.find(({ subject }) => subject === superior)?.name;
  return (
    <li className="line tall">
      <div className="what">
        <strong>{name}</strong> {roles.length === 0 ? <Tag tone="warn">{t("office.noRole")}</Tag> : null}
        {roles.map((role) => (
          <Tag key={role}>{say(roleNames[role])}</Tag>
        ))}{" "}
        {invitedUntil === null ? null : (
          <Tag tone="warn">{t("office.invited", { day: civilDateOf(invitedUntil) })}</Tag>
        )}{" "}
        {emergencyUntil === null ? null : (
          <Tag tone="bad">{t("office.emergency", { at: showInstant(emergencyUntil) })}</Tag>
        )}
        <small className="block">
          {email}
          {reportsTo === undefined ? "" : ` · ${t("office.reportsTo", { name: reportsTo })}`}
        </small>
      </div>
      {may("tenant:manage") ? <MemberSteps member={member} members={members} /> : null}
    </li>
  );
}

function MemberSteps({ member, members }: RowProps) {
  const { t } = useWords();
  const { id, subject, name, email, roles, superior } = member;
  const others = members.filter((each) => each !== member);
  const fields: readonly Field[] = [
    { name: "name", label: t("office.name"), kind: "text", initial: name },
    { name: "email", label: t("session.email"), kind: "text", initial: email },
    useLanguageField(member.language),
    { ...useRolesField(roles.join(",")), hint: t("office.rolesHint") },
    {
      name: "superior",
      label: t("office.superior"),
      kind: "choice",
      optional: true,
      initial: superior ?? "",
      options: others.map((other) => ({ value: other.subject, label: other.name })),
      hint: t("office.superiorHint"),
    },
  ];
  return (
    <>
      <div className="actions">
        <CommandDialog
          label={t("office.change")}
          title={`${t("office.change")}：${name}`}
          fields={fields}
          run={({ name: newName = "", email: address = "", language, roles: chosen = "", superior: above }) =>
            read(
              api.v1.members.$put({
                header: {},
                json: {
                  subject,
                  name: newName,
                  email: address,
                  language: readLanguage(language),
                  roles: readRoles(chosen),
                  ...(above === undefined ? {} : { superior: above }),
                },
              }),
            )
          }
        />
        <ReasonDialog
          label={t("office.erase")}
          title={`${t("office.erase")}：${name}`}
          run={(reason) =>
            read(
              api.v1.members[":memberId"].erase.$post({
                param: { memberId: id },
                header: {},
                json: { reason },
              }),
            )
          }
          danger
        />
      </div>
      <MemberSessions memberId={id} />
    </>
  );
}

function Invitation() {
  const { t, language } = useWords();
  const fields: readonly Field[] = [
    { name: "name", label: t("office.name"), kind: "text" },
    { name: "email", label: t("session.email"), kind: "text", hint: t("office.inviteHint") },
    useLanguageField(language),
    useRolesField(""),
  ];
  return (
    <CommandDialog
      label={t("office.invite")}
      fields={fields}
      run={({ name = "", email = "", language: spoken, roles = "" }) =>
        read(
          api.v1.members.invitations.$post({
            header: {},
            json: { name, email, roles: readRoles(roles), language: readLanguage(spoken) },
          }),
        )
      }
      primary
    />
  );
}

function useLanguageField(initial: string): Field {
  const { t } = useWords();
  const options = [
    { value: "zh", label: "中文" },
    { value: "en", label: "English" },
  ];
  return { name: "language", label: t("office.language"), kind: "choice", initial, options };
}

function useRolesField(initial: string): Field {
  const { t, say } = useWords();
  const options = roleSchema.options.map((role) => ({ value: role, label: say(roleNames[role]) }));
  return { name: "roles", label: t("office.roles"), kind: "choices", initial, options };
}

const readLanguage = (value: string | undefined) => (value === "en" ? "en" : "zh");
const readRoles = (chosen: string): Role[] =>
  roleSchema.options.filter((role) => chosen.split(",").includes(role));
