import { type ReminderSettings, reminderSettingsSchema } from "@luyue/core/reminder";
import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, read } from "../../client/api.ts";

export type Preview = InferResponseType<typeof api.v1.reminders.preview.$get, 200>;
export type Planned = Preview["items"][number];
export type Sent = InferResponseType<typeof api.v1.reminders.$get, 200>["items"][number];

/** How many days ahead and how many steps a preview shows. */
const range = { days: "30", limit: "200" };

/** What will go out as things are now; or what would, by other settings. */
export function previewOf(settings?: ReminderSettings) {
  return queryOptions({
    queryKey: ["reminders", "preview", settings ?? null],
    queryFn: (): Promise<Preview> =>
      settings === undefined
        ? read(api.v1.reminders.preview.$get({ query: range }))
        : read(api.v1["reminder-policy"].preview.$post({ query: range, json: settings })),
  });
}

/** The rules that hold, with the agency's version that they were read at. */
export const policyQuery = queryOptions({
  queryKey: ["reminders", "policy"],
  queryFn: async () => {
    const { version } = await read(api.v1.tenant.$get());
    const { isDefault, ...settings } = await read(api.v1["reminder-policy"].$get());
    return { version, isDefault, settings: reminderSettingsSchema.parse(settings) };
  },
});
