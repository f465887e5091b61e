import type { Contract } from "@luyue/usecases/contract";
import type { Change } from "@luyue/usecases/runtime";
import { beforeAll, expect, it } from "vitest";
import { contractOf, obligationOf, putObligation, seedContract, storedOf, termsOf } from "./samples.ts";
import { onEveryEngine, type OpenTable } from "./storage-suite.ts";

const sign = (contractId: string, version: number, present: boolean): Change => ({
  change: "putTerms",
  contractId,
  terms: { ...termsOf(version), ...(present ? {} : { from: "2026-10-01" }) },
  present,
});

onEveryEngine("versions of the terms", (openFresh) => {
  let table: OpenTable;
  beforeAll(async () => {
    table = await openFresh();
  });
  const storeOf = () => table.platform.tenant("ten_a");
  const amend = async (contract: Contract, head: Partial<Contract>, ...changes: Change[]) => {
    const next = { ...contract, ...head, version: contract.version + 1 };
    const put: Change = { change: "putContract", contract: next, expectedVersion: contract.version };
    await storeOf().commit([put, ...changes]);
    return next;
  };
  const load = async (contractId: string) => {
    table.calls.length = 0;
    const state = await storeOf().loadContract(contractId);
    const versions = state?.versions.map(({ version }) => version);
    return { now: state?.terms, versions, requests: table.calls.length };
  };

  it("one, read with the rest in a single request", async () => {
    const contract = contractOf("ten_a", "ctr_1");
    await seedContract(storeOf(), contract, [storedOf(contract, obligationOf("payment.t1"))]);
    expect(await load("ctr_1")).toEqual({ now: termsOf(1), versions: [1], requests: 1 });
  });

  it("that holds only from a later day leaves the present one as it was, and both are read", async () => {
    const contract = contractOf("ten_a", "ctr_2");
    await seedContract(storeOf(), contract);
    await amend(contract, { pending: { version: 2, from: "2026-10-01" } }, sign("ctr_2", 2, false));
    expect(await load("ctr_2")).toEqual({
      now: termsOf(1),
      versions: [1, 2],
      requests: 2,
    });
    expect((await storeOf().listTermsVersions("ctr_2"))[1]).toEqual({ ...termsOf(2), from: "2026-10-01" });
  });

  it("holds once it is put as the present one", async () => {
    const contract = contractOf("ten_a", "ctr_3");
    await seedContract(storeOf(), contract);
    const pending = { pending: { version: 2, from: "2026-10-01" } };
    const waiting = await amend(contract, pending, sign("ctr_3", 2, false));
    const { pending: _come, ...rest } = waiting;
    await amend(rest, { termsVersion: 2 }, sign("ctr_3", 2, true));
    expect(await load("ctr_3")).toMatchObject({ now: termsOf(2), versions: [1, 2] });
  });

  it("taken back before its day is none of them, and its number is free for the next", async () => {
    const contract = contractOf("ten_a", "ctr_5");
    await seedContract(storeOf(), contract);
    const second = await amend(contract, { termsVersion: 2 }, sign("ctr_5", 2, true));
    const pending = await amend(
      second,
      { pending: { version: 3, from: "2026-10-01" } },
      sign("ctr_5", 3, false),
    );
    expect(await load("ctr_5")).toMatchObject({ now: termsOf(2), versions: [1, 2, 3] });
    const { pending: _taken, ...rest } = pending;
    const back = await amend(rest, {});
    expect(await load("ctr_5")).toMatchObject({ now: termsOf(2), versions: [1, 2] });
    await amend(back, { termsVersion: 3 }, sign("ctr_5", 3, true));
    expect(await load("ctr_5")).toMatchObject({ now: termsOf(3), versions: [1, 2, 3] });
  });

  it("come in their order, past the ninth too", async () => {
    let contract = contractOf("ten_a", "ctr_4");
    await seedContract(storeOf(), contract);
    for (let version = 2; version <= 12; version += 1) {
      contract = await amend(contract, { termsVersion: version }, sign("ctr_4", version, true));
    }
    const expected = Array.from({ length: 12 }, (_, index) => index + 1);
    expect(await load("ctr_4")).toMatchObject({ now: termsOf(12), versions: expected });
  });

  it("are those of their contract alone", async () => {
    const contract = contractOf("ten_a", "ctr_20");
    await seedContract(storeOf(), contract);
    await amend(
      contract,
      { termsVersion: 2 },
      sign("ctr_20", 2, true),
      putObligation(storedOf(contract, obligationOf("payment.t1"))),
    );
    expect(await load("ctr_20")).toMatchObject({ versions: [1, 2] });
    expect(await load("ctr_2")).toMatchObject({ versions: [1, 2], now: termsOf(1) });
  });
});
