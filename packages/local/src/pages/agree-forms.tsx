import { say } from "./frame.tsx";
import { type FormPlace, RowForm } from "./row-form.tsx";

/** To agree, by a button of that name, or to disagree with a reason: both lead to one address. */
export function AgreeForms(props: { place: FormPlace; path: string; agree: string }) {
  const { place, path, agree } = props;
  const t = (zh: string, en: string) => say(place.view, zh, en);
  return (
    <div class="decide">
      <RowForm place={place} path={path} hidden={{ agrees: "true" }} button={agree} main={true} />
      <RowForm
        place={place}
        path={path}
        hidden={{ agrees: "false" }}
        button={t("不同意", "Disagree")}
        fields={[{ name: "note", label: t("理由", "Reason"), kind: "text" }]}
      />
    </div>
  );
}
