import { useBlocker } from "@tanstack/react-router";
import { useWords } from "../words/words.ts";

/** Asks before what has been written is left behind, by a link, the way back, or closing the tab. */
export function useUnsavedGuard(isDirty: boolean): void {
  const { t } = useWords();
  useBlocker({
    // oxlint-disable-next-line no-alert -- the browser's own question is the only one that a way back waits for
    shouldBlockFn: () => isDirty && !window.confirm(t("common.unsaved")),
    enableBeforeUnload: () => isDirty,
  });
}
