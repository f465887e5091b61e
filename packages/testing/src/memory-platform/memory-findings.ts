import { type FindingFilter, matchesFinding } from "@luyue/core/finding";
import { type Data, type UploadedFile, tenantData } from "./data.ts";
import type { Kinds } from "./kinds.ts";
import { type MemoryPageRequest, pageOf } from "./page.ts";

/** The findings of one tenant's contracts. */
export function createFindings<K extends Kinds>(data: Data<K>, tenantId: string) {
  const of = (contractId: string) => tenantData(data, tenantId).contracts.get(contractId)?.findings;
  return {
    getFinding: async (contractId: string, findingId: string) => of(contractId)?.get(findingId),
    listFindings: async (contractId: string, filter: FindingFilter, page: MemoryPageRequest) => {
      const found = [...(of(contractId)?.values() ?? [])].filter((each) => matchesFinding(each, filter));
      return pageOf(`findings of ${contractId}`, found, ({ id }) => id, page);
    },
  };
}

/** What is on file of one tenant's uploads. */
export function createFileNotes<K extends Kinds>(data: Data<K>, tenantId: string) {
  const { files } = tenantData(data, tenantId);
  return {
    getFiles: async (hashes: readonly string[], by?: string) => {
      const found = [...files.values()].filter((file) => hashes.includes(file.hash));
      const own = found.filter((file) => by === undefined || file.by === by);
      return new Map(own.map((file) => [file.hash, file]));
    },
    putFile: async (file: UploadedFile) => {
      const key = `${file.hash}#${file.by}`;
      files.set(key, files.get(key) ?? file);
    },
  };
}
