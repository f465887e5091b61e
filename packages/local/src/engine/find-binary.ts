import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { engineError } from "./engine-error.ts";

/**
 * Finds the program of the local database engine.
 * @param resolve how a package's manifest is found, as a path
 * @throws DomainError `unavailable` where no engine is built for the platform, saying what to do instead
 */
export function findBinary(
  resolve: (specifier: string) => string = createRequire(import.meta.url).resolve,
): string {
  try {
    return join(dirname(resolve("@dynoxide/linux-x64/package.json")), "dynoxide");
  } catch {
    const platform = `${process.platform}-${process.arch}`;
    throw engineError(
      `本机（${platform}）没有可用的内置数据库引擎。请把环境变量 DYNAMODB_ENDPOINT 设为一个 DynamoDB 兼容服务的地址（例如 http://127.0.0.1:8000），再重新启动。`,
      `There is no built-in database engine for this machine (${platform}). Set DYNAMODB_ENDPOINT to the address of a DynamoDB-compatible service (for example http://127.0.0.1:8000) and start again.`,
    );
  }
}
