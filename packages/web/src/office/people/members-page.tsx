import { useQuery } from "@tanstack/react-query";
import { civilDateOf } from "@luyue/core/civil-date";
import { type Role, roleNames, roleSchema } from "@luyue/core/party";
import { Button, Checkbox, Input } from "antd";
import { type FormEvent, useState } from "react";
import type { InferResponseType } from "hono/client";
import { api, read } from "../client/api.ts";
import { useCommand } from "../client/use-command.ts";
import { Labelled } from "../ui/labelled.tsx";
import { useMay } from "../session/session.ts";
import { ReasonDialog } from "../ui/reason-dialog.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page } from "../ui/page.tsx";
import { Refused } from "../ui/refused.tsx";
import { Tag } from "../ui/tag.tsx";
import { showInstant } from "../ui/show-instant.ts";
import { useWords } from "../words/words.ts";

type Member = InferResponseType<(typeof api)["v1"]["members"]["$get"], 200>["items"][number];

/** The people of the agency and what they may do; the administrator invites and takes out. */
export function MembersPage() {
  const { t } = useWords();
  const may = useMay();
  const query = useQuery({ queryKey: ["members"], queryFn: () => read(api.v1.members.$get()) });
  return (
    <Page title={t("office.members")}>
      {may("tenant:manage") ? <Invitation /> : null}
      <Loaded query={query}>
        {({ items }) => (
          <ul className="list">
            {items.map((member) => (
              <MemberRow key={member.id} member={member} />
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  );
}

function MemberRow({ member }: { readonly member: Member }) {
  const { t, say } = useWords();
  const may = useMay();
  const { id, name, email, roles, invitedUntil, emergencyUntil } = member;
  const eraseOne = api.v1.members[":memberId"].erase;
  return (
    <li className="line">
      <div className="what">
        {name}{" "}
        {roles
          .map((role) => say(roleNames[role]))
          .map((role) => (
            <Tag key={role}>{role}</Tag>
          ))}{" "}
        {invitedUntil === null ? null : (
          <Tag tone="warn">{t("office.invited", { day: civilDateOf(invitedUntil) })}</Tag>
        )}{" "}
        {emergencyUntil === null ? null : (
          <Tag tone="bad">{t("office.emergency", { at: showInstant(emergencyUntil) })}</Tag>
        )}
        <small className="block">{email}</small>
      </div>
      {may("tenant:manage") ? (
        <ReasonDialog
          label={t("office.erase")}
          title={`${t("office.erase")}：${name}`}
          run={(reason) => read(eraseOne.$post({ param: { memberId: id }, header: {}, json: { reason } }))}
          danger
        />
      ) : null}
    </li>
  );
}

function Invitation() {
  const { t, say, language } = useWords();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const invite = useCommand(() =>
    read(
      api.v1.members.invitations.$post({ header: {}, json: { name, email, roles: [...roles], language } }),
    ),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate(undefined, {
      onSuccess: () => {
        setName("");
        setEmail("");
        setRoles([]);
      },
    });
  };
  return (
    <section className="panel" aria-labelledby="invite">
      <h2 id="invite">{t("office.invite")}</h2>
      <p className="lead">{t("office.inviteHint")}</p>
      <form className="fields" onSubmit={submit}>
        <Refused refusal={invite.error} />
        <div className="fields-2">
          <Labelled label={t("office.name")}>
            {(id) => (
              <Input
                id={id}
                required
                maxLength={100}
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
            )}
          </Labelled>
          <Labelled label={t("session.email")}>
            {(id) => (
              <Input
                id={id}
                type="email"
                required
                maxLength={254}
                value={email}
                onChange={({ target }) => setEmail(target.value)}
              />
            )}
          </Labelled>
        </div>
        <Checkbox.Group
          value={[...roles]}
          onChange={setRoles}
          options={roleSchema.options.map((role) => ({ value: role, label: say(roleNames[role]) }))}
        />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={invite.isPending} disabled={roles.length === 0}>
            {t("office.send")}
          </Button>
        </div>
      </form>
    </section>
  );
}
