import type { FileStore } from "@luyue/storage/file";
import type { Program } from "./open-program.ts";

export function openFiles(_program: Program): FileStore {
  throw new Error("later");
}
