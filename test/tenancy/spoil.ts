import fc from "fast-check";

/** What people, machines and attackers put where something else belongs. */
const nasty: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.5,
  2 ** 53,
  1e308,
  "",
  " ",
  "x".repeat(10_000),
  "\ud800",
  "\u0000",
  "\u202e甲",
  "2026-02-30",
  "9999-12-31",
  "2026-06-01T00:00:00",
  "1.234",
  "-0.00",
  "1e5",
  "99999999999999.00",
  "ten_b",
  "ctr_zzzzzzzzzzzz",
  "../../etc/passwd",
  "' OR 1=1 --",
  "<script>alert(1)</script>",
  "${7*7}",
  [],
  {},
  { $gt: "" },
  [[[[[[]]]]]],
  { zh: "甲", en: "a" },
];

/** Bodies that are no JSON, no text, or something else than they say. */
const malformed = [
  "{",
  "[1,",
  '{"a":NaN}',
  '{"a":1e400}',
  "\ufeff{}",
  '{"a":1}{}',
  "null",
  '"text"',
  "[]",
  "0",
];

/** What is nearly right: one part of a good value replaced by something nasty, left out, or something added. */
export function spoiled(good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(good, fc.nat(), fc.constantFrom(...nasty), fc.constantFrom("replace", "leaveOut", "add"))
    .map(([value, at, what, how]) => {
      const places = placesOf(value);
      const place = places[at % places.length] ?? [];
      return change(value, place, what, how);
    });
}

export const malformedBody: fc.Arbitrary<string> = fc.constantFrom(...malformed);
export const nastyText: fc.Arbitrary<string> = fc.constantFrom(
  ...nasty.map((each) => (typeof each === "string" ? each : JSON.stringify(each))),
);

type Place = readonly (string | number)[];

function placesOf(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, part]) => placesOf(part, [...at, key]))];
}

function change(value: unknown, [first, ...rest]: Place, what: unknown, how: string): unknown {
  if (first === undefined) {
    return how === "add" && typeof value === "object" ? { ...value, tenantId: "ten_b", extra: what } : what;
  }
  if (typeof value !== "object" || value === null) return value;
  const inside: unknown = Reflect.get(value, first);
  const copy = structuredClone(value);
  if (rest.length === 0 && how === "leaveOut") Reflect.deleteProperty(copy, first);
  else Reflect.set(copy, first, change(inside, rest, what, how));
  return copy;
}
