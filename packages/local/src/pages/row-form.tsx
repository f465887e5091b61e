import { say, type View } from "./frame.tsx";

/** A form that the API has refused: what it says, and what had been entered. */
export interface Refusal {
  readonly form: string;
  readonly detail: string;
  readonly faults: readonly { readonly path: string; readonly text: string }[];
  readonly values: Readonly<Record<string, string>>;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "files" | "choice";
  readonly optional?: boolean;
  /** Of a choice: what is sent, and what is read. */
  readonly options?: readonly (readonly [string, string])[];
}

/** What every form in a place shares: where it belongs on the page, and what was refused last. */
export interface FormPlace {
  readonly view: View;
  /** Address of the contract's page. */
  readonly base: string;
  /** The place on the page that its forms lead back to. */
  readonly anchor: string;
  readonly refused: Refusal | undefined;
  /** Something can still be done under the contract; else the forms are left out. */
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
  /** Tells it from the other forms that lead to the same address; else what is hidden in it does. */
  name?: string;
}) {
  const { place, path, button, main = false, fields = [], hidden = {} } = props;
  const { base, anchor } = place;
  const form = props.name ?? [path, ...Object.values(hidden)].join("/");
  if (!place.running) return null;
  const refused = place.refused?.form === form ? place.refused : undefined;
  const alert = `refused-${form.replaceAll("/", "-")}`;
  const upload = fields.some(({ kind }) => kind === "files")
    ? ({ enctype: "multipart/form-data" } as const)
    : {};
  return (
    <form class="entry" method="post" action={`${base}/${path}#${anchor}`} {...upload}>
      <input type="hidden" name="form" value={form} />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <FieldEntry field={field} refused={refused} alert={alert} />
      ))}
      <button type="submit" class={main ? "main" : ""}>
        {button}
      </button>
      {refused === undefined ? null : (
        <p class="wrong" role="alert" id={alert}>
          {describeRefusal(refused, fields, place.view)}
        </p>
      )}
    </form>
  );
}

function FieldEntry(props: { field: Field; refused: Refusal | undefined; alert: string }) {
  const { field, refused, alert } = props;
  const { name, label, kind, optional = false, options = [] } = field;
  const wrong =
    refused?.faults.some(({ path: at }) => at === `/${name}` || at.startsWith(`/${name}/`)) === true;
  const shared = {
    name,
    class: kind,
    ...(optional ? {} : { required: true }),
    ...(wrong ? { "aria-invalid": "true", "aria-describedby": alert } : {}),
  };
  const entered = refused?.values[name] ?? "";
  return (
    <label>
      <span>{label}</span>
      {kind === "choice" ? (
        <select {...shared}>
          {options.map(([sent, read]) => (
            <option value={sent} selected={sent === entered}>
              {read}
            </option>
          ))}
        </select>
      ) : kind === "files" ? (
        <input {...shared} type="file" multiple />
      ) : (
        <input {...shared} type="text" value={entered} autocomplete="off" />
      )}
    </label>
  );
}

/** What a form was refused for, with the names of its fields where a fault is in one of them. */
function describeRefusal({ detail, faults }: Refusal, fields: readonly Field[], view: View): string {
  if (faults.length === 0) return detail;
  const colon = say(view, "：", ": ");
  const reasons = faults.map(({ path, text }) => {
    const label = fields.find(({ name }) => path === `/${name}`)?.label;
    return label === undefined ? text : `${label}${colon}${text}`;
  });
  return `${detail}${colon}${reasons.join(say(view, "；", "; "))}`;
}
