import { useQuery } from "@tanstack/react-query";
import { read } from "../../client/api.ts";
import { useMay } from "../../session/session.ts";
import { CommandDialog } from "../../ui/command-dialog.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract, type Place } from "../contract-place.ts";
import { evidenceOf } from "../evidence.ts";
import { useEvidence } from "../use-evidence.ts";
import { OccasionAmount, sumText } from "./penalty-amount.tsx";
import { type Occasion, penaltyOccasions } from "./risk-queries.ts";
import { Fact } from "../../ui/fact.tsx";

/** What the record shows that a penalty may be owed for, and that nobody has taken up. */
export function Occasions({ place, isRunning }: { readonly place: Place; readonly isRunning: boolean }) {
  const { t, say } = useWords();
  const may = useMay();
  const { data = [] } = useQuery(penaltyOccasions(place.contractId));
  const open = data.filter(({ penaltyId }) => penaltyId === null);
  if (open.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="occasions">
      <h2 id="occasions">{t("penalty.occasions", { count: open.length })}</h2>
      <p>{t("penalty.occasionsHint")}</p>
      <ul className="papers">
        {open.map((occasion) => (
          <li key={`${occasion.rule} ${occasion.key}`}>
            <div>
              <strong>{say(occasion.title)}</strong> <OccasionAmount occasion={occasion} />
              <small className="block">{say(occasion.because)}</small>
              <small className="block">{say(occasion.why)}</small>
            </div>
            {isRunning && may("penalty:propose") ? <TakeUp place={place} occasion={occasion} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Proposes what an occasion comes to, once its arithmetic has been seen. */
function TakeUp({ place, occasion }: { readonly place: Place; readonly occasion: Occasion }) {
  const { t, say } = useWords();
  const evidence = useEvidence(place);
  const { rule, key, title, because, why, clause, sum } = occasion;
  return (
    <CommandDialog
      label={t("penalty.propose")}
      title={`${t("penalty.propose")}：${say(title)}`}
      lead={
        <dl className="facts">
          <Fact name={t("penalty.reason")}>{say(because)}</Fact>
          <Fact name={t("penalty.sum")}>{say(why)}</Fact>
          <Fact name={t("penalty.amount")}>
            <strong>{sumText(sum)}</strong>
          </Fact>
          {clause === null ? null : <Fact name={t("common.clause")}>{clause}</Fact>}
        </dl>
      }
      fields={[
        { name: "reason", label: t("penalty.reason"), kind: "longText", initial: say(because) },
        ...evidence.fields,
      ]}
      files={evidence.files}
      run={({ reason = "", ...values }, files) =>
        read(
          ofContract.penalties["by-rule"].$post({
            param: { contractId: place.contractId },
            header: {},
            json: { rule, occasion: key, reason, evidence: evidenceOf(values, files) },
          }),
        )
      }
      primary
    />
  );
}
