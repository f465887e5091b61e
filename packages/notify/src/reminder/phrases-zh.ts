import { countPhrase } from "@luyue/core/date-rule";
import { totalOf } from "@luyue/core/finding";
import type { Quota } from "@luyue/core/obligation";
import type { ClockTime, Matter, Phrases } from "./phrases.ts";
import type { ReminderStep } from "@luyue/core/reminder";

const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"];

function headline(step: ReminderStep, minutesLeft: number | undefined): string {
  switch (step.kind) {
    case "lead":
      return `还有${step.days}天`;
    case "dueToday":
      return "今天到期";
    case "overdue":
      return `逾期${step.workingDays}个工作日`;
    case "waiting":
      return "尚待办理";
    case "opening":
      return step.days === 0 ? "今天开始" : `${step.days}天后开始`;
    case "pace":
      return "进度落后";
    case "clock":
      return step.stage === "closing" && minutesLeft !== undefined
        ? `还剩${duration(minutesLeft)}`
        : stages[step.stage];
  }
}

const stages = { started: "开始计时", closing: "即将超时", broken: "已超时" } as const;

/** Two hours and more are said in hours. */
function duration(minutes: number): string {
  if (minutes < 120) return `${minutes}分钟`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}小时${rest === 0 ? "" : `${rest}分钟`}`;
}

function clockTime({ minutesLeft, dueOn, dueTime, broken }: ClockTime): string {
  return broken ? `自 ${dueOn} ${dueTime} 起已超时` : `还剩${duration(minutesLeft)}，至 ${dueOn} ${dueTime}`;
}

function remaining(step: ReminderStep): string | undefined {
  switch (step.kind) {
    case "lead":
      return `还有 ${step.days} 天`;
    case "dueToday":
      return "今天到期";
    case "overdue":
      return `已逾期 ${step.workingDays} 个工作日`;
    case "opening":
      return step.days === 0 ? "今天开始" : `${step.days} 天后开始`;
    case "waiting":
    case "pace":
    case "clock":
      return undefined;
  }
}

function quota({ count, unit, done, atMost }: Quota): string {
  const say = (amount: number) => countPhrase(amount, unit).zh;
  if (atMost !== true) return `共需${say(count)}，已完成${say(done)}`;
  const over = done > count ? `，超出${say(done - count)}` : "";
  return `最多${say(count)}，已用${say(done)}${over}`;
}

function request(step: ReminderStep, { own, waiting, duty }: Matter): string {
  if (step.kind === "waiting") return "本事项要等下列条件具备才能办理。其中由贵方负责的，请尽快办理。";
  if (step.kind === "overdue" && duty) {
    const record = "值守时间已过，值守记录尚未提交或尚未通过，";
    return own ? `${record}请尽快提交。` : `${record}请及时催办或审核。`;
  }
  if (step.kind === "overdue") {
    return own ? "本事项应由贵方履行，现已逾期，请尽快办理。" : "本事项应由对方履行，现已逾期，请及时催办。";
  }
  if (step.kind === "opening") {
    return own ? "本事项应由贵方履行，请在开始前做好准备。" : "本事项应由对方履行，请确认对方已做好准备。";
  }
  if (step.kind === "pace") {
    return own
      ? "本事项应由贵方履行，进度落后于时间，请抓紧安排。"
      : "本事项应由对方履行，进度落后于时间，请及时督促。";
  }
  if (step.kind === "clock") return clock(step.stage, own);
  if (waiting) return "本事项将要到期，但仍有条件尚未具备，请一并关注。";
  return own ? "本事项应由贵方履行，请按期办理。" : "本事项应由对方履行，请留意进展。";
}

function clock(stage: keyof typeof stages, own: boolean): string {
  if (stage === "broken") return own ? "时限已过，请立即办理并登记时刻。" : "对方的时限已过，请立即催办。";
  if (stage === "closing") return own ? "时限即将用完，请立即办理。" : "对方的时限即将用完，请及时催办。";
  return own
    ? "时限已开始计算，请立即办理，并登记响应、到场、恢复时刻。"
    : "对方的时限已开始计算，请留意进展。";
}

export const chinesePhrases: Phrases = {
  locale: "zh-CN",
  subjectLimit: 39,
  subjectPrefix: "【履约】",
  colon: "：",
  rows: {
    contract: "合同",
    number: "合同编号",
    kind: "类别",
    amount: "金额",
    rest: "尚未付清",
    findings: "隐患进展",
    dueOn: "到期日",
    statutory: "法定最迟",
    window: "办理期间",
    debtor: "履行方",
    remaining: "期限",
    quota: "数量",
    pace: "进度",
    clause: "合同条款",
  },
  undated: "条件具备后确定",
  provisional: "该日期为暂定：所依据年份的放假安排尚未公布，公布后将重新计算。",
  waitingTitle: "等待事项",
  whyTitle: (dated) => (dated ? "日期依据" : "说明"),
  button: "查看详情",
  bracket: (inner) => `（${inner}）`,
  amount: (grouped) => `${grouped} 元`,
  findings: (counts) =>
    `待反馈 ${counts.open} 项，待审核 ${counts.answered} 项，待复测 ${counts.approved} 项，已销号 ${counts.closed} 项，共 ${totalOf(counts)} 项`,
  date: (on, weekday) => {
    const [year = "", month = "", day = ""] = on.split("-");
    return `${year}年${Number(month)}月${Number(day)}日（星期${WEEKDAYS[weekday]}）`;
  },
  dueTime: (time) => ` ${time} 前`,
  opensOn: (date) => `${date}起`,
  party: (side, name, own) => `${name}（${side === "buyer" ? "甲方" : "乙方"}${own ? "，即贵方" : ""}）`,
  awaited: (label, holder) => `${label}（由${holder}负责）`,
  headline,
  remaining,
  time: clockTime,
  request,
  quota,
  pace: ({ unit }, { expected, left, daysLeft }) =>
    `按时间进度应完成${countPhrase(expected, unit).zh}，尚余${countPhrase(left, unit).zh}，还有 ${daysLeft} 天`,
  footer: (tenant) => `本邮件由履约系统受${tenant}委托自动发送，请勿直接回复。`,
};
