import { createHash } from "node:crypto";
import { findBrokenEntry, type RecordEntry } from "@luyue/usecases/runtime";
import { expect } from "vitest";
import { despite } from "./money-agency.ts";
import type { Steps } from "./steps.ts";

/** What happens for each payment. */
const invoiced = ["invoice.submit 负责人", "invoice.accept finance"];
const paid = ["payment.request contractManager", "payment.approve finance", "payment.pay finance"];

/** Every step of A's story in its order, with whoever did it. */
const lines: readonly string[] = [
  ["contract.draft contractManager", "contract.activate contractManager"],
  ["event.record contractManager", "account.change 负责人"],
  ["invoice.submit 负责人", "invoice.reject finance", ...invoiced, ...paid, ...paid],
  ["deduction.propose acceptor", "deduction.approve contractManager"],
  [...invoiced, ...paid],
  [...invoiced, "account.change 负责人", ...paid, "account.change 负责人"],
  [...invoiced, ...paid],
  ["acceptance.apply contractManager", "acceptance.assess contractManager", "acceptance.sign acceptor"],
  ["acceptance.conclude acceptor", ...invoiced, ...paid],
  ["contract.close contractManager"],
].flat();

interface Told {
  readonly rejected: string;
  readonly part: string;
  readonly deduction: string;
}

export async function expectRecord({ sees }: Steps, { rejected, part, deduction }: Told): Promise<void> {
  const { items } = await sees<{ items: RecordEntry[] }>("auditor", "/record?limit=200");
  expect(items.map(({ command, actor }) => `${command} ${actor.name}`)).toEqual(lines);
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  expect(findBrokenEntry(items, { digest })).toBeUndefined();
  const failedChecks = [{ check: "crossReferences" }, { check: "numberedLists" }];
  expect(items[1]).toMatchObject({ reason: despite, after: { failedChecks } });
  expect(items[4]).toMatchObject({ actor: { kind: "partner" }, subject: rejected });
  expect(items[5]).toMatchObject({
    actor: { roles: ["finance"] },
    subject: rejected,
    reason: "购买方名称有误",
  });
  const setOff = { deductionId: deduction, title: "漏洞扫描迟延", amount: "21800.00" };
  expect(items.filter(({ command }) => command === "payment.pay")).toMatchObject([
    { subject: part, after: { payment: { of: "t1", amount: "500000.00", setOffs: [] } } },
    { after: { payment: { of: "t1", amount: "575746.00", setOffs: [] } } },
    { after: { payment: { of: "t2", amount: "285556.00", setOffs: [setOff] } } },
    { after: { payment: { of: "t3", amount: "153678.00", setOffs: [] } } },
    { after: { payment: { of: "t4", amount: "385932.00", setOffs: [] } } },
    { after: { payment: { of: "t5", amount: "257288.00", setOffs: [] } } },
  ]);
}
