import { defaultReminderSettings, type ReminderSettings } from "@luyue/core/reminder";
import { Alert, Button } from "antd";
import { type FormEvent, useState } from "react";
import { api, read } from "../../client/api.ts";
import { useCommand } from "../../client/use-command.ts";
import { useMay } from "../../session/session.ts";
import { Refused } from "../../ui/refused.tsx";
import { useUnsavedGuard } from "../../ui/use-unsaved-guard.ts";
import { useWords } from "../../words/words.ts";
import { Escalation } from "./escalation.tsx";
import { General } from "./general.tsx";
import { KindRules } from "./kind-rules.tsx";
import { PolicyPreview } from "./policy-preview.tsx";
import { RuleFields } from "./rule-fields.tsx";

interface Held {
  readonly version: number;
  readonly isDefault: boolean;
  readonly settings: ReminderSettings;
}

/** By which rules reminders go out; an administrator changes them, and sees what would go out before they hold. */
export function Policy({ held }: { readonly held: Held }) {
  const { t } = useWords();
  const may = useMay();
  const [base, setBase] = useState(held);
  const [settings, setSettings] = useState(held.settings);
  const [previewed, setPreviewed] = useState<ReminderSettings>();
  const save = useCommand(() =>
    read(api.v1["reminder-policy"].$put({ header: { "If-Match": `"${base.version}"` }, json: settings })),
  );
  const mayChange = may("tenant:manage");
  const isDirty = settings !== base.settings;
  useUnsavedGuard(isDirty);
  const adopt = (latest: Held) => {
    setBase(latest);
    setSettings(latest.settings);
    save.reset();
  };
  const isOvertaken = held.version !== base.version;
  if (isOvertaken && !isDirty) adopt(held);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined, { onSuccess: () => setBase({ ...base, settings }) });
  };
  return (
    <form className="fields" onSubmit={submit}>
      {mayChange ? null : <p className="note">{t("rules.administrators")}</p>}
      {held.isDefault ? <p className="note">{t("rules.default")}</p> : null}
      <Refused refusal={save.error} />
      {isOvertaken && isDirty ? (
        <Alert
          type="warning"
          showIcon
          title={t("rules.overtaken")}
          action={
            <div className="actions">
              <Button onClick={() => adopt(held)}>{t("rules.takeTheirs")}</Button>
              <Button onClick={() => setBase(held)}>{t("rules.keepMine")}</Button>
            </div>
          }
        />
      ) : null}
      <fieldset className="bare" disabled={!mayChange}>
        <General settings={settings} change={setSettings} />
        <section className="panel" aria-labelledby="standard">
          <h2 id="standard">{t("rules.standard")}</h2>
          <RuleFields
            rule={settings.standard}
            disabled={!mayChange}
            change={(rule) => setSettings({ ...settings, standard: { ...settings.standard, ...rule } })}
          />
        </section>
        <KindRules settings={settings} disabled={!mayChange} change={setSettings} />
        <Escalation
          steps={settings.escalation}
          disabled={!mayChange}
          change={(escalation) => setSettings({ ...settings, escalation })}
        />
      </fieldset>
      {mayChange ? (
        <div className="actions">
          <Button type="primary" htmlType="submit" disabled={!isDirty} loading={save.isPending}>
            {t("rules.save")}
          </Button>
          <Button disabled={!isDirty} onClick={() => setPreviewed(settings)}>
            {t("rules.preview")}
          </Button>
          <Button disabled={!isDirty} onClick={() => setSettings(base.settings)}>
            {t("rules.back")}
          </Button>
          {held.isDefault ? null : (
            <Button onClick={() => setSettings(defaultReminderSettings)}>{t("rules.toDefault")}</Button>
          )}
        </div>
      ) : null}
      {previewed === undefined ? null : (
        <PolicyPreview settings={previewed} isOutdated={previewed !== settings} />
      )}
    </form>
  );
}
