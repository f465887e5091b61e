import {
  BatchWriteItemCommand,
  type BatchWriteItemCommandInput,
  type BatchWriteItemCommandOutput,
} from "@aws-sdk/client-dynamodb";
import { toObligationItem } from "@luyue/storage/item";
import { expect, it } from "vitest";
import { contractOf, obligationOf, storedOf } from "./samples.ts";
import { onEveryEngine, type OpenTable } from "./storage-suite.ts";

const writtenAt = "2026-04-15T08:00:00+08:00";
const sweptAt = "2026-04-15T09:30:00+08:00";

/** 200 obligations that are due to be reminded of, among `stored` in all; half of the rest come later on the same day. */
async function seed({ client, tableName }: OpenTable, stored: number): Promise<void> {
  const contract = contractOf("ten_a", "ctr_1", { name: "", buyerName: "", vendorName: "" });
  const itemOf = (index: number) => {
    const later =
      index % 2 === 0 ? "2026-04-15T18:00:00+08:00" : `2027-0${1 + (index % 9)}-01T09:00:00+08:00`;
    const remindAt = index < 200 ? "2026-04-15T09:00:00+08:00" : later;
    return toObligationItem(storedOf(contract, obligationOf(`k${index}`), remindAt), writtenAt);
  };
  const batches = Array.from({ length: stored / 25 }, (_, batch) =>
    Array.from({ length: 25 }, (_each, index) => ({ PutRequest: { Item: itemOf(batch * 25 + index) } })),
  ).values();
  const write = async (): Promise<void> => {
    for (const batch of batches) {
      let pending: BatchWriteItemCommandInput["RequestItems"] = { [tableName]: batch };
      while (pending !== undefined && Object.keys(pending).length > 0) {
        const written: BatchWriteItemCommandOutput = await client.send(
          new BatchWriteItemCommand({ RequestItems: pending }),
        );
        pending = written.UnprocessedItems;
      }
    }
  };
  await Promise.all(Array.from({ length: 4 }, write));
}

onEveryEngine("what a sweep reads", (openFresh, { transactions }) => {
  // Filling the engine that is made for tests takes as long as five times as much in the other.
  const most = transactions ? 50_000 : 10_000;
  it("is what is due, whatever else is stored", { timeout: 120_000 }, async () => {
    const units: (number | undefined)[] = [];
    for (const stored of [1_000, most]) {
      const table = await openFresh({ streams: false });
      await seed(table, stored);
      const wakes = await table.platform.listWakes(sweptAt, 1_000);
      expect(wakes).toHaveLength(200);
      units.push(table.used.get("listWakes"));
    }
    expect(units[0]).toBeGreaterThan(0);
    expect(units[1]).toBe(units[0]);
  });
});
