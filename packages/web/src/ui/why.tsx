import { Popover } from "antd";
import { type ReactNode, useId } from "react";
import { useWords } from "../words/words.ts";

export interface Ground {
  readonly name: string;
  readonly text: string | null | undefined;
}

/** A date or an amount that says on what it rests when it is pressed. */
export function Why(props: {
  readonly what: string;
  readonly grounds: readonly Ground[];
  readonly children: ReactNode;
}) {
  const { what, grounds, children } = props;
  const { t } = useWords();
  const id = useId();
  const known = grounds.filter(({ text }) => text !== null && text !== undefined && text !== "");
  if (known.length === 0) return <>{children}</>;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      title={what}
      content={
        <dl className="grounds" id={id}>
          {known.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      }
    >
      <button type="button" className="why" title={t("common.why")}>
        {children}
        <span className="hidden"> {t("common.whyOf", { what })}</span>
      </button>
    </Popover>
  );
}
