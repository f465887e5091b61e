import type { ContractTerms } from "@luyue/core/contract";
import { Input, Select } from "antd";
import { useWords } from "../words/words.ts";

type Tranche = ContractTerms["tranches"][number];
const events = ["signed", "effective", "invoiceReceived"] as const;
const units = ["workingDay", "day"] as const;
const periods = [...units, "week", "month", "year"] as const;

/** When a payment is due: on a day, or so many days after something; a rule of another kind stays as the file has it. */
export function DueChoice(props: { readonly tranche: Tranche; readonly change: (tranche: Tranche) => void }) {
  const { tranche, change } = props;
  const { t } = useWords();
  const { due, key } = tranche;
  if (due.rule === "on" && due.anchor.anchor === "date") {
    return (
      <span className="due">
        <Input
          type="date"
          aria-label={t("entry.dueOn")}
          value={due.anchor.on}
          onChange={({ target }) =>
            change({ ...tranche, due: { rule: "on", anchor: { anchor: "date", on: target.value } } })
          }
        />
      </span>
    );
  }
  const simple = readSimple(due);
  if (simple === undefined) return <OtherRule tranche={tranche} change={change} />;
  const set = (next: typeof simple) => {
    const about = next.event === "invoiceReceived" ? { of: key } : {};
    const after = { anchor: "event", event: next.event, ...about } as const;
    change({ ...tranche, due: { rule: "within", count: next.count, unit: next.unit, after } });
  };
  return (
    <span className="due">
      <Select
        aria-label={t("entry.dueAfter")}
        value={simple.event}
        options={events.map((event) => ({ value: event, label: t(`entry.after.${event}`) }))}
        onChange={(event) => set({ ...simple, event })}
      />
      <Input
        aria-label={t("entry.count")}
        inputMode="numeric"
        value={String(simple.count)}
        onChange={({ target }) => {
          const count = Number(target.value.replaceAll(/\D/g, "").slice(0, 3));
          set({ ...simple, count: Math.max(1, count) });
        }}
      />
      <Select
        aria-label={t("entry.unit")}
        value={simple.unit}
        options={units.map((unit) => ({ value: unit, label: t(`entry.unitOf.${unit}`) }))}
        onChange={(unit) => set({ ...simple, unit })}
      />
    </span>
  );
}

/** Of a rule that counts from something else its length alone; any other stays as it is. */
function OtherRule({
  tranche,
  change,
}: {
  readonly tranche: Tranche;
  readonly change: (tranche: Tranche) => void;
}) {
  const { t } = useWords();
  const { due } = tranche;
  if (due.rule !== "within") return <span className="due">{t("entry.otherRule")}</span>;
  return (
    <span className="due">
      <span>{t("entry.otherAnchor")}</span>
      <Input
        aria-label={t("entry.count")}
        inputMode="numeric"
        value={String(due.count)}
        onChange={({ target }) => {
          const count = Number(target.value.replaceAll(/\D/g, "").slice(0, 3));
          change({ ...tranche, due: { ...due, count: Math.max(1, count) } });
        }}
      />
      <Select
        aria-label={t("entry.unit")}
        value={due.unit}
        options={periods.map((unit) => ({ value: unit, label: t(`entry.unitOf.${unit}`) }))}
        onChange={(unit) => change({ ...tranche, due: { ...due, unit } })}
      />
    </span>
  );
}

interface Simple {
  readonly event: (typeof events)[number];
  readonly count: number;
  readonly unit: (typeof units)[number];
}

/** So many days after one of the events that can be chosen here. */
function readSimple(due: Tranche["due"]): Simple | undefined {
  if (due.rule !== "within" || due.after.anchor !== "event") return undefined;
  const { after, count } = due;
  const event = events.find((each) => each === after.event);
  const unit = units.find((each) => each === due.unit);
  const isPlain =
    Object.keys(due).length === 4 &&
    Object.keys(after).every((key) => ["anchor", "event", "of"].includes(key));
  return event === undefined || unit === undefined || !isPlain ? undefined : { event, count, unit };
}
