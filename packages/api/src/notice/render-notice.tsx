/** @jsxImportSource hono/jsx */
import { civilDateOf } from "@luyue/core/civil-date";
import { formatMoney } from "@luyue/core/money";
import type { Language } from "@luyue/core/text";
import type { PenaltyNotice } from "@luyue/usecases/penalty";
import {
  describeEvidence,
  type Fact,
  FactTable,
  paperAmount,
  paperDay,
  paperInstant,
  renderPaper,
  Seals,
} from "../paper/index.ts";
import { type NoticeWords, noticeWords } from "./notice-words.ts";
import { TakingTable } from "./taking-table.tsx";

export interface NoticePart {
  readonly notice: PenaltyNotice;
  readonly language: Language;
  readonly words: NoticeWords;
}

/** The notice of a penalty 违约金通知书, in the language of who reads it; until it is decided, what is proposed and by when to answer. */
export function renderNotice(notice: PenaltyNotice, language: Language): string {
  const words = noticeWords[language];
  const { contract, penalty, asOf } = notice;
  const part = { notice, language, words };
  const heading = penalty.state === "proposed" ? words.heading.proposed : words.heading.imposed;
  const isVoid = penalty.state === "dismissed" || penalty.state === "withdrawn";
  return renderPaper({
    language,
    title: `${heading} ${contract.number} ${penalty.title}`,
    heading,
    subtitle: `${contract.name} · ${penalty.title}`,
    notice: headOf(part),
    watermark: isVoid ? words.void : penalty.state === "proposed" ? words.draft : undefined,
    foot: words.foot(asOf, penalty.id),
    children: (
      <>
        <h2>{words.parts.contract}</h2>
        <FactTable facts={contractFacts(part)} />
        <h2>{words.parts.facts}</h2>
        <FactTable facts={breachFacts(part)} />
        <h2>{words.parts.sum}</h2>
        <FactTable facts={sumFacts(part)} />
        <h2>{words.parts.answer}</h2>
        <Answer {...part} />
        <h2>{words.parts.decision}</h2>
        <FactTable facts={decisionFacts(part)} />
        <h2>{words.parts.taking}</h2>
        <TakingTable {...part} />
        <h2>{words.parts.objection}</h2>
        <p>{objectionOf(part)}</p>
        <Seals
          language={language}
          sides={[
            { side: words.buyer, name: contract.buyerName },
            { side: words.vendor, name: contract.vendorName },
          ]}
        />
      </>
    ),
  });
}

function headOf({ notice: { penalty }, language, words }: NoticePart): string | undefined {
  switch (penalty.state) {
    case "proposed":
      return words.notProposed(paperDay(penalty.answerBy, language));
    case "dismissed":
    case "withdrawn": {
      const { at, reason } = penalty.decided;
      const say = penalty.state === "dismissed" ? words.turnedDown : words.takenBack;
      return say(paperInstant(at, language), reason);
    }
    case "imposed":
      return undefined;
  }
}

function contractFacts({ notice: { contract }, language, words }: NoticePart): Fact[] {
  return [
    [words.number, contract.number],
    [words.name, contract.name],
    [words.buyer, contract.buyerName],
    [words.vendor, contract.vendorName],
    [words.total, paperAmount(contract.total, language)],
  ];
}

function breachFacts({ notice: { penalty, incident }, language, words }: NoticePart): Fact[] {
  const { title, reason, clause, evidence } = penalty;
  const proof = describeEvidence(evidence, language);
  return [
    [words.title, title],
    ...(incident === undefined
      ? []
      : [
          [
            words.incident,
            words.incidentOf(
              incident.number,
              incident.title,
              paperDay(civilDateOf(incident.happenedAt), language),
            ),
          ] as const,
        ]),
    [words.reason, reason],
    ...(clause === undefined ? [] : [[words.clause, clause] as const]),
    ...(proof === "" ? [] : [[words.evidence, proof] as const]),
  ];
}

function sumFacts({ notice: { penalty }, language, words }: NoticePart): Fact[] {
  const { sum, why } = penalty;
  const proposed =
    "amount" in sum
      ? paperAmount(sum.amount, language)
      : words.range(formatMoney(sum.from), formatMoney(sum.to));
  const worked: Fact = [words.working, why[language]];
  if (penalty.state !== "imposed") return [worked, [words.proposed, proposed]];
  const cuts = penalty.cuts.map(
    ({ title, limit, used, cut, clause }): Fact => [
      words.cut(formatMoney(cut)),
      [words.cap(title[language], formatMoney(limit), formatMoney(used)), clause]
        .filter((each) => each !== undefined)
        .join(" "),
    ],
  );
  return [
    worked,
    [words.gross, paperAmount(penalty.gross, language)],
    ...cuts,
    [words.amount, paperAmount(penalty.amount, language)],
  ];
}

function Answer({ notice: { penalty }, language, words }: NoticePart) {
  const { answer, answerBy } = penalty;
  if (answer === undefined) return <p>{words.noAnswer(paperDay(answerBy, language))}</p>;
  const proof = describeEvidence(answer.evidence, language);
  return (
    <div class="block">
      <p>
        {words.answered(
          answer.name,
          paperInstant(answer.at, language),
          answer.agrees,
          answer.side === "buyer",
        )}
      </p>
      {answer.note === undefined ? null : <p>{answer.note}</p>}
      {proof === "" ? null : <p>{`${words.evidence}: ${proof}`}</p>}
    </div>
  );
}

function decisionFacts({ notice: { penalty }, language, words }: NoticePart): Fact[] {
  const by = ({ name, at }: { readonly name: string; readonly at: string }) =>
    words.by(name, paperInstant(at, language));
  const proposer: Fact = [words.proposer, by(penalty.proposed)];
  if (penalty.state === "proposed") return [proposer, [words.decider, words.undecided]];
  const { decided } = penalty;
  const note = "reason" in decided ? decided.reason : decided.note;
  return [
    proposer,
    [words.decider, by(decided)],
    ...(note === undefined ? [] : [[words.note, note] as const]),
  ];
}

function objectionOf({ notice: { contract, terms }, words }: NoticePart): string {
  const { dispute } = terms;
  const where =
    dispute === undefined
      ? words.stop
      : dispute.way === "court"
        ? words.court(dispute.forum)
        : words.arbitration(dispute.forum);
  return `${words.objectTo(contract.buyerName)}${where}`;
}
