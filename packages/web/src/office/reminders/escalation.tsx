import { roleNames, roleSchema } from "@luyue/core/party";
import type { Escalation as Step } from "@luyue/core/reminder";
import { Button, Input, Select } from "antd";
import { useWords } from "../../words/words.ts";

const mostSteps = 6;

/** Who else is told once something is overdue for so many working days. */
export function Escalation(props: {
  readonly steps: readonly Step[];
  readonly disabled: boolean;
  readonly change: (steps: Step[]) => void;
}) {
  const { steps, disabled, change } = props;
  const { t, say } = useWords();
  const put = (at: number, step: Step) => change(steps.with(at, step));
  return (
    <section className="panel" aria-labelledby="escalation">
      <h2 id="escalation">{t("rules.escalation")}</h2>
      {steps.length === 0 ? <p>{t("rules.noEscalation")}</p> : null}
      <ul className="papers">
        {steps.map((step, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a step is nothing but its place while it is written
          <li key={at}>
            <label>
              {t("rules.afterWorkingDays")}{" "}
              <Input
                className="short"
                inputMode="numeric"
                pattern="[1-9][0-9]{0,2}"
                required
                value={step.afterWorkingDays === 0 ? "" : step.afterWorkingDays}
                onChange={({ target }) => put(at, { ...step, afterWorkingDays: Number(target.value) || 0 })}
              />
            </label>
            <Select<Step["to"]>
              aria-label={t("rules.escalateTo")}
              className="grow"
              value={step.to}
              options={[
                { value: "superior" as const, label: t("rules.superior") },
                ...roleSchema.options.map((role) => ({ value: role, label: say(roleNames[role]) })),
              ]}
              onChange={(to) => put(at, { ...step, to })}
            />
            <Button onClick={() => change(steps.toSpliced(at, 1))}>{t("rules.remove")}</Button>
          </li>
        ))}
      </ul>
      {disabled || steps.length >= mostSteps ? null : (
        <Button onClick={() => change([...steps, { afterWorkingDays: 10, to: "administrator" }])}>
          {t("rules.addStep")}
        </Button>
      )}
    </section>
  );
}
