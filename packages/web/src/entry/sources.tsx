import { useQuery } from "@tanstack/react-query";
import { type ContractTerms, contractTermsSchema } from "@luyue/core/contract";
import { Button, Select } from "antd";
import { type ChangeEvent, useId, useState } from "react";
import { read } from "../client/api.ts";
import { Refusal } from "../client/refusal.ts";
import { useCommand } from "../client/use-command.ts";
import { ofContract } from "../contract/contract-place.ts";
import { contractHeads } from "../contracts/contract-lines.ts";
import { useSession } from "../session/session.ts";
import { Refused } from "../ui/refused.tsx";
import { useAttempt } from "../ui/use-attempt.ts";
import { useWords } from "../words/words.ts";
import { blankTerms, copyTerms } from "./blank-terms.ts";
import { readTermsFile } from "./read-terms-file.ts";

interface Begin {
  readonly begin: (terms: ContractTerms) => void;
}

/** Three ways to begin. */
export function Sources({ begin }: Begin) {
  const { t } = useWords();
  const { organisation, today } = useSession();
  return (
    <div className="cards">
      <section className="card" aria-label={t("entry.blank")}>
        <h2>{t("entry.blank")}</h2>
        <p>{t("entry.blankHint")}</p>
        <Button type="primary" onClick={() => begin(blankTerms(organisation, today))}>
          {t("entry.begin")}
        </Button>
      </section>
      <FromFile begin={begin} />
      <AsCopy begin={begin} />
    </div>
  );
}

const wrongFile = {
  zh: "条款文件有误，没有录入任何内容。",
  en: "The file of terms is wrong; nothing was entered.",
};

function FromFile({ begin }: Begin) {
  const { t } = useWords();
  return (
    <section className="card" aria-label={t("entry.file")}>
      <h2>{t("entry.file")}</h2>
      <p>
        {t("entry.fileHint")} <a href="/schemas/terms.json">{t("entry.schema")}</a>
      </p>
      <TermsFile begin={begin} />
    </section>
  );
}

/** A choice of a file of terms, which is refused where it is wrong. */
export function TermsFile({ begin }: Begin) {
  const { t } = useWords();
  const id = useId();
  const attempt = useAttempt();
  const [refusal, setRefusal] = useState<Refusal>();
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file === undefined) return;
    attempt(async () => {
      const found = readTermsFile(await file.text());
      if ("terms" in found) {
        setRefusal(undefined);
        begin(found.terms);
      } else setRefusal(new Refusal(422, wrongFile, found.faults));
      target.value = "";
    });
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t("entry.choose")}</label>
      <input id={id} type="file" accept="application/json,.json" onChange={choose} />
      <Refused refusal={refusal} />
    </div>
  );
}

function AsCopy({ begin }: Begin) {
  const { t } = useWords();
  const { data = [] } = useQuery(contractHeads("agency"));
  const copy = useCommand((contractId: string) => read(ofContract.$get({ param: { contractId } })));
  return (
    <section className="card" aria-label={t("entry.copy")}>
      <h2>{t("entry.copy")}</h2>
      <p>{t("entry.copyHint")}</p>
      <Select<string>
        className="whole"
        showSearch={{ optionFilterProp: "label" }}
        aria-label={t("entry.which")}
        placeholder={t("entry.which")}
        loading={copy.isPending}
        options={data.map(({ id, number, name }) => ({ value: id, label: `${name} ${number}` }))}
        onChange={(id) =>
          copy.mutate(id, {
            onSuccess: ({ terms }) => begin(copyTerms(contractTermsSchema.parse(terms.terms))),
          })
        }
      />
      <Refused refusal={copy.error} />
    </section>
  );
}
