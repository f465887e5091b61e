type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** What was given, without the optional fields that were left out: absent, not undefined. */
export function definedOf<T extends object>(given: T): Defined<T> {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same fields less those that are undefined
  return Object.fromEntries(entries) as Defined<T>;
}
