import { useQuery } from "@tanstack/react-query";
import { read } from "../../client/api.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Tag, type Tone } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place } from "../contract-place.ts";

const verdicts = ["failed", "warning", "notEnoughInput", "passed"] as const;
const tones: Readonly<Record<(typeof verdicts)[number], Tone>> = {
  failed: "bad",
  warning: "warn",
  notEnoughInput: "plain",
  passed: "good",
};

/** What the law and the contract's own figures say of it, the gravest first, each with what was compared. */
export function Checks({ place }: { readonly place: Place }) {
  const { t, say } = useWords();
  const { contractId } = place;
  const query = useQuery({
    queryKey: ["contract", contractId, "checks"],
    queryFn: () => read(ofContract.checks.$get({ param: { contractId } })),
  });
  return (
    <Loaded query={query} rows={8}>
      {({ items }) => (
        <>
          <p className="lead">
            {verdicts
              .map(
                (verdict) =>
                  `${t(`check.${verdict}`)} ${items.filter((item) => item.verdict === verdict).length}`,
              )
              .join(" · ")}
          </p>
          <ul className="list">
            {items
              .toSorted((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict))
              .map((item) => (
                <li key={item.check} className="line">
                  <div className="when">
                    <Tag tone={tones[item.verdict]}>{t(`check.${item.verdict}`)}</Tag>
                  </div>
                  <div className="what">
                    <strong>{say(item.title)}</strong>
                    <div>{say(item.figures)}</div>
                    <small>{say(item.source)}</small>
                  </div>
                </li>
              ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}
