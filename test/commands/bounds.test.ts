import { withdrawApplication } from "@luyue/usecases/acceptance";
import { submitDeliverable, withdrawDeliverable } from "@luyue/usecases/deliverable";
import { answerFindings, returnFinding, withdrawFinding } from "@luyue/usecases/finding";
import { followIncident, reportIncident } from "@luyue/usecases/incident";
import { expect, it } from "vitest";
import { applyFor, assess, seedAccepted, signAll } from "./acceptance-seed.ts";
import { expectRefusal } from "./expect-refusal.ts";
import { rowFor, seedFindings, seedUnits, tenantId } from "./finding-seed.ts";
import { member, partner } from "./people.ts";
import { facts as incidentFacts, seedIncident, seedRisk } from "./risk-seed.ts";
import { run, seedTenant } from "./seed.ts";
import { oneFile, seedWork } from "./work-seed.ts";
import { openMemoryWorld } from "./world.ts";

const reason = "另有安排";
const manager = member(tenantId, "contractManager");

async function open() {
  const world = await openMemoryWorld();
  await seedTenant(world, tenantId);
  return world;
}

it("a vendor applies and takes back ten times at most", async () => {
  const world = await open();
  const contractId = await seedAccepted(world);
  for (let turn = 0; turn < 10; turn += 1) {
    const ids = await applyFor(world, contractId);
    await run(world, withdrawApplication, partner, tenantId, { ...ids, reason });
  }
  await expectRefusal(world, () => applyFor(world, contractId), "conflict");
});

it("an application with all the words that it may have leaves room for those who decide", async () => {
  const world = await open();
  const contractId = await seedAccepted(world);
  const words = (count: number) => [{ note: "字".repeat(2000) }, { note: "字".repeat(count - 2000) }];
  const tooMuch = () => applyFor(world, contractId, { evidence: [...words(4000), ...words(4001)] });
  await expectRefusal(world, tooMuch, "invalid", "/evidence");
  const most = { note: "字".repeat(2000), evidence: [...words(4000), ...words(4000)] };
  const ids = await applyFor(world, contractId, most);
  await signAll(world, await assess(world, ids));
  const lines = await world.platform.tenant(tenantId).listRecord(contractId, { limit: 100 });
  const sizes = lines.items.map((line) => JSON.stringify(line).length);
  // A signature says who signed, not the whole round again.
  expect(sizes.at(-1)).toBeLessThan(1500);
});

it("twenty pieces are unsettled at once, and a piece has thirty versions", async () => {
  const world = await open();
  const contractId = await seedWork(world);
  const submit = (more: object) =>
    run(world, submitDeliverable, partner, tenantId, { contractId, files: oneFile, ...more });
  const takeBack = (submissionId: string) =>
    run(world, withdrawDeliverable, partner, tenantId, { contractId, submissionId, reason });
  for (let piece = 0; piece < 21; piece += 1) await submit({ of: "deliverable.scans" });
  await expectRefusal(world, () => submit({ of: "deliverable.scans" }), "conflict");
  for (let version = 0; version < 30; version += 1) {
    const { answer } = await submit({ of: "deliverable.plan" });
    await takeBack(answer.id);
  }
  await expectRefusal(world, () => submit({ of: "deliverable.plan" }), "conflict");
});

it("a finding whose answers fill it can still be taken back", async () => {
  const world = await open();
  const { contractId, vendors } = await seedUnits(world);
  const [findingId = ""] = await seedFindings(world, contractId, [rowFor(vendors)]);
  const named = { contractId, findingIds: [findingId] };
  const evidence = Array.from({ length: 4 }, () => ({ note: "字".repeat(2000) }));
  const answer = () =>
    run(world, answerFindings, partner, tenantId, { ...named, note: "字".repeat(2000), evidence });
  for (let turn = 0; turn < 6; turn += 1) {
    await answer();
    await run(world, returnFinding, manager, tenantId, { contractId, findingId, reason });
  }
  await expectRefusal(world, answer, "conflict");
  await run(world, withdrawFinding, manager, tenantId, { contractId, findingId, reason });
});

it("an incident takes so many pieces of evidence and so many words, however many steps they come in", async () => {
  const world = await open();
  const contractId = await seedRisk(world);
  const incident = await seedIncident(world, contractId, { evidence: [{ note: "字".repeat(2000) }] });
  const add = (evidence: readonly object[]) =>
    run(world, followIncident, partner, tenantId, { ...incident, evidence });
  await add(Array.from({ length: 4 }, () => ({ note: "字".repeat(2000) })));
  await add(Array.from({ length: 3 }, () => ({ note: "字".repeat(2000) })));
  await expectRefusal(world, () => add([{ note: "字" }]), "conflict");
  const other = await seedIncident(world, contractId);
  const pieces = (count: number) => Array.from({ length: count }, () => ({ document: "照片" }));
  const addTo = (count: number) =>
    run(world, followIncident, partner, tenantId, { ...other, evidence: pieces(count) });
  await addTo(20);
  await addTo(19);
  await expectRefusal(world, () => addTo(2), "conflict");
  await addTo(1);
});

it("a contract has so many incidents at most, numbered without a hole", async () => {
  const world = await open();
  const contractId = await seedRisk(world);
  for (let number = 1; number <= 500; number += 1) {
    const { answer } = await run(world, reportIncident, partner, tenantId, { contractId, ...incidentFacts });
    expect(answer.number).toBe(number);
  }
  const oneMore = () => run(world, reportIncident, partner, tenantId, { contractId, ...incidentFacts });
  await expectRefusal(world, oneMore, "conflict");
});
