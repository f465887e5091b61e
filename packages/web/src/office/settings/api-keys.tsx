import { addDays } from "@luyue/core/civil-date";
import { useQuery } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { useState } from "react";
import { api, read } from "../../client/api.ts";
import { useCommand } from "../../client/use-command.ts";
import { useMay, useSession } from "../../session/session.ts";
import { CommandButton } from "../../ui/command-button.tsx";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { Empty } from "../../ui/empty.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { OnceShown } from "../../ui/once-shown.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { membersQuery } from "../people/member-queries.ts";
import { isScope, scopes } from "./scopes.ts";

const keys = api.v1["api-keys"];
type ApiKey = InferResponseType<typeof keys.$get, 200>["items"][number];

const usualDays = 180;

/** Keys with which the agency's own machines ask the API: each does what it is for, until its last day. */
export function ApiKeys() {
  const { t } = useWords();
  const may = useMay();
  const query = useQuery({ queryKey: ["api-keys"], queryFn: () => read(keys.$get()) });
  const [secret, setSecret] = useState<string>();
  return (
    <>
      {may("tenant:manage") ? <NewKey show={setSecret} /> : null}
      {secret === undefined ? null : (
        <OnceShown
          title={t("settings.newKey")}
          secret={secret}
          hint={t("settings.keyOnce")}
          close={() => setSecret(undefined)}
        />
      )}
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("settings.noKeys")}>{t("settings.keysHint")}</Empty>
          ) : (
            <ul className="list">
              {items.map((key) => (
                <KeyRow key={key.id} apiKey={key} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function KeyRow({ apiKey }: { readonly apiKey: ApiKey }) {
  const { t } = useWords();
  const may = useMay();
  const { today } = useSession();
  const { data: members } = useQuery(membersQuery);
  const { id, name, scopes: allowed, validUntil, createdAt, createdBy } = apiKey;
  const revoke = useCommand(() => read(keys[":id"].$delete({ param: { id }, header: {} })));
  const maker = members?.items.find((member) => member.id === createdBy)?.name ?? createdBy;
  return (
    <li className="line">
      <div className="what">
        <strong>{name}</strong>{" "}
        {validUntil < today ? (
          <Tag tone="bad">{t("settings.ended", { day: validUntil })}</Tag>
        ) : (
          <Tag tone="good">{t("settings.validUntil", { day: validUntil })}</Tag>
        )}
        <small className="block">{allowed.map((scope) => t(`settings.scope.${scope}`)).join("、")}</small>
        <small className="block">{t("settings.madeBy", { name: maker, day: createdAt.slice(0, 10) })}</small>
      </div>
      {may("tenant:manage") ? (
        <CommandButton
          label={t("settings.revoke")}
          command={revoke}
          sure={t("settings.revokeSure", { name })}
        />
      ) : null}
    </li>
  );
}

function NewKey({ show }: { readonly show: (secret: string) => void }) {
  const { t } = useWords();
  const { today } = useSession();
  const fields: readonly Field[] = [
    { name: "name", label: t("settings.keyName"), kind: "text", hint: t("settings.keyNameHint") },
    {
      name: "scopes",
      label: t("settings.scopes"),
      kind: "choices",
      options: scopes.map((scope) => ({ value: scope, label: t(`settings.scope.${scope}`) })),
    },
    {
      name: "validUntil",
      label: t("settings.lastDay"),
      kind: "date",
      initial: addDays(today, usualDays),
    },
  ];
  return (
    <div className="actions spaced">
      <CommandDialog
        label={t("settings.newKey")}
        fields={fields}
        run={async ({ name = "", scopes: chosen = "", validUntil = "" }) => {
          const { key } = await read(
            keys.$post({
              header: {},
              json: { name, scopes: chosen.split(",").filter(isScope), validUntil },
            }),
          );
          if (key !== undefined) show(key);
        }}
        primary
      />
    </div>
  );
}
