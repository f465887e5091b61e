import {
  type NoticeEvent,
  noticeEvents,
  type NoticeMessage,
  type ReminderMessage,
} from "@luyue/core/reminder";
import type { Letter } from "@luyue/core/sign-in";
import type { Language, Text } from "@luyue/core/text";
import { renderLetter } from "../letter/index.ts";
import {
  type RenderedEmail,
  renderDigestEmail,
  renderNoticeEmail,
  renderReminderEmail,
} from "../reminder/index.ts";
import {
  sampleClockReminder,
  sampleDutyReminder,
  sampleFindingReminder,
  samplePaceReminder,
  sampleReminder,
  sampleWaitingReminder,
} from "../reminder/sample-reminder.ts";

/** A mail as people get it, of made-up figures, by a key that stands in an address. */
export interface SampleMail {
  readonly key: string;
  readonly title: Text;
  readonly render: (language: Language) => RenderedEmail;
}

const person = (language: Language, side: "buyer" | "vendor" = "buyer") => ({
  name: language === "zh" ? "财务岗" : "Finance desk",
  email: "finance@buyer.example",
  language,
  side,
});

const reminder = (key: string, zh: string, en: string, message: ReminderMessage): SampleMail => ({
  key,
  title: { zh, en },
  render: (language) =>
    renderReminderEmail({ ...message, recipient: person(language, message.recipient.side) }),
});

const overdueReminder: ReminderMessage = { ...sampleReminder, step: { kind: "overdue", workingDays: 3 } };
const todayReminder: ReminderMessage = { ...sampleReminder, step: { kind: "dueToday" } };

const reminders: readonly SampleMail[] = [
  reminder("lead", "到期前提醒", "Ahead of a day", sampleReminder),
  reminder("due-today", "到期当天", "On the day", todayReminder),
  reminder("overdue", "逾期", "Overdue", overdueReminder),
  reminder("waiting", "等待条件", "Waiting for conditions", sampleWaitingReminder),
  reminder("duty", "重保值守即将开始", "A duty begins", sampleDutyReminder),
  reminder("pace", "次数进度落后", "A count is behind", samplePaceReminder),
  reminder("clock", "应急时限将尽", "A clock runs out", sampleClockReminder),
  reminder("findings", "安全隐患整改", "Findings", sampleFindingReminder),
];

const amount = { label: { zh: "金额", en: "Amount" }, value: { zh: "8,970.00 元", en: "CNY 8,970.00" } };
const reason = {
  label: { zh: "理由", en: "Reason" },
  value: { zh: "抬头与合同不一致", en: "the title is not the contract's" },
};
const moved = {
  label: { zh: "第一期付款", en: "First payment" },
  value: { zh: "2026-05-27 → 2026-06-03", en: "2026-05-27 → 2026-06-03" },
};
const rowsOf: Readonly<Partial<Record<NoticeEvent, NoticeMessage["rows"]>>> = {
  invoiceRejected: [amount, reason],
  deliverableReturned: [reason],
  acceptanceFailed: [reason],
  dateChanged: [moved],
  scoreFinal: [{ label: { zh: "得分", en: "Score" }, value: { zh: "87.50", en: "87.50" } }],
};

const noticeOf = (event: NoticeEvent, language: Language): NoticeMessage => ({
  id: `ntc_${event}`,
  event,
  title: { zh: "第一期付款", en: "First payment" },
  rows: rowsOf[event] ?? [amount],
  tenant: sampleReminder.tenant,
  contract: sampleReminder.contract,
  counterpart: sampleReminder.counterpart,
  link: sampleReminder.link,
  recipient: person(language, "vendor"),
});

const notices = Object.entries(noticeEvents).flatMap(([name, title]): SampleMail[] => {
  const event = isNoticeEvent(name) ? name : undefined;
  if (event === undefined) return [];
  return [
    { key: `notice-${event}`, title, render: (language) => renderNoticeEmail(noticeOf(event, language)) },
  ];
});

function isNoticeEvent(name: string): name is NoticeEvent {
  return Object.hasOwn(noticeEvents, name);
}

const digest: SampleMail = {
  key: "digest",
  title: { zh: "每日汇总", en: "A day's digest" },
  render: (language) => {
    const told = [overdueReminder, todayReminder, sampleReminder, sampleDutyReminder, sampleWaitingReminder];
    const messages = told.map((message) => ({ ...message, recipient: person(language) }));
    return renderDigestEmail(
      [...messages, { ...noticeOf("dateChanged", language), recipient: person(language) }],
      {
        all: "https://luyue.example",
        unsubscribe: "https://luyue.example/unsubscribe/sample",
      },
    );
  },
};

const until = "2026-05-13T00:00:00+08:00";
const lettersOf = (language: Language): readonly (readonly [zh: string, en: string, letter: Letter])[] => {
  const recipient = { name: language === "zh" ? "财务岗" : "Finance desk", language };
  const organisation = sampleReminder.tenant.name;
  const base = { recipient, url: "https://luyue.example/sign-in" };
  return [
    ["登录链接", "Sign-in link", { ...base, kind: "link", minutes: 10 }],
    [
      "邀请",
      "Invitation",
      { ...base, kind: "invitation", organisation, by: "管理员", roles: ["finance"], until },
    ],
    [
      "已设置验证器",
      "A factor was set up",
      { ...base, kind: "factor", what: "setUp", at: until, recoveryLeft: 10 },
    ],
    [
      "应急访问",
      "Emergency access",
      { ...base, kind: "emergency", organisation, person: "平台值班", until, reason: "身份系统故障" },
    ],
    [
      "推送地址已停用",
      "A webhook was disabled",
      {
        ...base,
        kind: "endpointDisabled",
        organisation,
        address: "https://hooks.buyer.example/luyue",
        why: "failing",
        at: until,
      },
    ],
  ];
};

const letters = lettersOf("zh").map(([zh, en, { kind }], at): SampleMail => {
  const render = (language: Language) => {
    const letter = lettersOf(language)[at]?.[2];
    if (letter === undefined) throw new Error(`no sample of ${kind}`);
    return renderLetter(letter);
  };
  return { key: `letter-${kind}`, title: { zh, en }, render };
});

/** Every kind of mail that the product sends. */
export const sampleMails: readonly SampleMail[] = [...reminders, digest, ...notices, ...letters];
