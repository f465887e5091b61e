import type { Platform, TenantStore } from "@luyue/usecases/runtime";

/** Stands around every call of a store: may refuse it, wait, or look at what it answered. */
export type Around = (operation: string, call: () => Promise<unknown>) => Promise<unknown>;

/** The platform with something around each call of it and of the stores that it makes. */
export function intercept(platform: Platform, around: Around): Platform {
  return {
    ...wrapCalls(platform, around),
    tenant: (tenantId) => interceptStore(platform.tenant(tenantId), around),
    vendor: (vendorId) => platform.vendor(vendorId),
    listWakes: (now, limit) => wrapCalls(platform, around).listWakes(now, limit),
    findTenantByIssuer: (issuer) => platform.findTenantByIssuer(issuer),
    getPartnerUser: (subject) => platform.getPartnerUser(subject),
  };
}

function interceptStore(store: TenantStore, around: Around): TenantStore {
  return wrapCalls(store, around);
}

function wrapCalls<T extends object>(target: T, around: Around): T {
  return new Proxy(target, {
    get(of, name) {
      const value: unknown = Reflect.get(of, name);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) =>
        around(String(name), async (): Promise<unknown> => Reflect.apply(value, of, given));
    },
  });
}

/** What stands for a process that is gone. */
export class Crash extends Error {
  override readonly name = "Crash";
}

/** From its n-th call on that `counts` nothing goes through any more: the n-th itself before or after it was made. */
export function crashAt(
  n: number,
  when: "before" | "after",
  counts: (operation: string) => boolean = () => true,
) {
  let calls = 0;
  let down = false;
  const around: Around = async (operation, call) => {
    if (down) throw new Crash(operation);
    if (!counts(operation)) return call();
    calls += 1;
    if (calls < n) return call();
    down = true;
    if (when === "after") await call();
    throw new Crash(operation);
  };
  return { around, crashed: () => down };
}
