import { BlockList, isIP, type LookupFunction } from "node:net";

/** Refused whatever the deployment allows: metadata services of clouds, link-local neighbours, IPv4 hidden in deprecated IPv6. */
const refused = new BlockList();
refused.addSubnet("169.254.0.0", 16, "ipv4");
refused.addAddress("100.100.100.200", "ipv4");
refused.addAddress("168.63.129.16", "ipv4");
refused.addSubnet("fe80::", 10, "ipv6");
refused.addAddress("fd00:ec2::254", "ipv6");
refused.addRange("::2", "::ffff:ffff", "ipv6");

export class RefusedAddressError extends Error {
  override readonly name = "RefusedAddressError";
}

export function isRefusedAddress(host: string): boolean {
  const family = isIP(host);
  return family !== 0 && refused.check(host, family === 6 ? "ipv6" : "ipv4");
}

/** A lookup that fails when any answer is refused; the connection uses the very answers that were looked at. */
export const guardLookup =
  (lookup: LookupFunction): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, options, (error, address, family) => {
      const answers =
        typeof address === "string" ? [address] : (address ?? []).map((answer) => answer.address);
      const refusal = answers.some(isRefusedAddress)
        ? new RefusedAddressError("The host resolves to a refused address")
        : null;
      callback(error ?? refusal, address, family);
    });
  };
