import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const constructed = fileURLToPath(new URL("src/styling/constructed-styles.ts", import.meta.url));

/** antd writes its styles through two modules; ours takes their place, so that no policy has to allow inline styles. */
const constructedStyles: Plugin = {
  name: "constructed-styles",
  enforce: "pre",
  resolveId: { filter: { id: /\/(dynamicCSS|cssUtils)(\.js)?$/ }, handler: () => constructed },
};

/** The pages of console and portal as static files. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [constructedStyles, react()],
  build: {
    target: "es2023",
    // What is not inlined can be named by a policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1024,
    modulePreload: { polyfill: false },
  },
});
