import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, read } from "../../client/api.ts";
import { useCommand } from "../../client/use-command.ts";
import { useMay } from "../../session/session.ts";
import { CommandButton } from "../../ui/command-button.tsx";
import { CommandDialog, type Values } from "../../ui/command-dialog.tsx";
import { Empty } from "../../ui/empty.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { OnceShown } from "../../ui/once-shown.tsx";
import { showInstant } from "../../ui/show-instant.ts";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { Deliveries, deliveriesKey } from "./deliveries.tsx";
import type { Tenant } from "./tenant-queries.ts";

type Endpoint = Tenant["webhooks"][number];
const webhooks = api.v1.tenant.webhooks;
const kinds = ["standard", "wecom", "dingtalk", "feishu"] as const;
const kindOf = (value: string) => kinds.find((kind) => kind === value) ?? "standard";
const usualOverlapHours = 24;

/** Where the agency's messages are posted to: webhooks of its own systems, robots of its group chats. */
export function Endpoints({ tenant }: { readonly tenant: Tenant }) {
  const { t } = useWords();
  const may = useMay();
  const [secret, setSecret] = useState<string>();
  return (
    <>
      {may("tenant:manage") ? <NewEndpoint show={setSecret} /> : null}
      {secret === undefined ? null : (
        <OnceShown
          title={t("settings.secret")}
          secret={secret}
          hint={t("settings.secretOnce")}
          close={() => setSecret(undefined)}
        />
      )}
      {tenant.webhooks.length === 0 ? (
        <Empty title={t("settings.noEndpoints")}>{t("settings.endpointsHint")}</Empty>
      ) : (
        <ul className="list">
          {tenant.webhooks.map((endpoint) => (
            <EndpointRow key={endpoint.id} endpoint={endpoint} show={setSecret} />
          ))}
        </ul>
      )}
    </>
  );
}

function EndpointRow(props: { readonly endpoint: Endpoint; readonly show: (secret: string) => void }) {
  const { endpoint, show } = props;
  const { t } = useWords();
  const may = useMay();
  const { kind, url, earlierUntil, disabledAt } = endpoint;
  return (
    <li className="line tall">
      <div className="what">
        <Tag>{t(`settings.kind.${kind}`)}</Tag> {url}{" "}
        {disabledAt === null ? null : (
          <Tag tone="bad">{t("settings.disabled", { at: showInstant(disabledAt) })}</Tag>
        )}
        {earlierUntil === null ? null : (
          <small className="block">{t("settings.overlap", { at: showInstant(earlierUntil) })}</small>
        )}
      </div>
      {may("tenant:manage") ? <EndpointSteps endpoint={endpoint} show={show} /> : null}
      <Deliveries id={endpoint.id} />
    </li>
  );
}

function EndpointSteps(props: { readonly endpoint: Endpoint; readonly show: (secret: string) => void }) {
  const { endpoint, show } = props;
  const { t } = useWords();
  const one = webhooks[":id"];
  const param = { id: endpoint.id };
  const test = useCommand(() => read(one.test.$post({ param, header: {} })));
  const enable = useCommand(() => read(one.enable.$post({ param, header: {} })));
  const queries = useQueryClient();
  const remove = useCommand(async () => {
    await read(one.$delete({ param, header: {} }));
    // Nobody asks for the log of what is gone.
    queries.removeQueries({ queryKey: deliveriesKey(endpoint.id) });
  });
  const hours: Field = {
    name: "hours",
    label: t("settings.overlapHours"),
    kind: "whole",
    initial: String(usualOverlapHours),
    hint: t("settings.overlapHint"),
  };
  return (
    <div className="actions">
      <CommandButton label={t("settings.test")} command={test} />
      {endpoint.disabledAt === null ? null : (
        <CommandButton label={t("settings.enable")} command={enable} primary />
      )}
      {endpoint.kind === "standard" ? (
        <CommandDialog
          label={t("settings.rotate")}
          fields={[hours]}
          run={async ({ hours: overlap = "" }) => {
            const { secret } = await read(
              one.rotate.$post({ param, header: {}, json: { overlapHours: Number(overlap) } }),
            );
            show(secret);
          }}
        />
      ) : null}
      <CommandButton label={t("settings.remove")} command={remove} sure={t("settings.removeEndpointSure")} />
    </div>
  );
}

function NewEndpoint({ show }: { readonly show: (secret: string) => void }) {
  const { t } = useWords();
  const fields = ({ kind = "standard" }: Values): readonly Field[] => [
    {
      name: "kind",
      label: t("settings.kindOf"),
      kind: "choice",
      initial: "standard",
      options: kinds.map((value) => ({ value, label: t(`settings.kind.${value}`) })),
    },
    { name: "url", label: t("settings.url"), kind: "text", hint: t(`settings.urlHint.${kindOf(kind)}`) },
    // The others sign by a secret of their own, or not at all.
    ...(kind === "dingtalk" || kind === "feishu"
      ? [{ name: "secret", label: t("settings.robotSecret"), kind: "text", optional: true } as const]
      : []),
  ];
  return (
    <div className="actions spaced">
      <CommandDialog
        label={t("settings.addEndpoint")}
        fields={fields}
        run={async ({ kind = "standard", url = "", secret }) => {
          const made = await read(
            webhooks.$post({
              header: {},
              json: { kind: kindOf(kind), url, ...(secret === undefined ? {} : { secret }) },
            }),
          );
          if (made.secret !== null) show(made.secret);
        }}
        primary
      />
    </div>
  );
}
