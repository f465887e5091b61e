import { contentTypes } from "../client/upload.ts";
import { useWords } from "../words/words.ts";
import { Labelled } from "./labelled.tsx";

const accepted = Object.keys(contentTypes)
  .map((ending) => `.${ending}`)
  .join(",");

/** Files of the kinds that are taken. */
export function FileChoice(props: {
  readonly label: string;
  readonly required?: boolean;
  readonly change: (files: readonly File[]) => void;
}) {
  const { label, required = false, change } = props;
  const { t } = useWords();
  return (
    <Labelled label={label}>
      {(id) => (
        <>
          <input
            id={id}
            type="file"
            multiple
            required={required}
            accept={accepted}
            onChange={({ target }) => change([...(target.files ?? [])])}
          />
          <small>{t("common.filesHint")}</small>
        </>
      )}
    </Labelled>
  );
}
