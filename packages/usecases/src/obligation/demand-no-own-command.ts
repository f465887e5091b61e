import { DomainError } from "@luyue/core/error";
import type { ObligationKind } from "@luyue/core/obligation";
import type { Text } from "@luyue/core/text";

const submissions: Text = {
  zh: "交付物、报告与整改方案须经提交、核验通过（deliverable.submit、deliverable.accept）",
  en: "a deliverable, a report or a plan is submitted and accepted: deliverable.submit, deliverable.accept",
};

const bonds: Text = {
  zh: "履约保函须经登记（bond.enter）",
  en: "a bond is entered: bond.enter",
};

/** Obligations that are fulfilled step by step, often by several people: which commands do it. */
const commandsOf: Readonly<Partial<Record<ObligationKind, Text>>> = {
  payment: {
    zh: "付款须经申请、批准、登记付款（payment.request、payment.approve、payment.pay）",
    en: "a payment is requested, approved and recorded: payment.request, payment.approve, payment.pay",
  },
  invoice: {
    zh: "发票须经提交、接受（invoice.submit、invoice.accept）",
    en: "an invoice is submitted and accepted: invoice.submit, invoice.accept",
  },
  deliverable: submissions,
  report: submissions,
  plan: submissions,
  application: {
    zh: "验收申请须经申请（acceptance.apply）",
    en: "an acceptance is applied for: acceptance.apply",
  },
  review: {
    zh: "审查以异议或结论完成（acceptance.object、acceptance.conclude）",
    en: "a review ends with an objection or a conclusion: acceptance.object, acceptance.conclude",
  },
  acceptance: {
    zh: "验收须经评定、签字、作出结论（acceptance.assess、acceptance.sign、acceptance.conclude）",
    en: "an acceptance is assessed, signed and concluded: acceptance.assess, acceptance.sign, acceptance.conclude",
  },
  rectification: {
    zh: "整改完成后再次申请验收（acceptance.apply）",
    en: "what has been rectified is applied for again: acceptance.apply",
  },
  score: {
    zh: "考核评分须经提出、答复、确定（score.propose、score.answer、score.settle）",
    en: "a score is proposed, answered and settled: score.propose, score.answer, score.settle",
  },
  scoreAnswer: {
    zh: "对考核评分的答复须经答复（score.answer）",
    en: "a score is answered: score.answer",
  },
  finding: {
    zh: "隐患须逐项反馈、审核、复测（finding.answer、finding.approve、finding.retest），全部销号即为履行",
    en: "findings are answered, reviewed and re-tested, and done once all are closed: finding.answer, finding.approve, finding.retest",
  },
  bond: bonds,
  bondExtension: bonds,
  penalty: {
    zh: "违约金须经决定或不予处罚（penalty.impose、penalty.dismiss）",
    en: "a penalty is imposed or dismissed: penalty.impose, penalty.dismiss",
  },
  penaltyAnswer: {
    zh: "对违约金的答复须经答复（penalty.answer）",
    en: "a penalty is answered: penalty.answer",
  },
  right: {
    zh: "权利须经行使或放弃（right.terminate、right.demandRectification、right.letGo）",
    en: "a right is exercised or let go: right.terminate, right.demandRectification, right.letGo",
  },
  staffAnswer: {
    zh: "人员更换须经同意或不同意（staffChange.consent、staffChange.refuse）",
    en: "a change of staff is consented to or refused: staffChange.consent, staffChange.refuse",
  },
  agreement: {
    zh: "保密协议须备案（person.fileAgreement）",
    en: "a secrecy agreement is filed: person.fileAgreement",
  },
};

/** Throws `conflict` with the commands that fulfil an obligation of the kind, where it has some. */
export function demandNoOwnCommand(kind: ObligationKind): void {
  const instead = commandsOf[kind];
  if (instead !== undefined) throw new DomainError("conflict", instead);
}
