import { describe, expect, it } from "vitest";
import { expectRefusal, refusalOf } from "./expect-refusal.ts";
import { expectSuccess } from "./expect-success.ts";
import { listCommands } from "./list-commands.ts";
import { everyRole, member, operator, partner, strangePartner } from "./people.ts";
import { arrange, rows } from "./rows.ts";
import { seedDraft, termsOf } from "./seed.ts";
import { openMemoryWorld } from "./world.ts";

describe("the matrix", () => {
  it("has one row for each command of the product", async () => {
    const commands = await listCommands();
    expect(commands.length).toBeGreaterThanOrEqual(15);
    expect(rows.map(({ name }) => name).toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
  });
});

describe.each(rows)("$name", (row) => {
  const forPartner = row.partner === true || row.allowed === "partner";
  const open = async () => {
    const world = await openMemoryWorld();
    return { world, prepared: await arrange(world, row) };
  };

  it("goes through with its line on the record, and is answered again without doing it again", async () => {
    const { world, prepared } = await open();
    const answered = await expectSuccess(world, row, prepared);
    const before = await world.dump();
    const { tenantId, input } = prepared;
    const again = await row.execute(world, row.actor(tenantId), tenantId, input, { idempotencyKey: "key-1" });
    expect(again).toEqual({ ...answered, replayed: true });
    expect(await world.dump()).toBe(before);
  });

  it("does not take one key for two requests", async () => {
    const { world, prepared } = await open();
    const { tenantId, input, other } = prepared;
    const conditions = { idempotencyKey: "key-1" };
    await row.execute(world, row.actor(tenantId), tenantId, input, conditions);
    const second = () => row.execute(world, row.actor(tenantId), tenantId, other, conditions);
    await expectRefusal(world, second, "idempotencyMismatch");
  });

  it("refuses what it does not know, and every field of another type", async () => {
    const { world, prepared } = await open();
    const { tenantId, input } = prepared;
    const refuse = (bad: unknown, path?: string) =>
      expectRefusal(world, () => row.execute(world, row.actor(tenantId), tenantId, bad), "invalid", path);
    await refuse({ ...input, extra: 1 }, "");
    for (const field of Object.keys(input)) await refuse({ ...input, [field]: 7.5 }, `/${field}`);
    for (const bad of [undefined, null, "text", [input]]) await refuse(bad);
  });

  it.each(row.refusals)("refuses: $why", async ({ arrange: change, code, path, as }) => {
    const { world, prepared } = await open();
    const { tenantId } = prepared;
    const bad = await change(world, prepared);
    const actor = as ?? row.actor(tenantId);
    await expectRefusal(world, () => row.execute(world, actor, tenantId, bad), code, path);
  });

  it.skipIf(row.creates === true)("refuses a version that is not the present one", async () => {
    const { world, prepared } = await open();
    const { tenantId, input, contractId } = prepared;
    const store = world.platform.tenant(tenantId);
    const head = contractId === undefined ? await store.getTenant() : await store.getContract(contractId);
    const version = head?.version ?? 0;
    for (const expectedVersion of [version - 1, version + 1]) {
      const stale = () => row.execute(world, row.actor(tenantId), tenantId, input, { expectedVersion });
      await expectRefusal(world, stale, "versionMismatch");
    }
    const conditions = { expectedVersion: version };
    expect((await row.execute(world, row.actor(tenantId), tenantId, input, conditions)).version).toBe(
      version + 1,
    );
  });

  it("is for those who may, and for nobody else", async () => {
    const { allowed } = row;
    const may = everyRole.filter((role) => Array.isArray(allowed) && allowed.includes(role));
    for (const role of may) {
      const { world, prepared } = await open();
      const { tenantId, input } = prepared;
      await row.execute(world, member(tenantId, role), tenantId, input);
    }
    if (forPartner) {
      const world = await openMemoryWorld();
      const { prepare, prepareForPartner = prepare } = row;
      const { tenantId, input } = await arrange(world, { ...row, prepare: prepareForPartner });
      await row.execute(world, partner, tenantId, input);
    }
    const { world, prepared } = await open();
    const { tenantId, input } = prepared;
    const others = everyRole.filter((role) => !may.includes(role));
    const people = [member(tenantId), ...others.map((role) => member(tenantId, role))];
    if (!forPartner) people.push(partner);
    if (allowed !== "operator") people.push(operator, member(tenantId, ...others));
    for (const actor of people) {
      const code =
        row.ownOnly === true && actor.kind === "member" && actor.roles.length > 0 ? "notFound" : "forbidden";
      await expectRefusal(world, () => row.execute(world, actor, tenantId, input), code);
    }
  });

  it.skipIf(row.namesIds !== true)("finds nothing of another tenant's by its id", async () => {
    const { world, prepared } = await open();
    const theirs = () => row.execute(world, row.actor("ten_b"), "ten_b", prepared.input);
    await expectRefusal(world, theirs, "notFound");
    const unknown = row.refusals.find(({ code }) => code === "notFound");
    const nowhere = (await unknown?.arrange(world, prepared)) ?? {};
    const reason = (await refusalOf(row.execute(world, row.actor("ten_b"), "ten_b", nowhere))).reason;
    expect((await refusalOf(theirs())).reason).toEqual(reason);
  });

  it.skipIf(!forPartner || row.ofNoContract === true)(
    "finds for a vendor's people their own contracts alone",
    async () => {
      const { world, prepared } = await open();
      const { tenantId, input } = prepared;
      const draft = { ...input, contractId: await seedDraft(world, tenantId, termsOf("NO 8")) };
      const nowhere = { ...input, contractId: "ctr_zzzzzzzzzz" };
      const { reason } = await refusalOf(row.execute(world, partner, tenantId, nowhere));
      for (const [actor, tenant, tried] of [
        [strangePartner, tenantId, input],
        [partner, tenantId, draft],
        [partner, "ten_b", input],
        [partner, "ten_c", input],
      ] as const) {
        const theirs = () => row.execute(world, actor, tenant, tried);
        await expectRefusal(world, theirs, "notFound");
        expect((await refusalOf(theirs())).reason).toEqual(reason);
      }
    },
  );

  it.skipIf(typeof row.allowed === "string")(
    "is not for people of another tenant, nor in one that there is not",
    async () => {
      const { world, prepared } = await open();
      const { tenantId, input } = prepared;
      for (const [actor, tenant, storeOf] of [
        [row.actor("ten_b"), tenantId, tenantId],
        [row.actor("ten_b"), "ten_b", tenantId],
        [row.actor(tenantId), "ten_b", tenantId],
        [row.actor(tenantId), tenantId, "ten_b"],
        [row.actor("ten_c"), "ten_c", "ten_c"],
      ] as const) {
        const strange = () => row.execute(world, actor, tenant, input, { storeOf });
        await expectRefusal(world, strange, "notFound");
      }
    },
  );
});
