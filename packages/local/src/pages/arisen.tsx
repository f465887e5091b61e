import { bracket, type View } from "./frame.tsx";
import { KeepDates } from "./keep-dates.tsx";
import type { ArisenView } from "./work-views.ts";

/** What has arisen from failures or low scores, each with what it rests on; a person decides what comes of it. */
export function Arisen(props: { view: View; title: string; items: readonly ArisenView[] }) {
  const { view, title, items } = props;
  if (items.length === 0) return null;
  return (
    <div class="note">
      <strong>{title}</strong>
      <ul class="papers">
        {items.map((each) => (
          <li>
            <KeepDates
              text={`${each.arisenOn} ${each.title[view.language]}${each.clause === null ? "" : bracket(view, each.clause)}`}
            />
            {each.because.map(({ on, text }) => (
              <div class="soft">{`${on} ${text[view.language]}`}</div>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
