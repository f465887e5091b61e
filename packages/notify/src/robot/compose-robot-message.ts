import type { NoticeMessage, ReminderMessage } from "@luyue/core/reminder";
import type { Language } from "@luyue/core/text";
import { sortSummaries, type Summary, summarise } from "../reminder/summarise.ts";
import { type RobotKind, type RobotMessage, robotFormats } from "./robot-kinds.ts";

const words = {
  zh: {
    title: (tenant: string, count: number) => `【履约】${tenant}：${count}项`,
    more: (count: number, link: string) => `另有${count}项，[查看全部](${link})`,
    test: "测试消息：本群已接通履约提醒",
  },
  en: {
    title: (tenant: string, count: number) => `[Lüyue] ${tenant}: ${count} item${count === 1 ? "" : "s"}`,
    more: (count: number, link: string) => `and ${count} more: [view all](${link})`,
    test: "Test message: this chat is connected to Lüyue's reminders",
  },
} as const;

/** Where a message speaks from: the tenant, its language, and where all of it is found. */
export interface RobotPlace {
  readonly tenant: string;
  readonly language: Language;
  readonly link: string;
}

/**
 * One message of everything that has gathered, the most urgent first, as much as the robot takes; how many are left out is said.
 * Without anything it is a test message.
 */
export function composeRobotMessage(
  kind: RobotKind,
  messages: readonly (ReminderMessage | NoticeMessage)[],
  { tenant, language, link }: RobotPlace,
): RobotMessage {
  const say = words[language];
  if (messages.length === 0) return { title: say.title(tenant, 1), lines: [say.test] };
  const summaries = sortSummaries(messages.map((message) => summarise(message, language)));
  const title = say.title(tenant, summaries.length);
  const lines: string[] = [];
  // Room for the title, the line that says how many are left, and the ends of lines.
  let room = robotFormats[kind].mostBytes - bytesOf(title) - bytesOf(say.more(999, link)) - 32;
  for (const summary of summaries) {
    const line = lineOf(summary);
    room -= bytesOf(line) + 2;
    if (room < 0) break;
    lines.push(line);
  }
  const left = summaries.length - lines.length;
  return { title, lines: left === 0 ? lines : [...lines, say.more(left, link)] };
}

function lineOf({ headline, title, contract, day, amount, link }: Summary): string {
  const facts = [day, amount, contract].filter((fact) => fact !== undefined).join("，");
  return `- **${escape(headline)}** [${escape(title)}](${link}) ${escape(facts)}`;
}

/** What would be Markdown in a title is shown as it is. */
function escape(text: string): string {
  return text.replace(/[[\]*_`<>]/gu, (character) => `\\${character}`);
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}
