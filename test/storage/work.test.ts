import type { Submission } from "@luyue/core/deliverable";
import { noWork, type WorkEntry } from "@luyue/core/work";
import type { Change } from "@luyue/usecases/runtime";
import { beforeAll, expect, it } from "vitest";
import { contractOf, noMoney, seedContract } from "./samples.ts";
import { onEveryEngine, type OpenTable, present } from "./storage-suite.ts";

const act = { actorId: "usr_1", name: "供应商人员", at: present };

function submissionOf(id: string, more: Partial<Submission> = {}): WorkEntry & { kind: "submission" } {
  const hash = `sha256-${"a".repeat(64)}`;
  const file = { file: hash, name: "报告（第1次）.pdf", contentType: "application/pdf", bytes: 7 };
  const facts = { of: "deliverable.plan", piece: 1, version: 1, quantity: 1, files: [file] };
  const submitted = { ...act, side: "vendor" } as const;
  const submission: Submission = {
    ...facts,
    submittedAt: present,
    submitted,
    ...more,
    id,
    state: "submitted",
  };
  return { kind: "submission", id, submission };
}
const unit: WorkEntry & { kind: "unit" } = {
  kind: "unit",
  id: "unt_1",
  unit: { id: "unt_1", name: "信息中心", side: "buyer", contacts: [], changed: act },
};
const put = (entry: WorkEntry, contractId = "ctr_1"): Change => ({ change: "putEntry", contractId, entry });

onEveryEngine("work", (openFresh) => {
  let table: OpenTable;
  beforeAll(async () => {
    table = await openFresh();
    for (const tenantId of ["ten_a", "ten_b"]) {
      await seedContract(table.platform.tenant(tenantId), contractOf(tenantId, "ctr_1"));
    }
  });
  const storeOf = (tenantId = "ten_a") => table.platform.tenant(tenantId);
  const stateOf = (contractId: string, tenantId?: string) => storeOf(tenantId).loadContract(contractId);

  it("comes back as it was put, each thing by its kind in the order of ids, and is replaced by its id", async () => {
    await seedContract(storeOf(), contractOf("ten_a", "ctr_2"));
    const three = ["sub_1", "sub_2", "sub_3"].map((id) => submissionOf(id));
    for (const entry of [unit, ...three].toReversed()) await storeOf().commit([put(entry, "ctr_2")]);
    const again = submissionOf("sub_2", { version: 2, note: "改正" });
    await storeOf().commit([put(again, "ctr_2")]);
    const [first, , third] = three.map(({ submission }) => submission);
    expect(await stateOf("ctr_2")).toMatchObject({
      work: {
        ...noWork,
        submissions: [first, again.submission, third],
        units: [unit.unit],
      },
      money: noMoney,
      events: [],
      obligations: [],
    });
    expect((await stateOf("ctr_2"))?.work.submissions[1]).toEqual(again.submission);
  });

  it("is its own contract's and its own tenant's", async () => {
    await storeOf().commit([put(submissionOf("sub_9"))]);
    expect((await stateOf("ctr_1"))?.work.submissions).toHaveLength(1);
    expect((await stateOf("ctr_1", "ten_b"))?.work).toEqual(noWork);
  });

  it("rests on uploads that are noted once for each uploader, in their tenant alone", async () => {
    const [one, two] = ["1", "2"].map((digit) => ({
      hash: `sha256-${digit.repeat(64)}`,
      bytes: Number(digit),
      contentType: "application/pdf",
      by: "agency",
    }));
    if (one === undefined || two === undefined) throw new Error("two files");
    await storeOf().putFile(one);
    await storeOf().putFile({ ...one, contentType: "text/csv" });
    await storeOf().putFile(two);
    const hashes = [one.hash, two.hash, `sha256-${"3".repeat(64)}`];
    expect(await storeOf().getFiles(hashes)).toEqual(
      new Map([
        [one.hash, one],
        [two.hash, two],
      ]),
    );
    const theirs = { ...two, by: "ven_1" };
    await storeOf().putFile(theirs);
    expect(await storeOf().getFiles(hashes, "ven_1")).toEqual(new Map([[two.hash, theirs]]));
    expect((await storeOf().getFiles(hashes, "ven_2")).size).toBe(0);
    expect((await storeOf("ten_b").getFiles(hashes)).size).toBe(0);
    expect((await storeOf().getFiles([])).size).toBe(0);
  });
});
