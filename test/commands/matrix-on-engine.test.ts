import { expect, it } from "vitest";
import { expectRefusal } from "./expect-refusal.ts";
import { expectSuccess } from "./expect-success.ts";
import { onEngine } from "./on-engine.ts";
import { arrange, rows } from "./rows.ts";

onEngine("a command", (openWorld) => {
  it.each(rows)(
    "$name goes through once, is answered again, and finds nothing of another tenant's",
    async (row) => {
      const world = await openWorld();
      const prepared = await arrange(world, row);
      const { tenantId, input, other } = prepared;
      if (typeof row.allowed !== "string") {
        const strange = () => row.execute(world, row.actor("ten_b"), tenantId, input);
        await expectRefusal(world, strange, "notFound");
      }
      if (row.namesIds === true) {
        await expectRefusal(world, () => row.execute(world, row.actor("ten_b"), "ten_b", input), "notFound");
      }
      const answered = await expectSuccess(world, row, prepared);
      const before = await world.dump();
      const conditions = { idempotencyKey: "key-1" };
      const again = await row.execute(world, row.actor(tenantId), tenantId, input, conditions);
      expect(again).toEqual({ ...answered, replayed: true });
      expect(await world.dump()).toBe(before);
      const second = () => row.execute(world, row.actor(tenantId), tenantId, other, conditions);
      await expectRefusal(world, second, "idempotencyMismatch");
    },
  );
});
