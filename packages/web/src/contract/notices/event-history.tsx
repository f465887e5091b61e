import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { read } from "../../client/api.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { showInstant } from "../../ui/show-instant.ts";
import { useWords } from "../../words/words.ts";
import { ofContract } from "../contract-place.ts";

interface OfEvent {
  readonly contractId: string;
  readonly eventId: string;
}

/** Who recorded an event and who corrected it, when and why; asked for when it is opened. */
export function EventHistory({ name, ...props }: OfEvent & { readonly name: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t("event.history")}
        <span className="hidden">：{name}</span>
      </summary>
      {open ? <Lines {...props} /> : null}
    </details>
  );
}

const words = {
  "event.record": "event.did.record",
  "event.correct": "event.did.correct",
  "event.withdraw": "event.did.withdraw",
} as const;
const isKnown = (command: string): command is keyof typeof words => Object.hasOwn(words, command);

function Lines({ contractId, eventId }: OfEvent) {
  const { t } = useWords();
  const query = useQuery({
    queryKey: ["contract", contractId, "record", eventId],
    queryFn: () =>
      read(ofContract.record.$get({ param: { contractId }, query: { limit: "50", subject: eventId } })),
  });
  return (
    <Loaded query={query} rows={1}>
      {({ items }) => (
        <ul>
          {items.map(({ sequence, at, actor, command, reason, before, after }) => (
            <li key={sequence}>
              {showInstant(at)} {actor.name} {isKnown(command) ? t(words[command]) : command}{" "}
              {[dayIn(before), dayIn(after)].filter((day) => day !== undefined).join(" → ")}
              {reason === undefined ? "" : ` · ${t("common.reason")}：${reason}`}
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}

/** The day that a line of the record has of an event, before or after. */
function dayIn(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("event" in value) return dayIn(value.event);
  if ("on" in value && typeof value.on === "string") return value.on;
  return "at" in value && typeof value.at === "string" ? showInstant(value.at) : undefined;
}
