import { useQuery } from "@tanstack/react-query";
import { sideNames, sideSchema } from "@luyue/core/party";
import { read } from "../../client/api.ts";
import { useMay } from "../../session/session.ts";
import { CommandDialog, type Values } from "../../ui/command-dialog.tsx";
import type { Field } from "../../ui/field-input.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract } from "../contract-place.ts";
import { contractUnits, type Unit } from "./finding-queries.ts";

const mostContacts = 10;

/** Who is responsible: the units with the people that reminders go to. */
export function Units({ contractId }: { readonly contractId: string }) {
  const { t, say } = useWords();
  const may = useMay();
  const query = useQuery(contractUnits(contractId));
  return (
    <details className="panel">
      <summary>{t("finding.units")}</summary>
      <Loaded query={query} rows={2}>
        {(units) => (
          <ul className="papers">
            {units.map((unit) => (
              <li key={unit.id}>
                <div>
                  <strong>{unit.name}</strong> <Tag>{say(sideNames[unit.side])}</Tag>
                  <small className="block">
                    {unit.contacts.length === 0
                      ? t("finding.noContacts")
                      : unit.contacts.map(({ name, email }) => `${name} ${email}`).join("；")}
                  </small>
                </div>
                {may("unit:manage") ? <UnitDialog contractId={contractId} unit={unit} /> : null}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </details>
  );
}

/** Enters a unit, or changes one; there is always room for one person more. */
export function UnitDialog(props: {
  readonly contractId: string;
  readonly unit?: Unit;
  readonly primary?: boolean;
}) {
  const { contractId, unit, primary = false } = props;
  const { t, say } = useWords();
  const fields = (values: Values): readonly Field[] => {
    const isFilled = (at: number) => values[`name${at}`] !== undefined && values[`name${at}`] !== "";
    const known = unit?.contacts.length ?? 0;
    const shown = Array.from({ length: mostContacts }, (_, at) => at).filter(
      (at) => at === 0 || at <= known || isFilled(at - 1),
    );
    return [
      { name: "name", label: t("finding.unitName"), kind: "text", initial: unit?.name ?? "" },
      {
        name: "side",
        label: t("finding.unitSide"),
        kind: "choice",
        initial: unit?.side ?? "vendor",
        options: sideSchema.options.map((side) => ({ value: side, label: say(sideNames[side]) })),
      },
      ...shown.flatMap((at): Field[] => [
        {
          name: `name${at}`,
          label: t("finding.contactName", { number: at + 1 }),
          kind: "text",
          initial: unit?.contacts[at]?.name ?? "",
          optional: true,
        },
        {
          name: `email${at}`,
          label: t("finding.contactEmail", { number: at + 1 }),
          kind: "text",
          initial: unit?.contacts[at]?.email ?? "",
          optional: !isFilled(at),
          ...(at === 0 ? { hint: t("finding.contactHint") } : {}),
        },
      ]),
    ];
  };
  return (
    <CommandDialog
      label={unit === undefined ? t("finding.addUnit") : t("finding.changeUnit")}
      title={unit === undefined ? t("finding.addUnit") : t("finding.changeUnitOf", { name: unit.name })}
      fields={fields}
      run={(values) =>
        read(
          ofContract.units.$put({
            param: { contractId },
            header: {},
            json: {
              ...(unit === undefined ? {} : { unitId: unit.id }),
              name: values["name"] ?? "",
              side: values["side"] === "buyer" ? "buyer" : "vendor",
              contacts: contactsOf(values, unit),
            },
          }),
        )
      }
      primary={primary}
    />
  );
}

/** Whoever was known keeps the language of their mails. */
function contactsOf(values: Values, unit: Unit | undefined) {
  return Array.from({ length: mostContacts }, (_, at) => at).flatMap((at) => {
    const [name, email] = [values[`name${at}`], values[`email${at}`]];
    if (name === undefined && email === undefined) return [];
    const before = unit?.contacts.find((contact) => contact.email === email);
    return [
      {
        name: name ?? "",
        email: email ?? "",
        ...(before === undefined ? {} : { language: before.language }),
      },
    ];
  });
}
