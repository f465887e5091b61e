import { api, read } from "../../client/api.ts";
import { useCommand } from "../../client/use-command.ts";
import { useMay, useSession } from "../../session/session.ts";
import { CommandButton } from "../../ui/command-button.tsx";
import { CommandDialog, type Values } from "../../ui/command-dialog.tsx";
import { Empty } from "../../ui/empty.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { useWords } from "../../words/words.ts";
import type { Tenant } from "./tenant-queries.ts";
import { Fact } from "../../ui/fact.tsx";

type Change = Parameters<typeof api.v1.tenant.$patch>[0]["json"];

/** Under the version that was read: what somebody else has set meanwhile is not written over. */
const updateOf = (tenant: Tenant, json: Change) =>
  read(api.v1.tenant.$patch({ header: { "If-Match": `"${tenant.version}"` }, json }));

/** The agency's name and language, its own days off, and its key periods. */
export function Agency({ tenant }: { readonly tenant: Tenant }) {
  const { t } = useWords();
  const may = useMay();
  const fields: readonly Field[] = [
    { name: "name", label: t("settings.name"), kind: "text", initial: tenant.name },
    {
      name: "language",
      label: t("settings.language"),
      kind: "choice",
      initial: tenant.language,
      options: [
        { value: "zh", label: "中文" },
        { value: "en", label: "English" },
      ],
    },
  ];
  return (
    <>
      <section className="panel" aria-labelledby="agency">
        <div className="panel-head">
          <h2 id="agency">{tenant.name}</h2>
          {may("tenant:manage") ? (
            <CommandDialog
              label={t("settings.change")}
              title={t("settings.changeAgency")}
              fields={fields}
              run={({ name = "", language }) =>
                updateOf(tenant, { name, language: language === "en" ? "en" : "zh" })
              }
            />
          ) : null}
        </div>
        <dl className="facts">
          <Fact name={t("settings.language")}>{tenant.language === "zh" ? "中文" : "English"}</Fact>
          <Fact name={t("settings.signIn")}>
            {tenant.issuer === null ? t("settings.byMail") : tenant.issuer.url}
          </Fact>
        </dl>
      </section>
      <ClosingDays tenant={tenant} />
      <KeyPeriods tenant={tenant} />
    </>
  );
}

function useRange(): readonly Field[] {
  const { t } = useWords();
  const { today } = useSession();
  return [
    { name: "zh", label: t("settings.rangeName"), kind: "text" },
    { name: "en", label: t("settings.rangeNameEn"), kind: "text", optional: true },
    { name: "from", label: t("settings.from"), kind: "date", initial: today },
    { name: "to", label: t("settings.to"), kind: "date", initial: today },
  ];
}

const rangeOf = ({ zh = "", en = zh, from = "", to = "" }: Values) => ({ name: { zh, en }, from, to });

/** Days on which the agency is closed besides the public holidays: dates that count working days follow. */
function ClosingDays({ tenant }: { readonly tenant: Tenant }) {
  const { t, say } = useWords();
  const may = useMay();
  const range = useRange();
  const { closingDays } = tenant;
  return (
    <section className="panel" aria-labelledby="closing">
      <div className="panel-head">
        <h2 id="closing">{t("settings.closingDays")}</h2>
        {may("tenant:manage") ? (
          <CommandDialog
            label={t("settings.addClosing")}
            fields={range}
            run={(values) => updateOf(tenant, { closingDays: [...closingDays, rangeOf(values)] })}
          />
        ) : null}
      </div>
      {closingDays.length === 0 ? (
        <Empty title={t("settings.noClosing")}>{t("settings.closingHint")}</Empty>
      ) : null}
      <ul className="papers">
        {closingDays.map(({ name, from, to }, at) => (
          <li key={`${from} ${to} ${name.zh}`}>
            <span>
              {say(name)}{" "}
              <small>
                {from} — {to}
              </small>
            </span>
            <Remove
              name={say(name)}
              run={() => updateOf(tenant, { closingDays: closingDays.toSpliced(at, 1) })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Key periods 重保时期: duty is owed in them under contracts that say so. */
function KeyPeriods({ tenant }: { readonly tenant: Tenant }) {
  const { t, say } = useWords();
  const may = useMay();
  const range = useRange();
  const { keyPeriods } = tenant;
  const key: Field = { name: "key", label: t("settings.key"), kind: "text", hint: t("settings.keyHint") };
  return (
    <section className="panel" aria-labelledby="key-periods">
      <div className="panel-head">
        <h2 id="key-periods">{t("settings.keyPeriods")}</h2>
        {may("tenant:manage") ? (
          <CommandDialog
            label={t("settings.addPeriod")}
            fields={[...range, key]}
            run={({ key: word = "", ...values }) =>
              updateOf(tenant, { keyPeriods: [...keyPeriods, { key: word, ...rangeOf(values) }] })
            }
          />
        ) : null}
      </div>
      {keyPeriods.length === 0 ? (
        <Empty title={t("settings.noPeriods")}>{t("settings.periodsHint")}</Empty>
      ) : null}
      <ul className="papers">
        {keyPeriods.map((period) => (
          <li key={period.key}>
            <span>
              {say(period.name)}{" "}
              <small>
                {period.from} — {period.to} · {period.key}
              </small>
            </span>
            <Remove
              name={say(period.name)}
              run={() => updateOf(tenant, { keyPeriods: keyPeriods.filter((each) => each !== period) })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Remove({ name, run }: { readonly name: string; readonly run: () => Promise<unknown> }) {
  const { t } = useWords();
  const may = useMay();
  const remove = useCommand(run);
  return may("tenant:manage") ? (
    <CommandButton label={t("settings.remove")} command={remove} sure={t("settings.removeSure", { name })} />
  ) : null;
}
