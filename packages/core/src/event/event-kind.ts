import * as z from "zod";
import type { Holder } from "../party/index.ts";
import type { Text } from "../text/index.ts";

/**
 * What can happen to a contract. `about` says what an event of the kind refers to:
 * nothing, one of the contract's terms by key (of any kind, or of the one that is named), one derived obligation by key,
 * a name of the contract's own, or something that has an id of its own (`own`: a score sheet's period, a tally of findings, an incident, a penalty, the event of a force majeure). A payment is a tranche, the `overrun` or the `settlement`.
 * `repeats`: it may happen more than once about the same thing. `holder`: who has to act so that it happens.
 */
interface EventKindFacts {
  readonly name: Text;
  readonly about: "nothing" | "term" | "payment" | "bond" | "acceptance" | "obligation" | "name" | "own";
  readonly repeats: boolean;
  readonly holder: Holder;
}

const once = (about: EventKindFacts["about"], holder: Holder, zh: string, en: string): EventKindFacts => ({
  name: { zh, en },
  about,
  repeats: false,
  holder,
});
const repeated = (
  about: EventKindFacts["about"],
  holder: Holder,
  zh: string,
  en: string,
): EventKindFacts => ({
  ...once(about, holder, zh, en),
  repeats: true,
});

export const eventKinds = {
  awarded: once("nothing", "buyer", "中标通知书发出", "award notice issued"),
  signed: once("nothing", "both", "合同签订", "contract signed"),
  published: once("nothing", "buyer", "合同公告", "contract published"),
  filed: once("nothing", "buyer", "合同备案", "contract filed"),
  effective: once("nothing", "both", "合同生效", "contract takes effect"),
  fundsAppropriated: once("payment", "buyer", "财政资金到位", "fiscal funds appropriated"),
  invoiceSubmitted: repeated("payment", "vendor", "提交发票", "invoice handed in"),
  invoiceReceived: repeated("payment", "vendor", "收到发票", "invoice received"),
  paid: repeated("payment", "buyer", "已付款", "paid"),
  refunded: repeated("payment", "vendor", "已退款", "refunded"),
  deducted: repeated("payment", "buyer", "已抵扣", "deducted"),
  bondReceived: repeated("bond", "vendor", "收到履约保函", "performance bond received"),
  bondReleased: once("bond", "buyer", "退还履约保函", "performance bond released"),
  satisfied: once("term", "buyer", "确认服务满足甲方要求", "service confirmed to the buyer's satisfaction"),
  serviceStarted: once("term", "vendor", "服务开始", "service started"),
  serviceEnded: once("term", "vendor", "服务结束", "service ended"),
  performed: repeated("term", "vendor", "完成服务（计数）", "service performed (counted)"),
  requested: repeated("term", "buyer", "提出服务请求", "service requested"),
  deliverableSubmitted: repeated("obligation", "vendor", "提交交付物", "deliverable submitted"),
  deliverableAccepted: repeated("obligation", "buyer", "交付物验收通过", "deliverable accepted"),
  acceptanceApplied: repeated("acceptance", "vendor", "申请验收", "acceptance applied for"),
  acceptanceObjected: repeated("acceptance", "buyer", "对验收提出异议", "objection to acceptance"),
  acceptancePassed: once("acceptance", "buyer", "验收通过", "acceptance passed"),
  acceptanceFailed: repeated("acceptance", "buyer", "验收不通过", "acceptance failed"),
  scoreProposed: repeated("own", "buyer", "考核评分已提出", "score proposed"),
  scoreAnswered: repeated("own", "vendor", "考核评分已答复", "score answered"),
  scoreSettled: repeated("own", "buyer", "考核评分已确定", "score final"),
  findingsHandedOut: repeated("own", "buyer", "下发安全隐患", "findings handed out"),
  findingsAnswered: repeated("own", "both", "隐患整改反馈", "findings answered"),
  findingsApproved: repeated("own", "buyer", "隐患整改审核通过", "findings approved"),
  findingsClosed: repeated("own", "vendor", "隐患复测销号", "findings closed"),
  incidentResponded: repeated("own", "vendor", "事件已响应", "incident responded to"),
  incidentOnSite: repeated("own", "vendor", "已到达事件现场", "on site for the incident"),
  incidentRecovered: repeated("own", "vendor", "事件已恢复", "recovered from the incident"),
  penaltyProposed: repeated("own", "buyer", "违约金已提出", "penalty proposed"),
  penaltyAnswered: repeated("own", "vendor", "违约金已答复", "penalty answered"),
  penaltyDecided: repeated("own", "buyer", "违约金已决定", "penalty decided"),
  rectificationDemanded: repeated("own", "buyer", "要求全面整改", "full rectification demanded"),
  rightDecided: repeated("own", "both", "权利已行使或放弃", "right exercised or let go"),
  breachNoticed: repeated("nothing", "both", "书面通知违约", "breach noticed in writing"),
  personJoined: repeated("own", "vendor", "项目人员到岗", "member of staff joined"),
  agreementFiled: repeated("own", "vendor", "保密协议备案", "secrecy agreement filed"),
  staffChangeAsked: repeated("own", "vendor", "申请更换项目人员", "change of staff asked for"),
  staffChangeAnswered: repeated("own", "buyer", "人员更换已答复", "change of staff answered"),
  fulfilled: once("obligation", "vendor", "义务已履行", "obligation fulfilled"),
  milestone: once("name", "buyer", "约定节点", "agreed milestone"),
  occurred: repeated("name", "buyer", "约定情形发生", "agreed circumstance occurred"),
  handBackDemanded: repeated("nothing", "buyer", "书面通知归还资料", "hand-back of data demanded in writing"),
  forceMajeure: repeated("nothing", "both", "发生不可抗力", "force majeure"),
  forceMajeureEnded: repeated("own", "both", "不可抗力消除", "force majeure over"),
  addressChanged: repeated("nothing", "both", "地址变更", "address changed"),
  accountChanged: repeated("nothing", "vendor", "收款账户变更", "bank account changed"),
  staffChanged: repeated("nothing", "vendor", "项目人员变更", "project staff changed"),
  endNoticed: repeated("nothing", "buyer", "通知提前终止", "notice of early end"),
  ended: once("nothing", "both", "合同提前终止", "contract ended early"),
  overrunStarted: once("nothing", "buyer", "开始超期服务", "service beyond the term began"),
  overrunEnded: once("nothing", "buyer", "超期服务结束", "service beyond the term ended"),
} as const satisfies Record<string, EventKindFacts>;

export type EventKind = keyof typeof eventKinds;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- keys of a literal object are its key type
const kinds = Object.keys(eventKinds) as [EventKind, ...EventKind[]];

export const eventKindSchema = z.enum(kinds);

export function eventKindFacts(kind: EventKind): EventKindFacts {
  return eventKinds[kind];
}
