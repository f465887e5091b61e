import type { Words } from "../words-of.ts";
import type { life as zh } from "../zh/life.ts";

export const life: Words<typeof zh> = {
  life: {
    menu: "Contract as a whole",
    end: "End early",
    ground: "Ground",
    otherWay: "by agreement, or by law",
    endOn: "Ends on",
    price: "Price of the work done (yuan)",
    priceHint: "As both sides have agreed on; at most the contract's total.",
    priceOfGround: "Left empty, it is settled by the time worked, as below.",
    settlement: "What would be settled",
    noticed: "Noticed on",
    notNoticed: "no notice on record",
    possibleFrom: "Possible from",
    notYet: "The notice has not run: possible from {{day}}.",
    endHint:
      "Payments that are still open give way to the settlement; save for secrecy, hand-back and the like nothing is owed or reminded of any more. What was recorded in error can be resumed.",
    resume: "Resume",
    resumeHint:
      "Takes the early end back: obligations and payments are as before, the right that it was by is open again. Not once the settlement is under way.",
    close: "Close",
    closeReason: "Something is open: why close it all the same",
    closeHint:
      "Nothing is reminded of any more, and nothing but secrecy and hand-back goes on; it can be opened again.",
    open: "Still open",
    nothingOpen: "Nothing is open.",
    reopen: "Open again",
    reopenHint: "As it was before it was closed; obligations and reminders go on.",
  },
};
