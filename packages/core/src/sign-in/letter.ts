import type { Instant } from "../civil-date/index.ts";
import type { Role } from "../party/index.ts";
import type { Language } from "../text/index.ts";

/** A mail about coming in 登录类邮件, to one person in their language. None of them carries a secret but `link`. */
export type Letter = {
  readonly recipient: { readonly name?: string; readonly language: Language };
  /** Where its button leads. */
  readonly url: string;
} & (
  | { readonly kind: "link"; readonly minutes: number }
  | {
      readonly kind: "invitation";
      /** The agency, or the vendor's people's portal where there is none. */
      readonly organisation?: string;
      readonly by: string;
      readonly roles: readonly Role[];
      readonly until?: Instant;
    }
  | {
      /** A second factor was set up, or a recovery code used: for them to notice where it was not them. */
      readonly kind: "factor";
      readonly what: "setUp" | "recoveryUsed";
      readonly at: Instant;
      readonly recoveryLeft: number;
    }
  | {
      readonly kind: "emergency";
      readonly organisation: string;
      readonly person: string;
      readonly until: Instant;
      readonly reason: string;
    }
  | {
      /** Nothing more is posted to a webhook or robot of the agency's. */
      readonly kind: "endpointDisabled";
      readonly organisation: string;
      readonly address: string;
      readonly why: "failing" | "gone";
      readonly at: Instant;
    }
);

export type LetterOf<Kind extends Letter["kind"]> = Extract<Letter, { readonly kind: Kind }>;
