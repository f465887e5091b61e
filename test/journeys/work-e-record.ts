import { createHash } from "node:crypto";
import { findBrokenEntry, type RecordEntry } from "@luyue/usecases/runtime";
import { expect } from "vitest";
import type { Steps } from "./steps.ts";
import { rows } from "./work-e-sheet.ts";

/** The record of the story's contract: as `command actor` in its order, and unbroken. */
export async function expectRecordLines(
  { sees }: Steps,
  lines: readonly string[],
): Promise<readonly RecordEntry[]> {
  const { items } = await sees<{ items: RecordEntry[] }>("auditor", "/record?limit=200");
  expect(items.map(({ command, actor }) => `${command} ${actor.name}`)).toEqual(lines);
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  expect(findBrokenEntry(items, { digest })).toBeUndefined();
  expect(findBrokenEntry(items.toSpliced(1, 1), { digest })).toBeDefined();
  return items;
}

export const signed = [
  "contract.draft contractManager",
  "contract.activate contractManager",
  "event.record contractManager",
];

const answered = "finding.answer 负责人";
const ownAnswered = "finding.answer acceptor";
const approved = "finding.approve acceptor";
const approvedByManager = "finding.approve contractManager";
const tested = "finding.retest contractManager";
const testedByVendor = "finding.retest 负责人";

/** Every step of the findings' story in its order, with whoever took it. */
const lines: readonly string[] = [
  signed,
  Array.from({ length: 5 }, () => "unit.put contractManager"),
  ["finding.handOut contractManager"],
  [answered, answered, "finding.return acceptor", answered, approved],
  [ownAnswered, approvedByManager, testedByVendor],
  [tested, answered, approved, tested],
  ["finding.extend contractManager", "finding.extend contractManager", "finding.withdraw acceptor"],
  [ownAnswered, approvedByManager, testedByVendor, tested],
  [ownAnswered, answered, approvedByManager, tested],
  [ownAnswered, approvedByManager, testedByVendor],
  [ownAnswered, approvedByManager, tested],
  ["finding.reopen contractManager", answered, approved, tested],
].flat();

export async function expectFindingsRecord(steps: Steps, ids: readonly string[]): Promise<void> {
  const items = await expectRecordLines(steps, lines);
  const handedOut = items.find(({ command }) => command === "finding.handOut");
  expect(handedOut).toMatchObject({
    after: { from: 1, count: 60, findings: rows.map(([title]) => ({ title })) },
  });
  const reasons = items.flatMap(({ command, subject, reason }) =>
    /return|extend|withdraw|reopen/.test(command) ? [[command, subject, reason]] : [],
  );
  expect(reasons).toEqual([
    ["finding.return", ids[48], "截图看不出版本号"],
    ["finding.extend", ids[26], "系统割接期间不能停机"],
    ["finding.extend", ids[27], "系统割接期间不能停机"],
    ["finding.withdraw", ids[11], "扫描误报"],
    ["finding.reopen", ids[52], "复测记录张冠李戴"],
  ]);
  const failed = items.find(({ reason }) => reason === "仍可绕过");
  expect(failed).toMatchObject({
    command: "finding.retest",
    subject: ids[48],
    before: { findings: [{ number: 49, state: "approved" }] },
    after: { step: { step: "failedRetest" }, findings: [{ number: 49, state: "open" }] },
  });
}
