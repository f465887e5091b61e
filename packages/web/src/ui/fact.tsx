import type { ReactNode } from "react";

/** One line of a list of facts (`dl.facts`): what it is called, and what it is. */
export function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
