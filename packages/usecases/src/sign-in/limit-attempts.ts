import { addMinutes, fromEpochMs, toEpochMs } from "@luyue/core/civil-date";
import { DomainError } from "@luyue/core/error";
import type { Runtime } from "../runtime/runtime.ts";
import type { Platform } from "../runtime/store.ts";

const spanMinutes = 15;

/**
 * Counts one more attempt of something in the present quarter of an hour. Throws `tooMany` beyond the limit, whoever it is
 * about: what does not exist is counted like what does.
 */
export async function limitAttempts(
  what: string,
  most: number,
  { platform, runtime }: { readonly platform: Platform; readonly runtime: Runtime },
): Promise<void> {
  const span = Math.floor(toEpochMs(runtime.now()) / (spanMinutes * 60_000));
  const until = addMinutes(fromEpochMs((span + 1) * spanMinutes * 60_000), spanMinutes);
  const count = await platform.signIn.countUp(runtime.digest(`${what}|${span}`), until);
  if (count > most) throw tooMany();
}

export function tooMany(): DomainError {
  return new DomainError("tooMany", {
    zh: "尝试次数过多，请稍后再试",
    en: "too many attempts, please try again later",
  });
}
