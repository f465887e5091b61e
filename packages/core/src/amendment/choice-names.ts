import { eventKindFacts, eventKindSchema } from "../event/index.ts";
import { sideNames } from "../party/index.ts";
import type { Text } from "../text/index.ts";

type Choices = Readonly<Record<string, Text>>;

const acting: Choices = { ...sideNames, affected: { zh: "受影响方", en: "the side affected" } };

/** What the values of fields with a closed set of them are called. */
const choices: Readonly<Record<string, Choices>> = {
  way: { court: { zh: "诉讼", en: "court" }, arbitration: { zh: "仲裁", en: "arbitration" } },
  stage: { stage: { zh: "阶段验收", en: "stage" }, final: { zh: "最终验收", en: "final" } },
  "procurement.kind": {
    openTender: { zh: "公开招标", en: "open tender" },
    invitedTender: { zh: "邀请招标", en: "invited tender" },
    competitiveNegotiation: { zh: "竞争性谈判", en: "competitive negotiation" },
    competitiveConsultation: { zh: "竞争性磋商", en: "competitive consultation" },
    singleSource: { zh: "单一来源采购", en: "single source" },
    inquiry: { zh: "询价", en: "inquiry" },
    other: { zh: "其他", en: "other" },
  },
  gate: {
    acceptancePassed: { zh: "验收通过", en: "acceptance passed" },
    deliverablesAccepted: { zh: "交付物验收通过", en: "deliverables accepted" },
    bondInForce: { zh: "履约保函有效", en: "bond in force" },
    monthsServed: { zh: "已服务月数", en: "months served" },
  },
  late: {
    noBlame: { zh: "甲方延迟付款不承担责任", en: "the buyer's delay is no breach" },
    mayHold: { zh: "甲方可暂缓付款", en: "the buyer may hold the payment" },
    moves: { zh: "付款期限顺延", en: "the payment is due later" },
  },
  "lateInterest.of": {
    total: { zh: "合同总价", en: "contract total" },
    overdue: { zh: "逾期金额", en: "amount overdue" },
  },
  excuses: {
    invoice: { zh: "发票未到", en: "no invoice" },
    funds: { zh: "财政资金未到位", en: "no funds" },
  },
  bound: {
    atLeast: { zh: "不低于", en: "at least" },
    moreThan: { zh: "高于", en: "more than" },
    atMost: { zh: "不超过", en: "at most" },
    lessThan: { zh: "低于", en: "less than" },
  },
  penalty: {
    once: { zh: "一次性", en: "once" },
    perOccurrence: { zh: "每次", en: "each time" },
    perPersonTime: { zh: "每人次", en: "each person and time" },
    perDay: { zh: "每日", en: "each day" },
    tiers: { zh: "按档", en: "by tier" },
  },
  when: {
    incident: { zh: "发生事件", en: "an incident" },
    absence: { zh: "擅自离岗", en: "an absence" },
    late: { zh: "逾期", en: "a delay" },
    counted: { zh: "累计达到", en: "so many of something" },
    right: { zh: "行使权利", en: "exercise of a right" },
  },
  gives: {
    terminate: { zh: "解除合同", en: "termination" },
    rectify: { zh: "要求全面整改", en: "a full rectification" },
  },
  settles: {
    refund: { zh: "退还全部已付款项", en: "all that was paid is given back" },
    worked: { zh: "按工作时间结算", en: "by the time worked" },
  },
  "any.count": {
    incidents: { zh: "事件次数", en: "incidents" },
    incidentHours: { zh: "事件累计小时", en: "hours of incidents" },
    personTimes: { zh: "人次", en: "person-times" },
    cap: { zh: "违约金达到上限", en: "a cap that is used up" },
    lateDays: { zh: "逾期日数", en: "days late" },
    imposed: { zh: "已决定的违约金", en: "penalties imposed" },
    uncured: { zh: "逾期未纠正的违约", en: "breaches not cured in time" },
    unrectified: { zh: "全面整改未达到要求", en: "a full rectification that was not done in time" },
    acceptance: { zh: "验收", en: "an acceptance" },
  },
  because: {
    exceeded: { zh: "整改次数用尽", en: "failed after the last rectification" },
    late: { zh: "逾期整改", en: "rectified late" },
  },
  step: {
    responded: { zh: "响应", en: "response" },
    onSite: { zh: "到场", en: "arrival on site" },
    recovered: { zh: "恢复", en: "recovery" },
  },
  period: {
    month: { zh: "每月", en: "every month" },
    quarter: { zh: "每季度", en: "every quarter" },
    year: { zh: "每年", en: "every year" },
  },
  each: {
    period: { zh: "每个重保时期", en: "each key period" },
    day: { zh: "重保时期每日", en: "every day of the key periods" },
  },
  "schedule.from": {
    calendar: { zh: "自然周期", en: "the calendar" },
    span: { zh: "期间首日", en: "the first day of the span" },
  },
  unit: {
    workingDay: { zh: "工作日", en: "working days" },
    day: { zh: "日", en: "days" },
    week: { zh: "周", en: "weeks" },
    month: { zh: "月", en: "months" },
    year: { zh: "年", en: "years" },
    hour: { zh: "小时", en: "hours" },
    minute: { zh: "分钟", en: "minutes" },
    percent: { zh: "%", en: "percent" },
    time: { zh: "次", en: "times" },
    person: { zh: "人", en: "people" },
    point: { zh: "分", en: "points" },
  },
  debtor: acting,
  holder: acting,
};

/** The name of a choice in a field that has a closed set of them; gates and events are called as what happens. */
export function choiceName(value: string, field: string, holder: string): Text | undefined {
  const choice = choices[`${holder}.${field}`]?.[value] ?? choices[field]?.[value];
  if (choice !== undefined) return choice;
  if (field !== "event" && field !== "gate") return undefined;
  const kind = eventKindSchema.safeParse(value);
  return kind.success ? eventKindFacts(kind.data).name : undefined;
}
