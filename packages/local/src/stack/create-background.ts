/** What goes on after its request was answered, as a queue does elsewhere. */
export interface Background {
  readonly run: (task: () => Promise<void>) => void;
  /** Waits for all that is under way. */
  readonly settle: () => Promise<void>;
}

/** A task that fails is logged, and nothing waits for it but `settle`. */
export function createBackground(log: (line: string) => void): Background {
  const running = new Set<Promise<void>>();
  return {
    run: (task) => {
      const done = new Promise<void>((resolve) => setImmediate(resolve))
        .then(task)
        .catch((error: unknown) =>
          log(error instanceof Error ? (error.stack ?? error.message) : String(error)),
        )
        .finally(() => running.delete(done));
      running.add(done);
    },
    settle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
