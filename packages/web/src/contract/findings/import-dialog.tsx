import { App, Button, Progress } from "antd";
import { useState } from "react";
import { refusalOf } from "../../client/refusal.ts";
import { sendFile, typeOfFile } from "../../client/upload.ts";
import { useCommand } from "../../client/use-command.ts";
import { DownloadButton } from "../../ui/download-button.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Labelled } from "../../ui/labelled.tsx";
import { useWords } from "../../words/words.ts";
import { ofContract } from "../contract-place.ts";
import type { HandOut } from "./finding-queries.ts";
import { CheckedRows, RowFaults } from "./import-tables.tsx";
import { placeOfFault } from "./place-of-fault.ts";

const width = 900;

/** Hands out from a spreadsheet: it is checked as a whole, looked at, and only then handed out. */
export function ImportButton({ contractId }: { readonly contractId: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("finding.import")}</Button>
      {open ? <ImportDialog contractId={contractId} close={() => setOpen(false)} /> : null}
    </>
  );
}

/** What a sheet held when it was chosen: what was checked is what is handed out, even where the file has changed since. */
interface Sheet {
  readonly content: Blob;
  readonly checked?: HandOut;
}

function ImportDialog({ contractId, close }: { readonly contractId: string; readonly close: () => void }) {
  const { t } = useWords();
  const { message } = App.useApp();
  const [sheet, setSheet] = useState<Sheet>();
  const [part, setPart] = useState<number>();
  const send = useCommand(async ({ content, checked }: Sheet) => {
    setPart(0);
    try {
      return await importSheet(contractId, content, { dryRun: checked === undefined, progress: setPart });
    } finally {
      setPart(undefined);
    }
  });
  const choose = async (file: File | undefined) => {
    send.reset();
    setSheet(undefined);
    if (file === undefined) return;
    const content = new Blob([await file.arrayBuffer()], { type: typeOfFile(file) });
    setSheet({ content });
  };
  const [refused, setRefused] = useState<ReturnType<typeof refusalOf> | null>(null);
  const submit = () => {
    if (sheet === undefined) return;
    send.mutate(sheet, {
      onSuccess: (found) => {
        if (found.dryRun) {
          setSheet({ ...sheet, checked: found });
          return;
        }
        // oxlint-disable-next-line typescript/no-floating-promises -- it goes away by itself
        message.success(t("finding.handedOut", { count: found.count }));
        close();
      },
    });
  };
  const checked = sheet?.checked;
  const isOfRows = send.error?.faults.some(({ path }) => placeOfFault(path) !== undefined) === true;
  return (
    <FormDialog
      title={t("finding.import")}
      label={checked === undefined ? t("finding.check") : t("finding.handOutAll", { count: checked.count })}
      isDirty={checked !== undefined && !send.isPending}
      isPending={send.isPending}
      refusal={refused ?? (isOfRows ? null : send.error)}
      submit={submit}
      close={close}
      width={width}
    >
      <div className="steps">
        <p>{t("finding.importSteps")}</p>
        <DownloadButton
          label={t("finding.template")}
          ask={() => ofContract.findings["template.xlsx"].$get({ param: { contractId } })}
        />
      </div>
      <Labelled label={t("finding.sheet")}>
        {(id) => (
          <input
            id={id}
            type="file"
            required
            accept=".xlsx,.csv"
            onChange={({ target }) => {
              setRefused(null);
              choose(target.files?.[0]).catch((error: unknown) => setRefused(refusalOf(error)));
            }}
          />
        )}
      </Labelled>
      {part === undefined ? null : (
        <Progress percent={Math.round(part * 100)} aria-label={t("common.uploading")} />
      )}
      {isOfRows && send.error !== null ? <RowFaults refusal={send.error} /> : null}
      {checked === undefined ? null : <CheckedRows checked={checked} />}
    </FormDialog>
  );
}

async function importSheet(
  contractId: string,
  content: Blob,
  { dryRun, progress }: { readonly dryRun: boolean; readonly progress: (part: number) => void },
): Promise<HandOut> {
  const address = ofContract.findings.import.$url({
    param: { contractId },
    query: dryRun ? { dryRun: "true" } : {},
  });
  const { json } = await sendFile(address, content, progress);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API checks its answers against their schemas
  return json() as HandOut;
}
