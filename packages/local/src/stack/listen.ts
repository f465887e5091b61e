import { once } from "node:events";
import type { Server } from "node:http";
import { DomainError } from "@luyue/core/error";

/** Starts listening on loopback; throws `unavailable` with what to do where the port is taken. */
export async function listen(server: Server, port: number | undefined): Promise<number> {
  server.listen(port ?? 0, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      throw new DomainError("unavailable", {
        zh: `端口 ${port} 已被其他程序占用。请停止该程序，或用 --port 另选一个端口。`,
        en: `Port ${port} is in use by another program. Stop that program, or choose another with --port.`,
      });
    }
    throw error;
  }
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
