import type { Words } from "../words-of.ts";
import type { office as chinese } from "../zh/office.ts";

export const office: Words<typeof chinese> = {
  record: {
    lead: "Who did what, when and why, and what it changed; each line is sealed by the next, nothing is changed afterwards.",
    none: "Nothing is on record",
    change: "What it changed",
    before: "before",
    after: "after",
    hash: "hash {{hash}}",
  },
  office: {
    members: "People and roles",
    vendors: "Vendors",
    reminders: "Reminders to come",
    invite: "Invite somebody",
    inviteHint: "They get a mail, and can begin once they have signed in at the address in it.",
    name: "Name",
    send: "Invite",
    invited: "invited, until {{day}}",
    emergency: "let in until {{at}}",
    erase: "Take out and forget",
    noVendors: "No vendor is on file yet.",
    inTime: "{{inTime}} of {{owed}} in time",
    scores: "Scores",
    older: "There are older contracts.",
    remindersLead: "What will go out in the next 30 days as things are now, to whom and why.",
    noReminders: "Nothing will go out in the next 30 days.",
    moreReminders: "Only the first 200 are shown.",
    due: "due {{day}}",
    channel: { email: "mail", inApp: "here", webhook: "webhook", robot: "robot" },
    because: {
      role: "by role",
      noneInRole: "nobody has the role",
      named: "named",
      unit: "of the unit",
      vendor: "of the vendor",
      escalation: "escalated",
      endpoint: "endpoint",
    },
    digest: "in a digest",
  },
};
