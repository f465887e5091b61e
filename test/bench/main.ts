import { mkdir, writeFile } from "node:fs/promises";
import { benchBundles } from "./bundles.ts";
import { benchReminders, type Figure } from "./reminders.ts";

/** `bench [reminders|bundles]`: prints each figure beside its floor or peer from the same run, and writes `bench/results.json`. */
const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  reminders: benchReminders,
  bundles: benchBundles,
};

const asked = process.argv.slice(2);
const names = asked.length === 0 ? Object.keys(benches) : asked;
const results: Record<string, readonly Figure[]> = {};
for (const name of names) {
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (bench === undefined) {
    process.stderr.write(`没有 ${name} / there is no bench ${name}: ${Object.keys(benches).join(", ")}\n`);
    process.exit(2);
  }
  const figures = await bench();
  results[name] = figures;
  process.stdout.write(`${name}\n`);
  for (const { what, value, unit, beside, floor, ratio } of figures) {
    process.stdout.write(`  ${what}: ${value} ${unit}; ${beside}: ${floor}; × ${ratio.toFixed(4)}\n`);
  }
}
const folder = new URL("../../bench/", import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(
  new URL("results.json", folder),
  `${JSON.stringify({ node: process.version, results }, null, 2)}\n`,
);
