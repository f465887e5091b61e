import { useWords } from "../words/words.ts";
import type { Place } from "./contract-place.ts";
import type { Evidence } from "./evidence.ts";
import { fileAddress } from "./work/work-queries.ts";

/** What shows something: documents by their name or number with a note, files to be opened. */
export function EvidenceList(props: { readonly place: Place; readonly evidence: readonly Evidence[] }) {
  const { place, evidence } = props;
  const { t } = useWords();
  if (evidence.length === 0) return null;
  return (
    <ul className="files" aria-label={t("evidence.title")}>
      {evidence.map(({ document, note, file }, at) => {
        const name = document ?? t("evidence.file");
        return (
          // oxlint-disable-next-line react/no-array-index-key -- evidence is only ever added at the end
          <li key={at}>
            {file === undefined ? (
              document
            ) : (
              <a href={fileAddress(place, { file, name })} download={name}>
                {name}
              </a>
            )}
            {note === undefined ? null : <small>{document === undefined ? note : `：${note}`}</small>}
          </li>
        );
      })}
    </ul>
  );
}
