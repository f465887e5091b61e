import { readdirSync } from "node:fs";

/** Every command of the product, as its folders export it: found by looking, so that a new one cannot be forgotten. */
export async function listCommands(): Promise<
  readonly { readonly name: string; readonly permission: string }[]
> {
  const root = new URL("../../packages/usecases/src/", import.meta.url);
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const modules = await Promise.all(
    folders.map(({ name }): Promise<object> => import(/* @vite-ignore */ `${root.pathname}${name}/index.ts`)),
  );
  return modules.flatMap((module) => Object.values(module).filter(isCommand));
}

function isCommand(value: unknown): value is { name: string; permission: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    "name" in value &&
    "input" in value &&
    "permission" in value &&
    "decide" in value
  );
}
