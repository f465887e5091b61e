import { type ObligationKind, obligationKindNames, obligationKindSchema } from "@luyue/core/obligation";
import type { Digest } from "@luyue/core/reminder";
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { api, read } from "../client/api.ts";
import { useCommand } from "../client/use-command.ts";
import { Labelled } from "../ui/labelled.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Refused } from "../ui/refused.tsx";
import { useWords } from "../words/words.ts";

interface Choice {
  readonly off: readonly ObligationKind[];
  readonly digest: Digest | null;
}

const queryKey = ["reminder-choice"];
const choices = api.v1["reminder-choices"];
const digests = ["single", "daily", "weekly"] as const;

/** Which mails one wants none of, and in how many the rest comes: shown at once, taken back where it is refused. */
export function MailChoice() {
  const { t, say } = useWords();
  const query = useQuery({ queryKey, queryFn: (): Promise<Choice> => read(choices.$get()) });
  const choose = useCommand<Choice, unknown, Choice>(
    ({ off, digest }) =>
      read(choices.$put({ header: {}, json: { off: [...off], ...(digest === null ? {} : { digest }) } })),
    { queryKey, update: (_before, choice) => choice },
  );
  return (
    <section className="panel" aria-labelledby="mails">
      <h2 id="mails">{t("session.mails")}</h2>
      <p className="lead">{t("session.mailsHint")}</p>
      <Refused refusal={choose.error} />
      <Loaded query={query} rows={2}>
        {({ off, digest }) => (
          <div className="fields-2">
            <Labelled label={t("rules.digest")}>
              {(id) => (
                <Select<Digest>
                  id={id}
                  className="whole"
                  allowClear
                  placeholder={t("session.asAgency")}
                  value={digest}
                  options={digests.map((value) => ({ value, label: t(`rules.digests.${value}`) }))}
                  onChange={(value?: Digest) => choose.mutate({ off, digest: value ?? null })}
                />
              )}
            </Labelled>
            <Labelled label={t("session.off")}>
              {(id) => (
                <Select<ObligationKind[]>
                  id={id}
                  className="whole"
                  mode="multiple"
                  placeholder={t("session.allMails")}
                  value={[...off]}
                  options={obligationKindSchema.options.map((kind) => ({
                    value: kind,
                    label: say(obligationKindNames[kind]),
                  }))}
                  onChange={(kinds) => choose.mutate({ off: kinds, digest })}
                />
              )}
            </Labelled>
          </div>
        )}
      </Loaded>
    </section>
  );
}
