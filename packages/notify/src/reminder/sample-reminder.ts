import type { ReminderMessage } from "@luyue/core/reminder";

/** A made-up reminder for tests: a payment due on a Wednesday, told to the buyer in Chinese. */
export const sampleReminder: ReminderMessage = {
  id: "rmd_01sample",
  tenant: { name: "示例市数据资源中心" },
  contract: { number: "示例采〔2026〕018号", name: "政务云运行维护服务" },
  counterpart: "示例云服务有限公司",
  obligation: {
    title: { zh: "第一期付款", en: "First payment" },
    kind: "payment",
    kindName: { zh: "付款", en: "Payment" },
    debtor: "buyer",
    amount: "1234567.80",
    dueOn: "2026-05-27",
    provisional: false,
  },
  waitingFor: [],
  why: {
    zh: "合同生效（2026-04-27）后一个月内",
    en: "Within one month of the contract taking effect (2026-04-27)",
  },
  clause: "第五条第（一）款",
  link: "https://luyue.example/contracts/ctr_01?obligation=obl_01&from=mail",
  step: { kind: "lead", days: 7 },
  recipient: { name: "财务岗", email: "finance@buyer.example", language: "zh", side: "buyer" },
};

/** The same reminder in English, to the vendor. */
export const sampleEnglishReminder: ReminderMessage = {
  ...sampleReminder,
  recipient: { name: "Delivery desk", email: "desk@vendor.example", language: "en", side: "vendor" },
};

/** Duty in a key period that begins in a week, told to the vendor in Chinese. */
export const sampleDutyReminder: ReminderMessage = {
  ...sampleReminder,
  obligation: {
    title: { zh: "重保安全值守（国庆）", en: "Duty in key periods (National Day)" },
    kind: "service",
    kindName: { zh: "服务", en: "Service" },
    debtor: "vendor",
    windowOpensOn: "2026-10-01",
    dueOn: "2026-10-07",
    keyPeriod: { zh: "国庆", en: "National Day" },
    provisional: false,
  },
  why: {
    zh: "约定（服务期内每个重保时期）：重保时期“国庆”（2026-10-01 至 2026-10-07）",
    en: "Agreed (each key period during “service term”): key period “National Day” (2026-10-01 to 2026-10-07)",
  },
  step: { kind: "opening", days: 7 },
  recipient: { name: "项目负责人", email: "lead@vendor.example", language: "zh", side: "vendor" },
};

/** A quota at its second checkpoint with too little done, told to the buyer in Chinese. */
export const samplePaceReminder: ReminderMessage = {
  ...sampleReminder,
  obligation: {
    title: { zh: "漏洞扫描", en: "Vulnerability scan" },
    kind: "service",
    kindName: { zh: "服务", en: "Service" },
    debtor: "vendor",
    windowOpensOn: "2026-04-28",
    dueOn: "2027-04-27",
    quota: { count: 6, unit: "time", done: 1 },
    pace: { expected: 3, left: 5, daysLeft: 182 },
    provisional: false,
  },
  why: { zh: "服务期内共6次", en: "6 times during “service term”" },
  step: { kind: "pace", checkpoint: 2 },
};

/** The clock of an incident that is about to run out, told to the vendor in Chinese. */
export const sampleClockReminder: ReminderMessage = {
  ...sampleReminder,
  obligation: {
    title: {
      zh: "应急响应：30分钟内响应（#3 门户中断）",
      en: "Emergency response: respond within 30 minutes (#3 portal down)",
    },
    kind: "service",
    kindName: { zh: "服务", en: "Service" },
    debtor: "vendor",
    dueOn: "2026-10-02",
    dueTime: "00:20",
    minutesLeft: 7,
    provisional: false,
  },
  why: {
    zh: "提出服务请求“应急响应”：2026-10-01 23:50；自 2026-10-01 23:50 起30分钟：2026-10-02 00:20（民法典第201条）",
    en: "service requested: 2026-10-01 23:50; 30 minutes from 2026-10-01 23:50: 2026-10-02 00:20 (Civil Code 201)",
  },
  step: { kind: "clock", stage: "closing" },
  recipient: { name: "项目负责人", email: "lead@vendor.example", language: "zh", side: "vendor" },
};

/** A nudge: no date yet, two gates closed. */
export const sampleWaitingReminder: ReminderMessage = {
  ...sampleReminder,
  obligation: {
    title: { zh: "尾款支付", en: "Final payment" },
    kind: "payment",
    kindName: { zh: "付款", en: "Payment" },
    debtor: "buyer",
    amount: "98000.00",
    provisional: true,
  },
  waitingFor: [
    {
      label: { zh: "收到等额发票", en: "Invoice of the same amount received" },
      holder: { zh: "供应商", en: "the vendor" },
    },
    {
      label: { zh: "年度验收通过", en: "Yearly acceptance passed" },
      holder: { zh: "验收岗", en: "the acceptors" },
    },
  ],
  why: {
    zh: "年度验收通过并收到等额发票后十个工作日内",
    en: "Within ten working days of the yearly acceptance and an invoice of the same amount",
  },
  step: { kind: "waiting", round: 1 },
};

/** Findings of a unit of the buyer: some answered, some closed, due in a week. */
export const sampleFindingReminder: ReminderMessage = {
  ...sampleReminder,
  obligation: {
    title: { zh: "隐患整改反馈：信息中心（12项）", en: "Findings to answer: 信息中心 (12)" },
    kind: "finding",
    kindName: { zh: "安全隐患整改", en: "findings" },
    debtor: "buyer",
    findings: { open: 5, answered: 3, approved: 2, closed: 2 },
    dueOn: "2026-06-30",
    windowOpensOn: "2026-06-01",
    provisional: false,
  },
  why: {
    zh: "向“信息中心”下发安全隐患：2026-06-01；要求反馈日期：2026-06-30",
    en: "findings handed out to “信息中心”: 2026-06-01; answers demanded by: 2026-06-30",
  },
};
