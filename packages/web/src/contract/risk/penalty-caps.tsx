import { yuan } from "../../ui/money.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import type { Penalties } from "./risk-queries.ts";

const width = 1000;

/** The caps that several rules share, and how far penalties have used them up. */
export function PenaltyCaps({ caps }: { readonly caps: Penalties["caps"] }) {
  const { t, say } = useWords();
  if (caps.length === 0) return null;
  return (
    <section className="panel" aria-label={t("penalty.caps")}>
      <h2>{t("penalty.caps")}</h2>
      {caps.map(({ key, title, limit, used, clause }) => (
        <div key={key} className="clock">
          {say(title)} {clause === null ? "" : `（${clause}）`}{" "}
          <strong>{t("penalty.capUsed", { used: yuan(used), limit: yuan(limit) })}</strong>{" "}
          {used === limit ? <Tag tone="bad">{t("penalty.capReached")}</Tag> : null}
          <svg
            viewBox={`0 0 ${width} 8`}
            preserveAspectRatio="none"
            aria-hidden="true"
            className={used === limit ? "broken" : "running"}
          >
            <rect className="whole-time" width={width} height={8} />
            <rect className="used-time" width={partOf(used, limit)} height={8} />
          </svg>
        </div>
      ))}
    </section>
  );
}

function partOf(used: string, limit: string): number {
  const [part, whole] = [used, limit].map((amount) => BigInt(amount.replace(".", "")));
  return part === undefined || whole === undefined || whole === 0n
    ? 0
    : Number((part * BigInt(width)) / whole);
}
