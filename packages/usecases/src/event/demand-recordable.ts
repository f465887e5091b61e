import { DomainError } from "@luyue/core/error";
import { eventKindFacts, type EventKind, ownCommandOf } from "@luyue/core/event";

/** Throws `invalid` at `path` where events of a kind are left to commands of their own. */
export function demandRecordable(kind: EventKind, path: string): void {
  const instead = ownCommandOf(kind);
  if (instead === undefined) return;
  const { name } = eventKindFacts(kind);
  const reason = {
    zh: `“${name.zh}”不在此登记，请${instead.zh}`,
    en: `${kind} is not recorded here: ${instead.en}`,
  };
  throw new DomainError("invalid", { zh: "事件有误", en: "the event is not valid" }, [{ path, reason }]);
}
