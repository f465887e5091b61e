import { fileURLToPath } from "node:url";
import { bundleAll } from "./bundle-functions.ts";
import { functionNames } from "./functions.ts";
import { measureBundle, readMetafile } from "./measure-bundle.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(7)} KB`;

await bundleAll(root);
for (const name of functionNames) {
  const { start, later } = await measureBundle(root, await readMetafile(root, name));
  console.log(`${name.padEnd(14)} ${kilobytes(start)} 启动 at start ${kilobytes(later)} 按需 later (gzip)`);
}
