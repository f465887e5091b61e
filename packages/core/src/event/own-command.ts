import type { Text } from "../text/index.ts";
import type { EventKind } from "./event-kind.ts";

const invoices: Text = {
  zh: "提交、接受、退回或撤回发票",
  en: "submit, accept, reject or withdraw the invoice",
};
const payments: Text = {
  zh: "申请、批准、登记、撤销或退还付款",
  en: "request, approve, record, reverse or refund the payment",
};

const submissions: Text = {
  zh: "提交、核验通过、退回或撤回交付物",
  en: "submit, accept, return or withdraw the deliverable",
};
const scores: Text = {
  zh: "提出、答复或确定考核评分",
  en: "propose, answer or settle the score",
};
const findings: Text = {
  zh: "下发、反馈、审核或复测安全隐患",
  en: "hand out, answer, review or re-test the findings",
};

const acceptances: Text = {
  zh: "申请验收、提出异议、评定、签字或作出结论",
  en: "apply for the acceptance, object to it, assess, sign or conclude it",
};

const incidents: Text = {
  zh: "登记安全事件及其响应、到场、恢复时刻",
  en: "report the incident and enter its instants",
};
const penalties: Text = {
  zh: "提出、答复或决定违约金",
  en: "propose, answer or decide the penalty",
};
const bonds: Text = { zh: "登记或退还履约保函", en: "enter the bond, or release it" };
const people: Text = {
  zh: "登记项目人员、保密协议或人员更换",
  en: "enter the member of staff, the agreement or the change of staff",
};

/** What is entered by commands of its own, which check more than an event can: the kinds, and which commands. */
const commandOf: Readonly<Partial<Record<EventKind, Text>>> = {
  invoiceSubmitted: invoices,
  invoiceReceived: invoices,
  paid: payments,
  refunded: payments,
  deducted: {
    zh: "提出、批准扣款并随付款抵扣",
    en: "propose and approve a deduction, which a payment sets off",
  },
  deliverableSubmitted: submissions,
  deliverableAccepted: submissions,
  acceptanceApplied: acceptances,
  acceptanceObjected: acceptances,
  acceptancePassed: acceptances,
  acceptanceFailed: acceptances,
  scoreProposed: scores,
  scoreAnswered: scores,
  scoreSettled: scores,
  findingsHandedOut: findings,
  findingsAnswered: findings,
  findingsApproved: findings,
  findingsClosed: findings,
  incidentResponded: incidents,
  incidentOnSite: incidents,
  incidentRecovered: incidents,
  penaltyProposed: penalties,
  penaltyAnswered: penalties,
  penaltyDecided: penalties,
  rightDecided: { zh: "行使或放弃已发生的权利", en: "exercise the right that has arisen, or let it go" },
  rectificationDemanded: { zh: "行使合同约定的权利", en: "exercise the right that has arisen" },
  bondReceived: bonds,
  bondReleased: bonds,
  personJoined: people,
  agreementFiled: people,
  staffChangeAsked: people,
  staffChangeAnswered: people,
  accountChanged: { zh: "变更收款账户", en: "change the account" },
  ended: { zh: "提前终止合同", en: "end the contract early" },
};

/** By what else events of a kind are entered; nothing where they are recorded as they are. */
export function ownCommandOf(kind: EventKind): Text | undefined {
  return commandOf[kind];
}
