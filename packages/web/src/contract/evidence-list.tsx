import { useWords } from "../words/words.ts";
import type { Place } from "./contract-place.ts";
import type { Evidence } from "./evidence.ts";
import { fileAddress } from "./work/work-queries.ts";

/** What shows something: documents by their number, files to be opened. */
export function EvidenceList(props: { readonly place: Place; readonly evidence: readonly Evidence[] }) {
  const { place, evidence } = props;
  const { t } = useWords();
  if (evidence.length === 0) return null;
  return (
    <small className="block">
      {t("evidence.of")}
      {evidence.map(({ document, note, file }) => {
        const said = [document, note].filter((part) => part !== undefined).join(" ");
        if (file === undefined) return <span key={said}>{said} </span>;
        const name = said === "" ? t("evidence.file") : said;
        return (
          <a key={file} className="file" href={fileAddress(place, { file, name })} download={name}>
            {name}
          </a>
        );
      })}
    </small>
  );
}
