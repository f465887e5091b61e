/** @jsxImportSource hono/jsx */
import type { Language } from "@luyue/core/text";

interface Sealing {
  readonly side: string;
  readonly name: string;
}

const words = {
  zh: { seal: "（盖章）：", person: "授权代表（签字）：", day: "日期：　　　　年　　月　　日" },
  en: { seal: " (seal): ", person: "authorised person (signature): ", day: "date: " },
} as const;

/** The lines on which sides put their seals, signatures and the day. */
export function Seals(props: { readonly sides: readonly Sealing[]; readonly language?: Language }) {
  const { sides, language = "zh" } = props;
  const { seal, person, day } = words[language];
  return (
    <div class="seals">
      {sides.map(({ side, name }) => (
        <div>
          <p>{`${side}${seal}${name}`}</p>
          <p>
            {person}
            <span class="line" />
          </p>
          <p>
            {day}
            {language === "zh" ? null : <span class="line" />}
          </p>
        </div>
      ))}
    </div>
  );
}
