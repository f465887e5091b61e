import type { ContractTerms, MeasureUnit, PenaltyRule } from "@luyue/core/contract";
import { decimalSchema, titleText } from "@luyue/core/contract";
import { fractionOf } from "@luyue/core/measurement";
import { resolveRuleSum, type RuleQuantity, type RuleSum } from "@luyue/core/penalty";
import { read } from "../../client/api.ts";
import { CommandDialog, type Values } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { yuan } from "../../ui/money.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place } from "../contract-place.ts";
import { evidenceOf } from "../evidence.ts";
import { useEvidence } from "../use-evidence.ts";

interface Props {
  readonly place: Place;
  readonly terms: ContractTerms;
}

const asked = { perPersonTime: "times", perDay: "days", tiers: "measured" } as const;

/** Which quantity a rule is worked out by; none where it is owed for the thing itself. */
const quantityOf = ({ penalty }: PenaltyRule) =>
  penalty === "once" || penalty === "perOccurrence" ? undefined : asked[penalty];

/** Proposes by a rule of the contract what the record does not show by itself: for a quantity, with its proof. */
export function ProposeByRule({ place, terms }: Props) {
  const { t, say } = useWords();
  const evidence = useEvidence(place);
  const rules = (terms.penalties ?? []).filter(({ debtor }) => debtor !== "buyer");
  const [first] = rules;
  if (first === undefined) return null;
  const ruleOf = ({ rule }: Values) => rules.find(({ key }) => key === rule) ?? first;
  const fields = (values: Values): readonly Field[] => {
    const rule = ruleOf(values);
    const quantity = quantityOf(rule);
    const unit = rule.penalty === "tiers" ? t(`penalty.unit.${rule.unit satisfies MeasureUnit}`) : "";
    return [
      {
        name: "rule",
        label: t("penalty.rule"),
        kind: "choice",
        options: rules.map(({ key, title, clause }) => ({
          value: key,
          label: `${say(titleText(title))}${clause === undefined ? "" : `（${clause}）`}`,
        })),
        initial: first.key,
      },
      ...(quantity === undefined
        ? []
        : [
            {
              name: quantity,
              label: t(`penalty.quantity.${quantity}`, { unit }),
              kind: quantity === "measured" ? ("text" as const) : ("whole" as const),
            },
          ]),
      { name: "reason", label: t("penalty.reason"), kind: "longText" },
      ...evidence.fields,
    ];
  };
  return (
    <CommandDialog
      label={t("penalty.proposeByRule")}
      lead={<p>{t("penalty.byRuleLead")}</p>}
      fields={fields}
      files={{ ...evidence.files, label: t("penalty.proof") }}
      preview={(values) => <Comes rule={ruleOf(values)} terms={terms} values={values} />}
      run={({ reason = "", days, times, measured, ...values }, files) =>
        read(
          ofContract.penalties["by-rule"].$post({
            param: { contractId: place.contractId },
            header: {},
            json: {
              rule: ruleOf(values).key,
              reason,
              ...(days === undefined ? {} : { days: Number(days) }),
              ...(times === undefined ? {} : { times: Number(times) }),
              ...(measured === undefined ? {} : { measured }),
              evidence: evidenceOf(values, files),
            },
          }),
        )
      }
    />
  );
}

/** What the rule comes to for what has been written, with its arithmetic, before any shared cap. */
function Comes(props: {
  readonly rule: PenaltyRule;
  readonly terms: ContractTerms;
  readonly values: Values;
}) {
  const { t, say } = useWords();
  const owed = workOut(props.rule, props.terms, props.values);
  return (
    <p className="comes-to" aria-live="polite">
      {owed === undefined ? (
        t("penalty.comesToNothing")
      ) : (
        <>
          <strong>
            {"amount" in owed.sum ? yuan(owed.sum.amount) : `${yuan(owed.sum.from)} – ${yuan(owed.sum.to)}`}
          </strong>
          <small className="block">{say(owed.why)}</small>
        </>
      )}
    </p>
  );
}

function workOut(rule: PenaltyRule, terms: ContractTerms, values: Values): RuleSum | undefined {
  const name = quantityOf(rule);
  if (name === undefined) return resolveRuleSum(rule, terms);
  const quantity = readQuantity(name, values[name] ?? "");
  return quantity === undefined ? undefined : resolveRuleSum(rule, terms, quantity);
}

function readQuantity(name: "days" | "times" | "measured", text: string): RuleQuantity | undefined {
  if (name === "measured") {
    const value = decimalSchema.safeParse(text);
    return value.success ? { measured: fractionOf(value.data) } : undefined;
  }
  return /^[1-9]\d{0,3}$/.test(text) ? { [name]: Number(text) } : undefined;
}

/** Proposes what no rule works out: a person names the sum and the clause. */
export function ProposeFreely({ place }: { readonly place: Place }) {
  const { t } = useWords();
  const evidence = useEvidence(place);
  const fields: readonly Field[] = [
    { name: "title", label: t("penalty.title"), kind: "text" },
    { name: "amount", label: t("penalty.amountYuan"), kind: "money" },
    { name: "clause", label: t("common.clause"), kind: "text" },
    { name: "reason", label: t("penalty.reason"), kind: "longText" },
    ...evidence.fields,
  ];
  return (
    <CommandDialog
      label={t("penalty.proposeFreely")}
      lead={<p>{t("penalty.freelyLead")}</p>}
      fields={fields}
      files={evidence.files}
      run={({ title = "", amount = "", clause = "", reason = "", ...values }, files) =>
        read(
          ofContract.penalties.$post({
            param: { contractId: place.contractId },
            header: {},
            json: { title, amount, clause, reason, evidence: evidenceOf(values, files) },
          }),
        )
      }
    />
  );
}
