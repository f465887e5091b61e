import type { Session } from "@luyue/core/sign-in";
import type { FileStore } from "@luyue/storage/file";
import type { Actor, Platform, Runtime } from "@luyue/usecases/runtime";
import type { SignInParts } from "../sign-in/sign-in-parts.ts";

/** What a request carries once it has been let in. */
export interface ApiEnvironment {
  Variables: {
    requestId: string;
    actor: Actor;
    /** Of who came with a cookie. */
    session: Session | undefined;
  };
}

/** A request that failed on our side: everything needed to find out why. */
export interface LogEntry {
  readonly level: "warn" | "error";
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly error: {
    readonly name: string;
    readonly message: string;
    readonly stack?: string;
    readonly cause?: string;
  };
}
export type Log = (entry: LogEntry) => void;

/** What the routes rest on. */
export interface RouteDependencies {
  readonly platform: Platform;
  readonly runtime: Runtime;
  readonly files: FileStore;
  readonly signIn: SignInParts;
}
