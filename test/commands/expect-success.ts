import type { CommandAnswer, TenantStore } from "@luyue/usecases/runtime";
import { findBrokenEntry } from "@luyue/usecases/runtime";
import { expect } from "vitest";
import { listAll } from "./dump-platform.ts";
import type { Prepared, Row } from "./row.ts";
import type { World } from "./world.ts";

interface Seen {
  readonly version: number;
  readonly lines: number;
  readonly outbox: ReadonlySet<string>;
}

async function look(store: TenantStore, contractId: string | undefined): Promise<Seen> {
  const head = contractId === undefined ? await store.getTenant() : await store.getContract(contractId);
  const lines = await listAll((page) => store.listRecord(contractId ?? "tenant", page));
  const outbox = await listAll((page) => store.listOutbox(page));
  return { version: head?.version ?? 0, lines: lines.length, outbox: new Set(outbox.map(({ id }) => id)) };
}

/**
 * The command goes through: its version is the next one, its one line on the record says who, what and about what,
 * the chain holds and ends in the head, and the tenant's webhook is told of what happened to a contract.
 */
export async function expectSuccess(
  world: World,
  row: Row,
  prepared: Prepared,
): Promise<CommandAnswer<unknown>> {
  const { tenantId, input } = prepared;
  const store = world.platform.tenant(tenantId);
  const created = row.aggregate === "contract" && row.creates === true;
  const before = await look(store, created ? "ctr_none" : prepared.contractId);
  const actor = row.actor(tenantId);
  const answered = await row.execute(world, actor, tenantId, input, { idempotencyKey: "key-1" });
  const subject = row.subjectOf(answered.answer, prepared);
  const contractId = created ? String(subject) : prepared.contractId;

  const after = await look(store, contractId);
  expect(answered).toMatchObject({ version: before.version + 1, replayed: false });
  expect(after).toMatchObject({ version: answered.version, lines: before.lines + 1 });

  const lines = await listAll((page) => store.listRecord(contractId ?? "tenant", page));
  const line = lines.at(-1);
  const { kind, id, name } = actor;
  const roles = actor.kind === "member" ? { roles: actor.roles } : {};
  expect(line).toMatchObject({ actor: { kind, id, name, ...roles }, command: row.name, subject });
  expect(["before", "after"].filter((side) => line !== undefined && side in line)).toEqual(row.shows);
  expect(findBrokenEntry(lines, world.runtime)).toBeUndefined();
  const head = contractId === undefined ? await store.getTenant() : await store.getContract(contractId);
  expect(head?.record).toEqual({ sequence: lines.length, hash: line?.hash, at: line?.at });

  const told = (await listAll((page) => store.listOutbox(page))).filter(
    (entry) => entry.to.channel === "webhook" && entry.type !== "test" && !before.outbox.has(entry.id),
  );
  const [webhook] = (await store.getTenant())?.webhooks ?? [];
  const notice = {
    type: row.name,
    contractId,
    to: { channel: "webhook", endpointId: webhook?.id },
    payload: { type: row.name, data: { tenantId, subject, record: { hash: line?.hash } } },
    state: "pending",
  };
  expect(told).toMatchObject(row.aggregate === "contract" ? [notice] : []);
  return answered;
}
