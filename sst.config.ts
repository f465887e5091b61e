/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  async app({ stage: name }) {
    const { readStage } = await import("./infra/stage.ts");
    const stage = readStage(name, process.env);
    return {
      name: "luyue",
      home: "aws",
      removal: stage.isProtected ? "retain" : "remove",
      protect: stage.isProtected,
      providers: {
        aws: {
          region: stage.region as NonNullable<aws.ProviderArgs["region"]>,
          defaultTags: { tags: { product: "luyue", stage: name } },
        },
      },
    };
  },
  async run() {
    const { deploy } = await import("./stacks/index.ts");
    return deploy();
  },
});
