import type { Finding, FindingBatch, FindingTally } from "@luyue/core/finding";
import type { Change } from "@luyue/usecases/runtime";
import { beforeAll, expect, it } from "vitest";
import { contractOf, seedContract } from "./samples.ts";
import { onEveryEngine, type OpenTable } from "./storage-suite.ts";

const act = { actorId: "mem_1", name: "经办人", at: "2026-06-01T10:00:00+08:00" };

function findingOf(at: number, more: Partial<Finding> = {}, contractId = "ctr_1"): Finding {
  return {
    id: `fnd_01${`${at}`.padStart(3, "0")}`,
    contractId,
    number: at + 1,
    unitId: at % 2 === 0 ? "unt_a" : "unt_b",
    title: `弱口令${at}`,
    severity: at % 3 === 0 ? "high" : "low",
    demand: "整改",
    dueOn: "2026-06-30",
    evidence: [],
    state: "open",
    steps: [{ ...act, step: "handedOut", side: "buyer", evidence: [] }],
    ...more,
  };
}

const put = (finding: Finding): Change => ({ change: "putFinding", finding });

onEveryEngine("findings", (openFresh) => {
  let table: OpenTable;
  const storeOf = (tenantId = "ten_a") => table.platform.tenant(tenantId);
  const list = async (filter: object, limit = 100, cursor?: string) => {
    const page = await storeOf().listFindings("ctr_1", filter, { limit, cursor });
    return { numbers: page.items.map(({ number }) => number), cursor: page.cursor };
  };

  beforeAll(async () => {
    table = await openFresh();
    for (const id of ["ctr_1", "ctr_2"]) await seedContract(storeOf(), contractOf("ten_a", id));
    const changed = new Map([
      [3, { state: "closed", dueOn: "2026-05-31" } as const],
      [4, { dueOn: "2026-05-31" }],
    ]);
    const findings = Array.from({ length: 8 }, (_, at) => findingOf(at, changed.get(at)));
    await storeOf().commit(findings.toReversed().map(put));
    await storeOf().commit([put(findingOf(0, { title: "另一合同" }, "ctr_2"))]);
  });

  it("are found by contract and id, in their own tenant alone", async () => {
    expect(await storeOf().getFinding("ctr_1", "fnd_01002")).toEqual(findingOf(2));
    expect((await storeOf().getFinding("ctr_2", "fnd_01000"))?.title).toBe("另一合同");
    expect(await storeOf().getFinding("ctr_2", "fnd_01002")).toBeUndefined();
    expect(await storeOf("ten_b").getFinding("ctr_1", "fnd_01002")).toBeUndefined();
    expect((await storeOf("ten_b").listFindings("ctr_1", {}, { limit: 9 })).items).toEqual([]);
  });

  it("are listed by number, by state, unit, severity, or what lacks an answer after its day", async () => {
    expect((await list({})).numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect((await list({ state: "closed" })).numbers).toEqual([4]);
    expect((await list({ unitId: "unt_b" })).numbers).toEqual([2, 4, 6, 8]);
    expect((await list({ severity: "high", unitId: "unt_a" })).numbers).toEqual([1, 7]);
    expect((await list({ overdueOn: "2026-06-01" })).numbers).toEqual([5]);
    expect((await list({ overdueOn: "2026-05-31" })).numbers).toEqual([]);
    const first = await list({ unitId: "unt_b" }, 3);
    expect(first.numbers).toEqual([2, 4, 6]);
    expect(await list({ unitId: "unt_b" }, 3, first.cursor)).toEqual({ numbers: [8], cursor: undefined });
  });

  it("stand beside the contract's state, which has their tallies, and a hand-out until it is written", async () => {
    const none = { open: 0, answered: 0, approved: 0, closed: 0 };
    const tally: FindingTally = {
      id: "unt_a-20260630",
      unitId: "unt_a",
      dueOn: "2026-06-30",
      since: "2026-06-01",
      counts: { critical: none, high: { ...none, open: 1 }, medium: none, low: none },
      changedOn: "2026-06-01",
    };
    const batch: FindingBatch = { id: "bat_02", from: 9, handedOut: { ...act, side: "buyer" }, rows: [] };
    await storeOf().commit([
      { change: "putEntry", contractId: "ctr_1", entry: { kind: "tally", id: tally.id, tally } },
      { change: "putEntry", contractId: "ctr_1", entry: { kind: "batch", id: batch.id, batch } },
    ]);
    const workOf = async () => (await storeOf().loadContract("ctr_1"))?.work;
    expect(await workOf()).toMatchObject({ tallies: [tally], batches: [batch] });
    const written: Change = { change: "deleteBatch", contractId: "ctr_1", batchId: batch.id };
    await storeOf().commit([written]);
    expect(await workOf()).toMatchObject({ tallies: [tally], batches: [] });
    await storeOf().commit([written]);
    expect((await list({})).numbers).toHaveLength(8);
  });
});
