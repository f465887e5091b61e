import { isRefusedAddress } from "./guard-address.ts";

/** The URL to post to, or the reason why nothing is posted there. */
export function readTarget(address: string, allowPrivateAddresses: boolean): URL | string {
  if (!URL.canParse(address)) return "The address is not a URL";
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") return "Only https addresses are called";
  if (url.protocol === "http:" && !allowPrivateAddresses) return "Only https addresses are called, not http";
  if (url.username !== "" || url.password !== "") return "The address must not hold a user or a password";
  if (isRefusedAddress(url.hostname.replace(/^\[|\]$/g, "")))
    return "The address is blocked: it is not a public one";
  return url;
}
