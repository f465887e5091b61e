import type { PersonalData } from "@luyue/usecases/sign-in";
import * as z from "zod";
import { listOf, nameSchema } from "../document/describe.ts";
import { recordView } from "../record/index.ts";
import { sentView, viewSent } from "../reminder/index.ts";
import { signedInView, viewSignedIn } from "./session-view.ts";

/** What is kept of a person; what they did stands on the record, under their id. */
export const personalDataView = nameSchema(
  "PersonalData",
  z.object({
    profile: z.record(z.string(), z.unknown()),
    signIn: z.object({ secondFactorSince: z.string().nullable(), recoveryCodesLeft: z.int() }).nullable(),
    sessions: listOf(signedInView),
    opened: listOf(recordView),
    messages: listOf(sentView),
  }),
);

export function viewPersonalData(data: PersonalData): z.infer<typeof personalDataView> {
  const { profile, signIn, sessions, opened, messages } = data;
  return {
    profile: { ...profile },
    signIn,
    sessions: sessions.map((each) => viewSignedIn(each)),
    opened,
    messages: messages.map(viewSent),
  };
}
