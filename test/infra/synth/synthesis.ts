/** A resource as a deployment would ask for it. */
export interface Synthesised {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** What stands for the physical resource: its address and the like. */
  readonly state: Readonly<Record<string, unknown>>;
}

/** A whole stage as a deployment would ask for it. */
export interface Synthesis {
  /** What the configuration says of the whole: whether it is protected, what outlives it. */
  readonly app: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly resources: readonly Synthesised[];
}
