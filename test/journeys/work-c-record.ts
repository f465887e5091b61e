import { createHash } from "node:crypto";
import { findBrokenEntry, type RecordEntry } from "@luyue/usecases/runtime";
import { expect } from "vitest";
import type { Steps } from "./steps.ts";

const invoiced = ["invoice.submit 负责人", "invoice.accept finance"];
const paid = ["payment.request contractManager", "payment.approve finance", "payment.pay finance"];
const reviewed = [
  "acceptance.assess contractManager",
  "acceptance.sign contractManager",
  "acceptance.sign acceptor",
  "acceptance.sign contractManager",
];
const concluded = [...reviewed, "acceptance.conclude acceptor"];

/** Every step of C's story in its order, with whoever did it: what was refused on the way is not among them. */
const lines: readonly string[] = [
  ["contract.draft contractManager", "contract.activate contractManager", "event.record contractManager"],
  [...invoiced, ...paid, ...invoiced],
  ["acceptance.apply 负责人", "acceptance.assess contractManager", "acceptance.sign contractManager"],
  ["acceptance.sign acceptor", "acceptance.sign contractManager", "acceptance.state 负责人"],
  ["acceptance.conclude acceptor", "contract.amend contractManager"],
  ["acceptance.apply 负责人", ...concluded],
  ["acceptance.apply 负责人", ...concluded],
  ["acceptance.apply contractManager", ...concluded],
  ["acceptance.reopen contractManager", "acceptance.conclude acceptor"],
  ["acceptance.apply contractManager", ...concluded, ...paid],
].flat();

export async function expectRecordOfC({ sees }: Steps, rounds: readonly string[]): Promise<void> {
  const { items } = await sees<{ items: RecordEntry[] }>("auditor", "/record?limit=200");
  expect(items.map(({ command, actor }) => `${command} ${actor.name}`)).toEqual(lines);
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  expect(findBrokenEntry(items, { digest })).toBeUndefined();
  const of = (...commands: readonly string[]) => items.filter(({ command }) => commands.includes(command));
  expect(of("acceptance.apply").map(({ subject }) => subject)).toEqual(rounds);
  const [first = "", second = "", third = "", fourth = "", fifth = ""] = rounds;
  const failure = (subject: string, reason: string) => ({
    subject,
    reason,
    before: { round: { state: "applied" } },
    after: { round: { state: "failed", settled: { reason } } },
  });
  expect(of("acceptance.conclude", "acceptance.reopen")).toMatchObject([
    failure(first, "日志留存不足"),
    failure(second, "漏洞未修复"),
    failure(third, "演练未完成"),
    failure(fourth, "仍未达到要求"),
    { subject: fourth, reason: "结论日期有误", before: { round: { settled: { on: "2026-06-12" } } } },
    failure(fourth, "仍未达到要求"),
    { subject: fifth, after: { round: { state: "passed" } } },
  ]);
  expect(of("acceptance.apply").at(-1)).toMatchObject({ reason: "关键缺陷已现场复核，同意再验收一次" });
  expect(of("acceptance.state")).toMatchObject([{ subject: first, actor: { kind: "partner" } }]);
}
