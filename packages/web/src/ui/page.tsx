import { type ReactNode, useEffect, useRef } from "react";
import { useTitle } from "./use-title.ts";

/** A page with its heading, which is where a reader's focus begins. */
export function Page(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, lead, aside, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <div className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead === undefined ? null : <div className="lead">{lead}</div>}
        </div>
        {aside}
      </div>
      {children}
    </>
  );
}
