import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";

interface ReceivedCall {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Receiver {
  readonly url: string;
  readonly port: number;
  readonly calls: readonly ReceivedCall[];
  readonly close: () => Promise<void>;
}

/** A real HTTP receiver on a free loopback port for tests; `answer` writes each response. */
export async function startReceiver(
  answer: (response: ServerResponse, path: string) => void,
): Promise<Receiver> {
  const calls: ReceivedCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = request.url ?? "";
      calls.push({ path, headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
      answer(response, path);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  const { port } = address;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
