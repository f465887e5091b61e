import * as pulumi from "@pulumi/pulumi";
import { answerCall, type Place, stateOf } from "./mocks.ts";
import { startRpc } from "./rpc.ts";
import type { Synthesised } from "./synthesis.ts";

const place: Place = JSON.parse(process.env["SYNTH_PLACE"] ?? "{}");
const resources: Synthesised[] = [];

process.on("unhandledRejection", (error) => {
  console.error(error);
  process.exit(1);
});

const stop = await startRpc();
await pulumi.runtime.setMocks(
  {
    newResource: ({ type, name, inputs, id: existing }) => {
      const state = stateOf(type, name, inputs, place);
      resources.push({ type, name, inputs, state });
      return {
        id: existing !== undefined && existing !== "" ? existing : `${String(state["id"] ?? name)}`,
        state,
      };
    },
    call: ({ token, inputs }) => answerCall(token, inputs, place),
  },
  "luyue",
  place.stage,
  false,
);

const aws = await import("@pulumi/aws");
const sst = await import("sst-components");
Object.assign(globalThis, { aws, sst });
const { run } = await import("sst-run");
const { default: config } = await import("sst-config");
const outputs = (await pulumi.runtime.runInPulumiStack(() => run(config.run))) ?? {};
await pulumi.runtime.disconnect();
await stop();
const resolved: Record<string, unknown> = {};
for (const [key, value] of Object.entries(outputs)) {
  resolved[key] = await new Promise((resolve) => pulumi.output(value).apply(resolve));
}
const app = await config.app({ stage: place.stage });
process.stdout.write(JSON.stringify({ app, outputs: resolved, resources }));
