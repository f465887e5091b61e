import type { ObligationView } from "./api-reader.ts";

const kindsOfWork = new Set([
  "service",
  "deliverable",
  "report",
  "application",
  "review",
  "acceptance",
  "plan",
  "rectification",
]);

/** Where an obligation stands among the pages of its contract. */
export function addressOf({ contractId, kind, key }: ObligationView): string {
  const base = `/contracts/${contractId}`;
  if (kindsOfWork.has(kind)) return `${base}/work#${key}`;
  if (kind === "score" || kind === "scoreAnswer") return `${base}/scores#${key.slice(kind.length + 1)}`;
  if (kind === "finding") return `${base}/findings`;
  return `${base}#${key}`;
}
