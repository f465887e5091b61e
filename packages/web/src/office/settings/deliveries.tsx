import { useInfiniteQuery } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { useState } from "react";
import { api, read } from "../../client/api.ts";
import { useCommand } from "../../client/use-command.ts";
import { useMay } from "../../session/session.ts";
import { CommandButton } from "../../ui/command-button.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { MoreButton } from "../../ui/more-button.tsx";
import { showInstant } from "../../ui/show-instant.ts";
import { Tag } from "../../ui/tag.tsx";
import { useWords } from "../../words/words.ts";
import { Attempts, sentTones } from "../reminders/attempts.tsx";

const deliveriesOf = api.v1.tenant.webhooks[":id"].deliveries;
type Delivery = InferResponseType<typeof deliveriesOf.$get, 200>["items"][number];

export const deliveriesKey = (id: string) => ["deliveries", id];

/** What was posted to an endpoint: the request, each attempt with its answer, and a way to send it once more. */
export function Deliveries({ id }: { readonly id: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const query = useInfiniteQuery({
    queryKey: deliveriesKey(id),
    queryFn: ({ pageParam }) =>
      read(
        deliveriesOf.$get({
          param: { id },
          query: { limit: "20", ...(pageParam === "" ? {} : { cursor: pageParam }) },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ cursor }) => cursor,
    enabled: open,
  });
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("settings.deliveries")}</summary>
      {open ? (
        <Loaded query={query}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            return items.length === 0 ? (
              <p className="none">{t("settings.noDeliveries")}</p>
            ) : (
              <>
                <ul className="papers">
                  {items.map((delivery) => (
                    <DeliveryRow key={delivery.id} delivery={delivery} />
                  ))}
                </ul>
                <MoreButton query={query} />
              </>
            );
          }}
        </Loaded>
      ) : null}
    </details>
  );
}

function DeliveryRow({ delivery }: { readonly delivery: Delivery }) {
  const { t, say } = useWords();
  const may = useMay();
  const { contractId, key, type, title, state, createdAt, attempts, request } = delivery;
  const resend = useCommand(() =>
    read(api.v1.reminders.resend.$post({ header: {}, json: { contractId, key } })),
  );
  const isOver = state === "delivered" || state === "failed";
  return (
    <li>
      <div className="what">
        <Tag tone={sentTones[state]}>{t(`reminders.state.${state}`)}</Tag> {showInstant(createdAt)}{" "}
        {title === null ? type : say(title)}
        <Attempts attempts={attempts} />
        <details>
          <summary>{t("settings.request")}</summary>
          <pre tabIndex={0}>{JSON.stringify(request, undefined, 2)}</pre>
        </details>
      </div>
      {isOver && may("tenant:manage") ? (
        <CommandButton label={t("reminders.resend")} command={resend} />
      ) : null}
    </li>
  );
}
