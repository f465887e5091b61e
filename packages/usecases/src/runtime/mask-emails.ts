import { maskAddress } from "@luyue/core/party";

/** A value with every `email` in it as the record shows it: a line of the record cannot be forgotten, an address has to be. */
export function maskEmails(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskEmails);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, each]) => [
      field,
      field === "email" && typeof each === "string" ? maskAddress(each) : maskEmails(each),
    ]),
  );
}
