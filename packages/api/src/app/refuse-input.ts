import { DomainError, listFaults } from "@luyue/core/error";
import type { ZodError } from "zod";

type Checked = { readonly target: string } & (
  | { readonly success: true }
  | { readonly success: false; readonly error: ZodError }
);

/** Turns what a route's schema refused into the domain's error; an id that cannot be one is an id of nothing. */
export function refuseInput(result: Checked): undefined {
  if (result.success) return undefined;
  if (result.target === "param") {
    throw new DomainError("notFound", { zh: "找不到该内容", en: "there is nothing under this address" });
  }
  const input = "data" in result ? result.data : undefined;
  throw new DomainError(
    "invalid",
    { zh: "输入有误", en: "the input is not valid" },
    listFaults(result.error, input),
  );
}
