const prefix = "access.";

/** The chain of what one person has opened 访问记录: sign-ins, downloads, exports. One a person, so that nobody waits for anybody. */
export function accessChain(personId: string): string {
  return `${prefix}${personId}`;
}

export function isAccessChain(chain: string): boolean {
  return chain.startsWith(prefix);
}

export function personOfChain(chain: string): string {
  return chain.slice(prefix.length);
}
