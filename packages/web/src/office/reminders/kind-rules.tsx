import { type ObligationKind, obligationKindNames, obligationKindSchema } from "@luyue/core/obligation";
import type { ReminderSettings } from "@luyue/core/reminder";
import { Button, Select } from "antd";
import { useWords } from "../../words/words.ts";
import { RuleFields } from "./rule-fields.tsx";

/** What is set apart for some kinds of obligations. */
export function KindRules(props: {
  readonly settings: ReminderSettings;
  readonly disabled: boolean;
  readonly change: (settings: ReminderSettings) => void;
}) {
  const { settings, disabled, change } = props;
  const { t, say } = useWords();
  const { kinds, standard } = settings;
  const apart = obligationKindSchema.options.filter((kind) => kinds[kind] !== undefined);
  const others = obligationKindSchema.options.filter((kind) => kinds[kind] === undefined);
  const leave = (kind: ObligationKind) => {
    const { [kind]: _left, ...rest } = kinds;
    change({ ...settings, kinds: rest });
  };
  return (
    <section className="panel" aria-labelledby="kinds">
      <h2 id="kinds">{t("rules.kinds")}</h2>
      <p className="lead">{t("rules.kindsHint")}</p>
      {apart.map((kind) => (
        <fieldset key={kind} className="criterion">
          <legend>{say(obligationKindNames[kind])}</legend>
          <RuleFields
            rule={kinds[kind] ?? {}}
            standard={standard}
            disabled={disabled}
            change={(rule) => change({ ...settings, kinds: { ...kinds, [kind]: rule } })}
          />
          <Button onClick={() => leave(kind)}>{t("rules.leaveKind")}</Button>
        </fieldset>
      ))}
      {disabled ? null : (
        <Select<ObligationKind>
          aria-label={t("rules.addKind")}
          className="whole"
          showSearch={{ optionFilterProp: "label" }}
          placeholder={t("rules.addKind")}
          value={null}
          options={others.map((kind) => ({ value: kind, label: say(obligationKindNames[kind]) }))}
          onChange={(kind) => change({ ...settings, kinds: { ...kinds, [kind]: {} } })}
        />
      )}
    </section>
  );
}
