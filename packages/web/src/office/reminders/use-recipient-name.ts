import { useQuery } from "@tanstack/react-query";
import { tenantQuery } from "../settings/tenant-queries.ts";

/** What a recipient is called: people by name, endpoints by their address, which messages know by id alone. */
export function useRecipientName(): (recipient: string, name: string | null) => string {
  const { data } = useQuery(tenantQuery);
  return (recipient, name) => {
    if (name !== null) return `${name} ${recipient}`;
    return data?.webhooks.find(({ id }) => id === recipient)?.url ?? recipient;
  };
}
