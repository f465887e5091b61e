import { submitInvoice } from "@luyue/usecases/invoice";
import { expect, it } from "vitest";
import { refusalOf } from "./expect-refusal.ts";
import { onBoth } from "./on-engine.ts";
import { member, partner } from "./people.ts";
import { run, seedActive, seedTenant, termsOf } from "./seed.ts";

const tenantId = "ten_a";
const number = "24117000000012345678";

onBoth("an invoice number", (openWorld) => {
  it("that two contracts use at the same time goes to one of them", async () => {
    const world = await openWorld();
    await seedTenant(world, tenantId);
    const invoiceOf = async (contract: string) => {
      const { contractId } = await seedActive(world, tenantId, termsOf(contract), "2026-06-01");
      return { contractId, of: "t1", number, issuedOn: "2026-06-01", amount: "1000.00" };
    };
    const inputs = [await invoiceOf("NO 1"), await invoiceOf("NO 2")];
    const calls = inputs.map((input) => run(world, submitInvoice, partner, tenantId, input));
    const settled = await Promise.allSettled(calls);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const store = world.platform.tenant(tenantId);
    const states = await Promise.all(inputs.map(({ contractId }) => store.loadContract(contractId)));
    const held = states.flatMap((state) => state?.money.invoices ?? []);
    expect(held).toHaveLength(1);
    const use = await store.getInvoiceUse(number);
    expect(use).toMatchObject({ invoiceId: held[0]?.id });
    const free = inputs.find(({ contractId }) => contractId !== use?.contractId);
    const again = run(world, submitInvoice, member(tenantId, "finance"), tenantId, free);
    expect((await refusalOf(again)).faults).toMatchObject([{ path: "/number" }]);
  });

  it("is each tenant's own", async () => {
    const world = await openWorld();
    for (const tenant of ["ten_a", "ten_b"]) {
      await seedTenant(world, tenant);
      const { contractId } = await seedActive(world, tenant, termsOf("NO 1"), "2026-06-01");
      const input = { contractId, of: "t1", number, issuedOn: "2026-06-01", amount: "1000.00" };
      const { answer } = await run(world, submitInvoice, partner, tenant, input);
      expect(answer.state).toBe("submitted");
    }
  });
});
