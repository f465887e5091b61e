import { createVault } from "@luyue/storage/vault";
import type { Runtime } from "@luyue/usecases/runtime";
import { createRuntime } from "@luyue/worker/runtime";
import { type Data, openData } from "../data/index.ts";
import { dataVariables, productVariables, readEnvironment } from "../environment/index.ts";

export interface Program extends Data {
  readonly runtime: Runtime;
}

/** The table, the clock and the vault of a function, as its variables say. */
export function openProgram(): Program {
  const env = readEnvironment({ ...dataVariables, ...productVariables });
  const data = openData({
    tableName: env.TABLE_NAME,
    tenantRole: env.TENANT_ROLE,
    vendorRole: env.VENDOR_ROLE,
    registrarRole: env.REGISTRAR_ROLE,
  });
  const vault = createVault(env.VAULT_KEYS);
  return { ...data, runtime: createRuntime({ now: data.now, vault, baseUrl: env.BASE_URL }) };
}
