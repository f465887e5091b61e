import { type NoticeMessage, noticeEvents } from "@luyue/core/reminder";
import type { Letter } from "./compose-letter.ts";
import { LetterPage } from "./letter-page.tsx";
import { writeLetterText } from "./letter-text.ts";
import { phrasesFor } from "./phrases.ts";
import type { RenderedEmail } from "./render-reminder-email.tsx";
import { shorten } from "./shorten.ts";

const requests = {
  zh: {
    invoiceRejected: "发票未通过核对，请更正后重新提交。",
    deliverableReturned: "提交的内容未通过审核，请修改后重新提交。",
    paymentPaid: "款项已付，请查收。",
    penaltyProposed: "采购单位拟扣违约金，请在截止日前答复。",
    scoreFinal: "本期考核评分已确定。",
    acceptancePassed: "本项验收已通过。",
    acceptanceFailed: "本项验收未通过，请按理由整改。",
    rightArisen: "按合同约定，贵方出现一项权利，请决定是否行使。",
    waitingForYou: "本事项现由贵方办理，请及时处理。",
    dateChanged: "下列事项的日期有变动，此前的提醒以新日期为准。",
    reminderWithdrawn: "下列事项不再需要办理，此前的提醒作废。",
  },
  en: {
    invoiceRejected: "The invoice was not accepted. Please correct it and hand it in again.",
    deliverableReturned: "What was handed in was not accepted. Please change it and hand it in again.",
    paymentPaid: "The payment has been made.",
    penaltyProposed: "The agency proposes a penalty. Please answer by the day below.",
    scoreFinal: "The score of this period is final.",
    acceptancePassed: "This acceptance has passed.",
    acceptanceFailed: "This acceptance has not passed. Please rectify what the reason names.",
    rightArisen: "A right has arisen under the contract. Please decide whether to use it.",
    waitingForYou: "This is with you now. Please see to it.",
    dateChanged: "The dates below have changed. They stand in the place of earlier reminders.",
    reminderWithdrawn: "What is named below is no longer to be done. Earlier reminders are void.",
  },
} as const;

const urgencies = {
  invoiceRejected: "overdue",
  deliverableReturned: "overdue",
  paymentPaid: "ahead",
  penaltyProposed: "overdue",
  scoreFinal: "ahead",
  acceptancePassed: "ahead",
  acceptanceFailed: "overdue",
  rightArisen: "waiting",
  waitingForYou: "today",
  dateChanged: "waiting",
  reminderWithdrawn: "waiting",
} as const;

/** A notice of something that has happened as an email in the recipient's language, with the same limits as a reminder's. */
export function renderNoticeEmail(message: NoticeMessage): RenderedEmail {
  const letter = composeNotice(message);
  return {
    subject: letter.subject,
    html: `<!DOCTYPE html>\n${(<LetterPage letter={letter} />).toString()}`,
    text: writeLetterText(letter),
  };
}

function composeNotice({ event, title, rows, contract, tenant, recipient, link }: NoticeMessage): Letter {
  const { language } = recipient;
  const phrases = phrasesFor(language);
  const headline = noticeEvents[event][language];
  const start = `${phrases.subjectPrefix}${headline}${phrases.colon}`;
  return {
    locale: phrases.locale,
    subject: `${start}${shorten(title[language], phrases.subjectLimit - [...start].length)}`,
    urgency: urgencies[event],
    headline,
    title: title[language],
    request: requests[language][event],
    rows: [
      ...rows.map(({ label, value }) => ({ label: label[language], value: value[language] })),
      { label: phrases.rows.contract, value: contract.name },
      { label: phrases.rows.number, value: contract.number },
    ],
    waitingTitle: phrases.waitingTitle,
    waiting: [],
    button: phrases.button,
    link,
    footer: phrases.footer(tenant.name),
    colon: phrases.colon,
  };
}
