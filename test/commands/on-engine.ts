import { afterAll, beforeAll, describe } from "vitest";
import { listEngines, type RunningEngine, withEngine } from "../engines/index.ts";
import { openEngineWorld, openMemoryWorld, type World } from "./world.ts";

const engineAtHand = listEngines().find(({ name }) => name === "dynoxide");

/** A suite on the real engine; reported as skipped where it is not at hand. */
export function onEngine(what: string, define: (openWorld: () => Promise<World>) => void): void {
  describe.skipIf(engineAtHand?.missing !== undefined)(`${what} on the engine`, () => {
    let engine: RunningEngine;
    const worlds: World[] = [];

    beforeAll(async () => {
      engine = await withEngine("dynoxide");
    });

    afterAll(async () => {
      for (const world of worlds) await world.close();
      await engine?.stop();
    });

    define(async () => {
      const world = await openEngineWorld(engine);
      worlds.push(world);
      return world;
    });
  });
}

/** A suite in memory and on the real engine. */
export function onBoth(what: string, define: (openWorld: () => Promise<World>) => void): void {
  describe(`${what} in memory`, () => define(openMemoryWorld));
  onEngine(what, define);
}
