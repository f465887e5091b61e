/** Which rooms a room's production code may import; a room that is not named here may not exist. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  core: [],
  usecases: ["core"],
  storage: ["core", "usecases"],
  notify: ["core"],
  intake: ["core"],
  api: ["core", "usecases", "storage"],
  worker: ["core", "usecases", "storage", "notify"],
  cloud: ["core", "usecases", "storage", "notify", "api", "worker"],
  local: ["core", "usecases", "storage", "notify", "intake", "api", "worker", "testing"],
  testing: ["core"],
  web: ["core", "api"],
};

/** What `core` may import from outside. */
export const coreImports: readonly string[] = ["zod", "decimal.js"];

/** Rooms without Node and without AWS. */
export const pureRooms: readonly string[] = ["core", "usecases"];

export const maxLines = { source: 300, test: 400 };
