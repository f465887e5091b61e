import { ticketMinutes } from "@luyue/core/sign-in";
import type { Mailer } from "@luyue/notify/email";
import { renderLetter } from "@luyue/notify/letter";
import { type LinkRequest, listOpenSeats } from "@luyue/usecases/sign-in";
import type { Platform, Runtime } from "@luyue/usecases/runtime";

export interface LinkSenderOptions {
  readonly platform: Platform;
  readonly runtime: Pick<Runtime, "now" | "baseUrl" | "digest">;
  readonly mailer: Pick<Mailer, "send">;
}

/**
 * Mails the link that somebody has asked for, where their address opens anything. Apart from the request, so that asking takes
 * as long whoever it is for. Throws Error where the mail is to be tried again.
 */
export function createLinkSender({ platform, runtime, mailer }: LinkSenderOptions) {
  return async ({ address, secret, language }: LinkRequest): Promise<void> => {
    const seats = await listOpenSeats(address, { platform, runtime });
    if (seats.length === 0) return;
    const letter = renderLetter({
      kind: "link",
      recipient: { language },
      url: `${runtime.baseUrl}/sign-in/link/${secret}`,
      minutes: ticketMinutes,
    });
    const id = `lnk_${runtime.digest(secret).slice(0, 40)}`;
    const { outcome, detail } = await mailer.send({ id, to: { name: "", address }, ...letter });
    if (outcome === "retry") throw new Error(`a sign-in link was not taken: ${detail}`);
  };
}
