/** The functions of a deployment by name, each with the file that it is bundled from. */
export const functionEntries = {
  api: "packages/cloud/src/entry/api.ts",
  sweep: "packages/cloud/src/entry/sweep.ts",
  "outbox-stream": "packages/cloud/src/entry/outbox-stream.ts",
  sender: "packages/cloud/src/entry/sender.ts",
  link: "packages/cloud/src/entry/link.ts",
  bounce: "packages/cloud/src/entry/bounce.ts",
  watch: "packages/cloud/src/entry/watch.ts",
} as const;
export type FunctionName = keyof typeof functionEntries;

export const functionNames = [
  "api",
  "sweep",
  "outbox-stream",
  "sender",
  "link",
  "bounce",
  "watch",
] as const satisfies readonly FunctionName[];

/** Where a function's bundle is put, from the root of the repository. */
export const bundleFolder = (name: FunctionName): string => `dist/functions/${name}`;

/** Where it is noted what a bundle is made of. */
export const metafileOf = (name: FunctionName): string => `${bundleFolder(name)}.meta.json`;
