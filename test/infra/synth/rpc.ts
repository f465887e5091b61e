import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What SST's command line answers to its components while they are laid out: where a bundle is, where assets go. */
const answers: Readonly<Record<string, (args: Record<string, unknown>) => unknown>> = {
  "Runtime.Build": ({ bundle, handler }) => ({ out: bundle, handler, errors: [], sourcemaps: [] }),
  "Runtime.AddTarget": () => null,
  "Provider.Aws.Bootstrap": () => ({
    asset: "sst-asset-bucket",
    assetEcrRegistryId: "123456789012",
    assetEcrUrl: "ecr.example",
    state: "sst-state-bucket",
    appsyncHttp: "appsync.example",
    appsyncRealtime: "appsync.example",
  }),
  "Provider.Aws.Appsync": () => ({ http: "appsync.example", realtime: "appsync.example" }),
};

export async function startRpc(): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method, params } = JSON.parse(Buffer.concat(chunks).toString()) as {
        method: string;
        params: [Record<string, unknown>];
      };
      const answer = answers[method];
      response.setHeader("content-type", "application/json");
      response.end(
        JSON.stringify(
          answer === undefined ? { error: `rpc: can't find ${method}` } : { result: answer(params[0]) },
        ),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env["SST_SERVER"] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
