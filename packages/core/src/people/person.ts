import type { CivilDate } from "../civil-date/index.ts";
import type { Evidence } from "../event/index.ts";
import type { Act, Side } from "../party/index.ts";

/** A qualification 资质证书 of a person: valid through a day where it runs out. */
export interface Qualification {
  readonly title: string;
  readonly number?: string;
  readonly validUntil?: CivilDate;
}

/** The secrecy agreement 保密协议 that a person has signed, its copy on file. */
export interface SecrecyAgreement {
  readonly signedOn: CivilDate;
  readonly until?: CivilDate;
  readonly evidence: readonly Evidence[];
  readonly filed: Act;
}

/** Somebody on the vendor's roster 项目人员名册, from a day until they leave. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly key: boolean;
  readonly qualifications: readonly Qualification[];
  readonly agreement?: SecrecyAgreement;
  readonly joinedOn: CivilDate;
  readonly leftOn?: CivilDate;
  /** The change that brought the person in, or took them out. */
  readonly cameBy?: string;
  readonly leftBy?: string;
  readonly entered: Act & { readonly side: Side };
}

/** Who comes in somebody's place. */
export type Newcomer = Pick<Person, "name" | "role" | "key" | "qualifications">;

/**
 * A change of people 人员变更: who leaves and who comes, asked for by the vendor or demanded by the buyer, from a day on.
 * The buyer answers through `answerBy`; a demand of the buyer's needs no consent, and is carried out by `on`.
 */
interface StaffChangeBase {
  readonly id: string;
  readonly out: string;
  readonly in?: Newcomer;
  readonly on: CivilDate;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  readonly asked: Act & { readonly side: Side; readonly on: CivilDate };
  readonly answerBy?: CivilDate;
}

export type StaffChange = StaffChangeBase &
  (
    | { readonly state: "asked" }
    | { readonly state: "consented" | "carriedOut"; readonly decided: Act; readonly newPersonId?: string }
    | { readonly state: "refused"; readonly decided: Act & { readonly reason: string } }
    | { readonly state: "withdrawn"; readonly decided: Act & { readonly reason: string } }
  );

/** Somebody swapped without consent, away without leave, or not replaced in time: so many person-times 人次. */
export interface Absence {
  readonly id: string;
  readonly personId: string;
  readonly what: "swapped" | "absent" | "notReplaced";
  readonly on: CivilDate;
  readonly note: string;
  readonly evidence: readonly Evidence[];
  readonly recorded: Act;
  readonly withdrawn?: Act & { readonly reason: string };
}
