import type { InferResponseType } from "hono/client";
import { yuan } from "../ui/money.tsx";
import { Tag, type Tone } from "../ui/tag.tsx";
import { Why } from "../ui/why.tsx";
import { useWords } from "../words/words.ts";
import type { ofContract } from "./contract-place.ts";

type Previewed = InferResponseType<(typeof ofContract.events.preview)["$post"], 200>;
export type Effect = Previewed["effects"][number];

const effectKinds = ["created", "moved", "waiting", "fulfilled", "reopened", "withdrawn", "kept"] as const;
const tones: Readonly<Record<Effect["effect"], Tone>> = {
  created: "info",
  moved: "warn",
  waiting: "warn",
  fulfilled: "good",
  reopened: "warn",
  withdrawn: "bad",
  kept: "plain",
};

/** What a change would do to the obligations, each with its day and amount before and after, and why. */
export function Effects(props: {
  readonly effects: readonly Effect[];
  /** How many there are in all, of those that are listed only as far as they are few. */
  readonly counts: Pick<Previewed["obligations"], "created" | "withdrawnCount">;
  readonly most: number;
}) {
  const { effects, counts, most } = props;
  const { t } = useWords();
  if (effects.length === 0) return <p className="none">{t("effect.none")}</p>;
  // More may be gone than are listed, where those are counted.
  const many: Readonly<Partial<Record<Effect["effect"], number>>> = {
    created: counts.created,
    withdrawn: counts.withdrawnCount,
  };
  const said = effectKinds.flatMap((kind) => {
    const listed = effects.filter(({ effect }) => effect === kind).length;
    const count = Math.max(listed, many[kind] ?? 0);
    return count === 0 ? [] : [t("effect.count", { kind: t(`effect.of.${kind}`), count })];
  });
  return (
    <>
      <p role="status">{said.join(" · ")}</p>
      <ul className="papers effects">
        {effects.slice(0, most).map((each) => (
          <EffectRow key={each.key} effect={each} />
        ))}
        {effects.length > most ? <li>{t("calendar.others", { count: effects.length - most })}</li> : null}
      </ul>
    </>
  );
}

function EffectRow({
  effect: { effect, title, before, after, amountBefore, amountAfter, why, waitsFor },
}: {
  readonly effect: Effect;
}) {
  const { t, say } = useWords();
  const day = (on: string | null) => on ?? t("common.noDay");
  if (effect === "waiting") {
    return (
      <li>
        <span>
          <Tag tone={tones[effect]}>{t("effect.of.waiting")}</Tag> {say(title)}
        </span>
        <span>
          {before === null ? "" : `${before} → `}
          {t("effect.waits", { what: waitsFor.map(say).join("、") })}
        </span>
      </li>
    );
  }
  const isMoved = effect === "moved" || effect === "reopened";
  return (
    <li>
      <span>
        <Tag tone={tones[effect]}>{t(`effect.of.${effect}`)}</Tag> {say(title)}
      </span>
      <span>
        {amountAfter !== null && amountBefore !== null && amountBefore !== amountAfter ? (
          <span className="money">
            {yuan(amountBefore)} → {yuan(amountAfter)}{" "}
          </span>
        ) : null}
        {effect === "withdrawn" ? (
          <del>{day(before)}</del>
        ) : (
          <Why what={say(title)} grounds={[{ name: t("common.why"), text: why === null ? null : say(why) }]}>
            {isMoved && before !== after ? `${day(before)} → ${day(after)}` : day(after)}
          </Why>
        )}
      </span>
    </li>
  );
}
