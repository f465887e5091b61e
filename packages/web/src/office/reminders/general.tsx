import type { ReminderSettings } from "@luyue/core/reminder";
import { Checkbox, Input, Select } from "antd";
import { Labelled } from "../../ui/labelled.tsx";
import { useWords } from "../../words/words.ts";

const usualQuiet = { from: "21:00", to: "07:30" };

/** When messages go out, when none do, and in which language: for all kinds alike. */
export function General(props: {
  readonly settings: ReminderSettings;
  readonly change: (settings: ReminderSettings) => void;
}) {
  const { settings, change } = props;
  const { t } = useWords();
  const { quietHours, language, ...rest } = settings;
  const withQuiet = (quiet: typeof quietHours) =>
    change({
      ...rest,
      ...(language === undefined ? {} : { language }),
      ...(quiet === undefined ? {} : { quietHours: quiet }),
    });
  const withLanguage = (chosen: "own" | "zh" | "en") =>
    change({
      ...rest,
      ...(quietHours === undefined ? {} : { quietHours }),
      ...(chosen === "own" ? {} : { language: chosen }),
    });
  const weekdays = t("calendar.weekdays").split(" ");
  return (
    <section className="panel" aria-labelledby="general">
      <h2 id="general">{t("rules.general")}</h2>
      <div className="fields-2">
        <Labelled label={t("rules.sendAt")}>
          {(id) => (
            <Input
              id={id}
              type="time"
              required
              value={settings.sendAt}
              onChange={({ target }) => change({ ...settings, sendAt: target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t("rules.weeklyOn")}>
          {(id) => (
            <Select
              id={id}
              className="whole"
              value={settings.weeklyOn}
              options={weekdays.map((label, at) => ({ value: at + 1, label }))}
              onChange={(weeklyOn) => change({ ...settings, weeklyOn })}
            />
          )}
        </Labelled>
        <Labelled label={t("rules.language")}>
          {(id) => (
            <Select<"own" | "zh" | "en">
              id={id}
              className="whole"
              value={language ?? "own"}
              options={[
                { value: "own", label: t("rules.ownLanguage") },
                { value: "zh", label: "中文" },
                { value: "en", label: "English" },
              ]}
              onChange={withLanguage}
            />
          )}
        </Labelled>
      </div>
      <div className="checks">
        <Checkbox
          checked={settings.workingDaysOnly}
          onChange={({ target }) => change({ ...settings, workingDaysOnly: target.checked })}
        >
          {t("rules.workingDaysOnly")}
        </Checkbox>
        <Checkbox
          checked={quietHours !== undefined}
          onChange={({ target }) => withQuiet(target.checked ? usualQuiet : undefined)}
        >
          {t("rules.quiet")}
        </Checkbox>
      </div>
      {quietHours === undefined ? null : (
        <div className="fields-2">
          {(["from", "to"] as const).map((end) => (
            <Labelled key={end} label={t(`rules.quietEnd.${end}`)}>
              {(id) => (
                <Input
                  id={id}
                  type="time"
                  required
                  value={quietHours[end]}
                  onChange={({ target }) => withQuiet({ ...quietHours, [end]: target.value })}
                />
              )}
            </Labelled>
          ))}
        </div>
      )}
    </section>
  );
}
