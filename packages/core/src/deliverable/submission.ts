import type { CivilDate, Instant } from "../civil-date/index.ts";
import type { Act, Side } from "../party/index.ts";

/** A file as it was handed in: the hash of its content, and what people see of it. */
export interface HandedInFile {
  readonly file: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
}

/**
 * Something handed in for an obligation (`of`): a deliverable 交付物, a report, or the record of a service 服务记录. `piece` is
 * which one of several it is, from 1; `version` grows each time a piece that was returned is handed in again. `quantity` is
 * what it counts towards a quota, in the quota's unit; `performedOn` to `performedThrough` are the days of a service,
 * `people` its head-count. `submittedAt` is the instant that counts for being on time.
 */
interface SubmissionFacts {
  readonly id: string;
  readonly of: string;
  readonly piece: number;
  readonly version: number;
  readonly quantity: number;
  readonly files: readonly HandedInFile[];
  readonly note?: string;
  readonly performedOn?: CivilDate;
  readonly performedThrough?: CivilDate;
  readonly people?: number;
  readonly submittedAt: Instant;
  readonly submitted: Act & { readonly side: Side };
}

export type Submission = SubmissionFacts &
  (
    | { readonly state: "submitted" }
    /** `despite`: why it was accepted although it falls short of the terms. */
    | { readonly state: "accepted"; readonly decided: Act & { readonly despite?: string } }
    | { readonly state: "returned"; readonly decided: Act & { readonly reason: string } }
    | { readonly state: "withdrawn"; readonly decided: Act & { readonly reason: string } }
  );
