import type { Synthesis, Synthesised } from "../synth/synthesis.ts";

/** The resources of one kind: `aws:sqs/queue:Queue` by `sqs/queue`. */
export function ofKind({ resources }: Synthesis, kind: string): readonly Synthesised[] {
  return resources.filter(({ type }) => type.startsWith(`aws:${kind}:`));
}

/** A value deep inside: `policy.0.name`; undefined where there is none. */
export function at(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
      value,
    );
}

/** A fault where a value is not what it has to be. */
export function demand(what: string, is: unknown, wanted: unknown): readonly string[] {
  const [a, b] = [JSON.stringify(is), JSON.stringify(wanted)];
  return a === b ? [] : [`${what}: ${a ?? "nothing"}, not ${b}`];
}
