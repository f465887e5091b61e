import type { Text } from "../text/index.ts";
import { type EventKind, eventKindFacts } from "./event-kind.ts";

type Phrase = (zh: string, en: string) => Text;

/** Kinds whose subject does not simply stand before the event's name in Chinese. */
const phrases: Readonly<Partial<Record<EventKind, Phrase>>> = {
  invoiceSubmitted: (zh, en) => ({ zh: `提交“${zh}”的发票`, en: `invoice handed in (${en})` }),
  invoiceReceived: (zh, en) => ({ zh: `收到“${zh}”的发票`, en: `invoice received (${en})` }),
  bondReceived: (zh, en) => ({ zh: `收到“${zh}”`, en: `${en} received` }),
  satisfied: (zh, en) => ({
    zh: `确认“${zh}”所涉服务满足甲方要求`,
    en: `service confirmed to the buyer's satisfaction (${en})`,
  }),
  performed: (zh, en) => ({ zh: `完成“${zh}”`, en: `${en} performed` }),
  requested: (zh, en) => ({ zh: `请求“${zh}”`, en: `${en} requested` }),
  deliverableSubmitted: (zh, en) => ({ zh: `提交“${zh}”`, en: `${en} submitted` }),
  deliverableAccepted: (zh, en) => ({ zh: `“${zh}”验收通过`, en: `${en} accepted` }),
  acceptanceApplied: (zh, en) => ({ zh: `申请“${zh}”`, en: `${en} applied for` }),
  acceptanceObjected: (zh, en) => ({ zh: `对“${zh}”提出异议`, en: `objection to ${en}` }),
  acceptancePassed: (zh, en) => ({ zh: `“${zh}”通过`, en: `${en} passed` }),
  acceptanceFailed: (zh, en) => ({ zh: `“${zh}”不通过`, en: `${en} failed` }),
  fulfilled: (zh, en) => ({ zh: `“${zh}”已履行`, en: `${en} fulfilled` }),
  milestone: (zh, en) => ({ zh: `约定节点“${zh}”`, en: `agreed milestone “${en}”` }),
  occurred: (zh, en) => ({ zh: `约定情形“${zh}”发生`, en: `agreed circumstance “${en}”` }),
};

/** What happened to what, in words: 收到“第1笔”的发票, invoice received (tranche 1). */
export function eventLabel(kind: EventKind, subject: Text | undefined): Text {
  const { name } = eventKindFacts(kind);
  if (subject === undefined) return name;
  const phrase = phrases[kind];
  return phrase === undefined
    ? { zh: `“${subject.zh}”${name.zh}`, en: `${name.en} (${subject.en})` }
    : phrase(subject.zh, subject.en);
}
