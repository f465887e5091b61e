import type { ReactNode } from "react";

export type Tone = "plain" | "info" | "good" | "warn" | "bad";

/** A word that says how something stands: never by its colour alone. */
export function Tag({ tone = "plain", children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`tag ${tone}`}>{children}</span>;
}
