import { correctEvent } from "@luyue/usecases/event";
import { approvePayment, recordPayment, requestPayment, reversePayment } from "@luyue/usecases/payment";
import { expect, it } from "vitest";
import { onBoth } from "./on-engine.ts";
import { member } from "./people.ts";
import { createRecorder, identityOf, isReminder, listReminders, stepOf, workAt } from "./reminding.ts";
import { run, seedActive, seedTenant, termsOf } from "./seed.ts";
import type { World } from "./world.ts";

const tenantId = "ten_a";
const finance = member(tenantId, "finance");

/** Signed on 2026-06-01, due on 2026-07-01, with one person to tell at the agency and one at the vendor. */
async function arrange(world: World) {
  await seedTenant(world, tenantId, { webhooks: 0 });
  const ids = await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
  const recorder = createRecorder();
  const correct = (on: string) => {
    const input = { ...ids, event: { kind: "signed", on }, reason: "日期有误" };
    return run(world, correctEvent, finance, tenantId, input);
  };
  const statesOf = async (step: string) =>
    (await listReminders(world, tenantId))
      .filter((entry) => stepOf(entry) === step)
      .map(({ state }) => state);
  const sentSteps = () => recorder.sent.filter(isReminder).map(stepOf);
  return { ids, recorder, correct, statesOf, sentSteps };
}

/** The whole payment is asked for, approved by somebody else and made on a day; gives what names it. */
async function pay(world: World, contractId: string, on: string) {
  const manager = member(tenantId, "contractManager");
  const { answer } = await run(world, requestPayment, manager, tenantId, { contractId, of: "t1" });
  const payment = { contractId, paymentId: answer.id };
  await run(world, approvePayment, finance, tenantId, payment);
  const paid = { ...payment, on, voucher: "凭证1", amount: answer.amount };
  await run(world, recordPayment, finance, tenantId, paid);
  return payment;
}

onBoth("a reminder", (openWorld) => {
  it("that is unsent is withdrawn when its date moves, and sent for the new date", async () => {
    const world = await openWorld();
    const { recorder, correct, statesOf, sentSteps } = await arrange(world);
    recorder.answer("retry");
    await workAt(world, recorder, "2026-06-24", "09:00");
    expect(await statesOf("2026-07-01 lead-7")).toEqual(["pending", "pending"]);
    await correct("2026-05-27");
    recorder.answer("delivered");
    const before = sentSteps().length;
    expect(await workAt(world, recorder, "2026-06-24", "09:30")).toMatchObject({ sent: { withdrawn: 2 } });
    expect(await statesOf("2026-07-01 lead-7")).toEqual(["withdrawn", "withdrawn"]);
    expect(sentSteps().slice(before)).toEqual([]);
    await workAt(world, recorder, "2026-06-25", "09:00");
    expect(sentSteps().slice(before)).toEqual(["2026-06-26 lead-1", "2026-06-26 lead-1"]);
  });

  it("is withdrawn when its obligation is fulfilled, and none follows", async () => {
    const world = await openWorld();
    const { ids, recorder, statesOf, sentSteps } = await arrange(world);
    recorder.answer("retry");
    await workAt(world, recorder, "2026-06-24", "09:00");
    await pay(world, ids.contractId, "2026-06-24");
    const before = sentSteps().length;
    for (const day of ["2026-06-24", "2026-06-28", "2026-07-03"]) await workAt(world, recorder, day, "09:30");
    expect(await statesOf("2026-07-01 lead-7")).toEqual(["withdrawn", "withdrawn"]);
    expect(sentSteps()).toHaveLength(before);
  });

  it("is due again when the payment that had fulfilled its obligation is reversed on the same day", async () => {
    const world = await openWorld();
    const { ids, recorder, statesOf, sentSteps } = await arrange(world);
    recorder.answer("retry");
    await workAt(world, recorder, "2026-06-24", "09:00");
    const payment = await pay(world, ids.contractId, "2026-06-24");
    await workAt(world, recorder, "2026-06-24", "09:30");
    await run(world, reversePayment, finance, tenantId, { ...payment, reason: "误记" });
    recorder.answer("delivered");
    const before = sentSteps().length;
    await workAt(world, recorder, "2026-06-24", "10:00");
    expect(sentSteps().slice(before)).toEqual(["2026-07-01 lead-7", "2026-07-01 lead-7"]);
    expect(await statesOf("2026-07-01 lead-7")).toEqual(["delivered", "delivered"]);
  });

  it("is sent once, though its date moves away and back", async () => {
    const world = await openWorld();
    const { recorder, correct } = await arrange(world);
    await workAt(world, recorder, "2026-06-24", "09:00");
    for (const on of ["2026-05-25", "2026-06-01", "2026-05-25", "2026-06-01"]) {
      await correct(on);
      await workAt(world, recorder, "2026-06-24", "09:30");
    }
    await workAt(world, recorder, "2026-06-25", "09:30");
    const identities = recorder.sent.filter(isReminder).map(identityOf);
    expect(new Set(identities).size).toBe(identities.length);
    expect(identities.filter((identity) => identity.includes("2026-06-24 due-today"))).toHaveLength(2);
    expect(identities.filter((identity) => identity.includes("2026-07-01 lead-7"))).toHaveLength(2);
  });

  it("is not lost, though its date moved away before it was sent and came back", async () => {
    const world = await openWorld();
    const { recorder, correct, statesOf } = await arrange(world);
    recorder.answer("retry");
    await workAt(world, recorder, "2026-06-24", "09:00");
    await correct("2026-05-25");
    await workAt(world, recorder, "2026-06-24", "09:30");
    expect(await statesOf("2026-07-01 lead-7")).toEqual(["withdrawn", "withdrawn"]);
    recorder.answer("delivered");
    await correct("2026-06-01");
    await workAt(world, recorder, "2026-06-24", "10:00");
    expect(await statesOf("2026-07-01 lead-7")).toEqual(["delivered", "delivered"]);
  });
});
