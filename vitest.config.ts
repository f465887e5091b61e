import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.{ts,tsx}", "infra/**/*.test.ts", "test/**/*.test.ts"],
    pool: "forks",
    // The files share one process per core: each would else load the whole product anew, for most of the time.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // West of Greenwich, so that a civil date taken through the machine's zone shows.
    env: { TZ: "America/Los_Angeles", AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
  },
});
