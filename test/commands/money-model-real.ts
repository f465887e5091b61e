import { deepStrictEqual } from "node:assert";
import { canonicalJson } from "@luyue/core/text";
import { refusalOf as refusalBy } from "./expect-refusal.ts";
import { signedAgreement, modelTerms } from "./money-model-contract.ts";
import { compareMoney } from "./money-model-compare.ts";
import { type Model, overpaidIn } from "./money-model.ts";
import { dayAt, instantOf, people, type Step, tenantId, type Verb, type Who } from "./money-model-step.ts";
import { seedActive, seedTenant } from "./seed.ts";
import type { World } from "./world.ts";

/** A request that went through, to be sent again. */
interface Sent {
  readonly verb: Verb;
  readonly who: Who;
  readonly input: Readonly<Record<string, unknown>>;
  readonly key: string;
  readonly at: number;
  readonly answered: string;
}

/** What a run has seen of a verb: how often it went through, and each refusal. */
export type Seen = Map<string, number>;

export interface Real {
  readonly world: World;
  readonly contractId: string;
  readonly sent: Sent[];
  readonly seen: Seen;
  requests: number;
  /** All that is stored, as it was seen last; nothing after something has changed it. */
  dump: string | undefined;
}

/** The contract of the model, active and signed, in the product and in the model. */
export async function openModel(world: World, seen: Seen): Promise<{ model: Model; real: Real }> {
  await seedTenant(world, tenantId, { webhooks: 0 });
  const { contractId } = await seedActive(world, tenantId, modelTerms(signedAgreement), "2026-05-01");
  const now = Date.parse(world.runtime.now());
  const model: Model = {
    now,
    today: dayAt(now),
    status: "active",
    versions: [signedAgreement],
    invoices: [],
    deductions: [],
    payments: [],
  };
  const real: Real = { world, contractId, sent: [], seen, requests: 0, dump: undefined };
  return { model, real };
}

/** Sends a request: it goes through or is refused as the model says, and leaves what the model has, or nothing. */
export async function perform(step: Step, model: Model, real: Real): Promise<void> {
  const { world, contractId, seen } = real;
  real.requests += 1;
  const key = `key-${real.requests}`;
  const input = { contractId, ...step.input };
  const before = step.refusal === undefined ? "" : await dumpOf(real);
  const call = step.verb.execute(world, people[step.who], input, { idempotencyKey: key });
  count(seen, `${step.verb.name} ${step.refusal ?? "done"}`);
  if (step.refusal !== undefined) {
    const { code, message } = await refusalBy(call);
    deepStrictEqual({ code, message }, { code: step.refusal, message });
    deepStrictEqual(await world.dump(), before, "a refused request left something");
    return;
  }
  const answered = await call;
  const answer = answered.answer as Readonly<Record<string, unknown>>; // every command answers with an object
  deepStrictEqual(answered.replayed, false);
  for (const [name, value] of Object.entries(step.answer))
    deepStrictEqual({ [name]: answer[name] }, { [name]: value });
  const tooMuch = overpaidIn(model);
  step.apply(String(answer["id"] ?? answer["eventId"]));
  const { verb, who } = step;
  if (verb.name === "payment.pay") deepStrictEqual(overpaidIn(model), tooMuch, "more was paid than was due");
  real.sent.push({ verb, who, input, key, at: model.now, answered: canonicalJson(answered) });
  await compareMoney(model, real);
  real.dump = undefined;
}

/** The clock moves on; money does not move with it. */
export async function wait(model: Model, real: Real, minutes: number): Promise<void> {
  model.now += minutes * 60_000;
  model.today = dayAt(model.now);
  real.world.runtime.setNow(instantOf(model.now));
  await compareMoney(model, real);
}

const keptMs = 48 * 3_600_000;

/** A request that went through lately, sent again under its key: the same answer and nothing else, or another one refused. */
export async function repeat(model: Model, real: Real, pick: number, changed: boolean): Promise<void> {
  const lately = real.sent.filter(({ at }) => model.now - at < keptMs);
  const earlier = lately.at(-1 - (pick % lately.length));
  if (earlier === undefined) return;
  const { verb, who, key } = earlier;
  const input = changed ? { ...earlier.input, ...otherInput(earlier.input) } : earlier.input;
  const before = await dumpOf(real);
  const call = verb.execute(real.world, people[who], input, { idempotencyKey: key });
  count(real.seen, `repeat ${changed ? "changed" : "same"}`);
  if (changed) {
    deepStrictEqual((await refusalBy(call)).code, "idempotencyMismatch");
  } else {
    const { replayed, ...answered } = await call;
    deepStrictEqual(replayed, true, "a repeated request was done again");
    deepStrictEqual(canonicalJson({ ...answered, replayed: false }), earlier.answered);
  }
  deepStrictEqual(await real.world.dump(), before, "a repeated request left something");
}

/** The same request about something else, which its command takes as well. */
function otherInput(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if ("amount" in input) return { amount: input["amount"] === "1.23" ? "1.24" : "1.23" };
  if ("reason" in input) return { reason: "另一原因" };
  return { contractId: "ctr_zzzzzzzzzz" };
}

async function dumpOf(real: Real): Promise<string> {
  real.dump ??= await real.world.dump();
  return real.dump;
}

function count(seen: Seen, what: string): void {
  seen.set(what, (seen.get(what) ?? 0) + 1);
}
