import { say, type View } from "./frame.tsx";

/** A form that the API has refused: what it says, and what had been entered. */
export interface Refusal {
  readonly form: string;
  readonly detail: string;
  readonly faults: readonly { readonly path: string; readonly text: string }[];
  readonly values: Readonly<Record<string, string>>;
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "date" | "money";
  readonly value?: string;
}

/** What every form of a payment shares: where it belongs on the page, and what was refused last. */
export interface FormPlace {
  readonly view: View;
  /** Address of the contract's page. */
  readonly base: string;
  /** The payment's place on the page: its forms lead back there. */
  readonly anchor: string;
  readonly refused: Refusal | undefined;
  /** Money of the contract still moves; else the forms are left out. */
  readonly running: boolean;
}

/** One thing to enter or to decide, in one row; a refusal stands beneath it, with what had been entered. */
export function RowForm(props: {
  place: FormPlace;
  /** Address beneath the contract's page, which is also the API's beneath the contract. */
  path: string;
  button: string;
  main?: boolean;
  fields?: readonly Field[];
  hidden?: Readonly<Record<string, string>>;
}) {
  const { place, path, button, main = false, fields = [], hidden = {} } = props;
  const { view, base, anchor } = place;
  const form = [path, ...Object.values(hidden)].join("/");
  if (!place.running) return null;
  const refused = place.refused?.form === form ? place.refused : undefined;
  const alert = `refused-${form.replaceAll("/", "-")}`;
  return (
    <form class="entry" method="post" action={`${base}/${path}#${anchor}`}>
      <input type="hidden" name="form" value={form} />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ name, label, kind, value }) => (
        <label>
          <span>{label}</span>
          <input
            name={name}
            type={kind === "date" ? "date" : "text"}
            class={kind}
            value={refused?.values[name] ?? value ?? ""}
            required
            autocomplete="off"
            {...(kind === "date" ? { max: view.today } : {})}
            {...(kind === "money" ? { inputmode: "decimal" } : {})}
            {...(refused?.faults.some(({ path: at }) => at === `/${name}`) === true
              ? { "aria-invalid": "true", "aria-describedby": alert }
              : {})}
          />
        </label>
      ))}
      <button type="submit" class={main ? "main" : ""}>
        {button}
      </button>
      {refused === undefined ? null : (
        <p class="wrong" role="alert" id={alert}>
          {describeRefusal(refused, fields, view)}
        </p>
      )}
    </form>
  );
}

function describeRefusal({ detail, faults }: Refusal, fields: readonly Field[], view: View): string {
  if (faults.length === 0) return detail;
  const colon = say(view, "：", ": ");
  const reasons = faults.map(({ path, text }) => {
    const label = fields.find(({ name }) => path === `/${name}`)?.label;
    return label === undefined ? text : `${label}${colon}${text}`;
  });
  return `${detail}${colon}${reasons.join(say(view, "；", "; "))}`;
}
