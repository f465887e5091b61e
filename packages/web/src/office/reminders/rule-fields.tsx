import { type Role, roleNames, roleSchema } from "@luyue/core/party";
import type { Digest, ReminderSettings } from "@luyue/core/reminder";
import { useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { membersQuery } from "../people/member-queries.ts";
import { Labelled } from "../../ui/labelled.tsx";
import { useWords } from "../../words/words.ts";

type Standard = ReminderSettings["standard"];
/** A rule that is being written: of a kind that is set apart, what is left out is as for all. */
export type OwnRule = NonNullable<ReminderSettings["kinds"]["payment"]>;

interface Props<Rule extends OwnRule> {
  readonly rule: Rule;
  /** What holds where nothing is set; none for the rule for all. */
  readonly standard?: Standard;
  readonly disabled: boolean;
  readonly change: (rule: Rule) => void;
}

const channels = ["email", "webhook", "robot"] as const;
const digests = ["single", "daily", "weekly"] as const;
const counted = ["repeatEvery", "nudgeAfterDays", "nudgeEveryDays"] as const;

/** When, to whom, and by which ways. */
export function RuleFields<Rule extends OwnRule>({ rule, standard, disabled, change }: Props<Rule>) {
  const { t, say } = useWords();
  const { data: members } = useQuery(membersQuery);
  const asForAll = standard === undefined ? "" : t("rules.asForAll");
  const put = <Key extends keyof OwnRule>(key: Key, value: OwnRule[Key] | undefined) => {
    const { [key]: _before, ...rest } = rule;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a rule less a field that may be missing, or with it
    change((value === undefined ? rest : { ...rest, [key]: value }) as Rule);
  };
  const left = standard !== undefined;
  return (
    <div className="fields-2">
      <Labelled label={t("rules.leadDays")}>
        {(id) => (
          <LeadDays
            id={id}
            days={rule.leadDays}
            asForAll={asForAll}
            disabled={disabled}
            change={(days) => put("leadDays", days.length === 0 && left ? undefined : days)}
          />
        )}
      </Labelled>
      <Labelled label={t("rules.digest")}>
        {(id) => (
          <Select<Digest>
            id={id}
            className="whole"
            allowClear={left}
            placeholder={asForAll}
            value={rule.digest ?? null}
            options={digests.map((value) => ({ value, label: t(`rules.digests.${value}`) }))}
            onChange={(value?: Digest) => put("digest", value)}
          />
        )}
      </Labelled>
      {counted.map((key) => (
        <Labelled key={key} label={t(`rules.${key}`)}>
          {(id) => (
            <Input
              id={id}
              inputMode="numeric"
              pattern="[0-9]{1,3}"
              required={!left}
              placeholder={asForAll}
              value={rule[key] ?? ""}
              onChange={({ target: { value } }) => put(key, value === "" ? undefined : Number(value))}
            />
          )}
        </Labelled>
      ))}
      <Labelled label={t("rules.roles")}>
        {(id) => (
          <Select<Role[]>
            id={id}
            className="whole"
            mode="multiple"
            placeholder={left ? asForAll : t("rules.byWork")}
            value={rule.roles ?? []}
            options={roleSchema.options.map((role) => ({ value: role, label: say(roleNames[role]) }))}
            onChange={(value) => put("roles", value.length === 0 ? undefined : value)}
          />
        )}
      </Labelled>
      <Labelled label={t("rules.people")}>
        {(id) => (
          <Select<string[]>
            id={id}
            className="whole"
            mode="multiple"
            placeholder={left ? asForAll : t("rules.nobody")}
            value={rule.people ?? []}
            options={(members?.items ?? []).map(({ subject, name }) => ({ value: subject, label: name }))}
            onChange={(value) => put("people", value.length === 0 && left ? undefined : value)}
          />
        )}
      </Labelled>
      <Labelled label={t("rules.channels")}>
        {(id) => (
          <Select<(typeof channels)[number][]>
            id={id}
            className="whole"
            mode="multiple"
            placeholder={left ? asForAll : t("rules.noChannel")}
            value={rule.channels ?? []}
            options={channels.map((value) => ({ value, label: t(`office.channel.${value}`) }))}
            onChange={(value) => put("channels", value.length === 0 && left ? undefined : value)}
          />
        )}
      </Labelled>
      <Labelled label={t("rules.tellVendor")}>
        {(id) => (
          <Select<"yes" | "no">
            id={id}
            className="whole"
            allowClear={left}
            placeholder={asForAll}
            value={rule.tellVendor === undefined ? null : rule.tellVendor ? "yes" : "no"}
            options={(["yes", "no"] as const).map((value) => ({ value, label: t(`rules.vendor.${value}`) }))}
            onChange={(value?: "yes" | "no") =>
              put("tellVendor", value === undefined ? undefined : value === "yes")
            }
          />
        )}
      </Labelled>
    </div>
  );
}

/** Whole numbers of days, the furthest first. */
function LeadDays(props: {
  readonly id: string;
  readonly days: readonly number[] | undefined;
  readonly asForAll: string;
  readonly disabled: boolean;
  readonly change: (days: number[]) => void;
}) {
  const { id, days, asForAll, disabled, change } = props;
  const { t } = useWords();
  return (
    <>
      <Select<string[]>
        id={id}
        className="whole"
        mode="tags"
        disabled={disabled}
        placeholder={asForAll === "" ? t("rules.onTheDay") : asForAll}
        tokenSeparators={[",", "，", "、", " "]}
        value={(days ?? []).map(String)}
        onChange={(values) => change(readDays(values))}
      />
      <small>{t("rules.leadDaysHint")}</small>
    </>
  );
}

function readDays(values: readonly string[]): number[] {
  const days = values.filter((value) => /^\d{1,3}$/.test(value)).map(Number);
  return [...new Set(days)].toSorted((a, b) => b - a);
}
