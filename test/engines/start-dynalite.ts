import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequire } from "node:module";

type CreateDynalite = (options: {
  readonly createTableMs: number;
  readonly deleteTableMs: number;
  readonly updateTableMs: number;
}) => Server;

/** Starts dynalite inside this process, in memory, on a free loopback port. */
export async function startDynalite(): Promise<{ endpoint: string; stop: () => Promise<void> }> {
  const load = createRequire(new URL("../../packages/storage/package.json", import.meta.url));
  // dynalite ships no types.
  const createDynalite = load("dynalite") as CreateDynalite;
  const server = createDynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on TCP has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { endpoint: `http://127.0.0.1:${port}`, stop };
}
