import type { Delivery } from "@luyue/usecases/reminder";
import { createDelivery, type DeliveryOptions } from "@luyue/worker/delivery";
import type { World } from "./world.ts";

export type Mail = Parameters<DeliveryOptions["mailer"]["send"]>[0];

/** The delivery of production, whose mails are all accepted and kept here; webhooks may be on loopback. */
export function openMailbox({ runtime }: Pick<World, "runtime">): {
  readonly mails: readonly Mail[];
  readonly delivery: Delivery;
} {
  const mails: Mail[] = [];
  const mailer = {
    send: async (mail: Mail) => {
      mails.push(mail);
      return { outcome: "delivered", detail: "250 ok" } as const;
    },
  };
  const delivery = createDelivery({
    mailer,
    runtime,
    now: runtime.now,
    allowPrivateAddresses: true,
    jitter: () => 0,
  });
  return { mails, delivery };
}
