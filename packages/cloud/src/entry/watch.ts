import { publishedArrangements } from "@luyue/core/calendar";
import { fromEpochMs } from "@luyue/core/civil-date";
import { createWatchHandler } from "@luyue/worker/handler";

/** Once a day: how far the published calendar reaches. */
export const handler = createWatchHandler({
  now: () => fromEpochMs(Date.now()),
  arrangements: publishedArrangements,
});
