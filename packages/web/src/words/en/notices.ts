import type { Words } from "../words-of.ts";
import type { notices as zh } from "../zh/notices.ts";

export const notices: Words<typeof zh> = {
  event: {
    none: "Nothing is on record yet",
    noneHint: "Once the signing and the like are on record, all dates follow.",
    record: "Record what has happened",
    others: "What else can be recorded",
    do: "Record",
    on: "On",
    at: "At",
    atHint: "Beijing time; limits of hours and minutes run from it.",
    how: "By day or by the minute",
    byDay: "day only",
    byInstant: "to the minute",
    announced: "May be a day to come: the day of the change, or on which the notice was served.",
    affected: "Side affected (which gives notice)",
    inBreach: "Side in breach",
    quantity: "Quantity",
    document: "Name or number of the document",
    note: "Note",
    proof: "Proof of service",
    proofHint: "A notice in writing needs proof that it was served: a number or a file.",
    recorded: "recorded {{at}}",
    began: "force majeure of {{day}}",
    over: "Record its end",
    correct: "Correct",
    correctReason: "Reason for the correction",
    withdraw: "Take back",
    follows: "What will follow",
    history: "How it was recorded",
    did: { record: "recorded", correct: "corrected", withdraw: "took back" },
    hint: {
      forceMajeure:
        "The side affected gives notice and proof within the contract's time; these duties will be listed. Where the contract moves dates, they are open while it lasts, and move by as long as it lasted.",
      forceMajeureEnded:
        "Where the contract moves dates, periods that were running move by the days it lasted (first and last included), and on to a working day.",
      addressChanged: "Where the contract sets a time, the side that changes owes its notice within it.",
      endNoticed:
        "The notice period begins; once it has run, the early end can be carried out from the contract's menu. Another notice begins it anew.",
      breachNoticed:
        "The time to cure runs from the service of the notice; past it, the contract's rights arise.",
      handBackDemanded:
        "The time to hand back runs from the notice; it may be demanded after the contract is closed too.",
    },
  },
  effect: {
    none: "No obligation or date changes by it.",
    waits: "waits for: {{what}}",
    count: "{{kind}} {{count}}",
    of: {
      created: "new",
      moved: "moved",
      waiting: "open",
      fulfilled: "counts as fulfilled",
      reopened: "open again",
      withdrawn: "gone",
      kept: "fulfilled, stays",
    },
  },
  account: {
    title: "Account for payments",
    none: "No account has been entered yet; payments need one.",
    holder: "Account holder",
    bank: "Bank",
    bankHint: "With its branch.",
    number: "Account number",
    numberHint: "Digits only; later only the last four are shown, save to finance officers.",
    noticedOn: "Written notice of",
    noticedHint: "The day on which the vendor's stamped notice came.",
    enter: "Enter the account",
    change: "Change the account",
    reason: "Reason for the change",
    letter: "Name or number of the stamped letter",
    letterHint: "The vendor's stamped statement of the account or its change.",
    scan: "Scan of the letter",
    today:
      "Notice is given today ({{day}}); where that is too near to a payment, you will be told from which day it will do.",
    hint: "It cannot be changed while a payment is under way, nor within the time before a payment that the contract sets.",
  },
};
