import { Button } from "antd";
import { useState } from "react";
import { readRefusal } from "../client/refusal.ts";
import { useAttempt } from "./use-attempt.ts";
import { saveFile } from "./save-file.ts";

type File = Pick<Response, "ok" | "status" | "headers" | "blob" | "json">;

/** Fetches a file in the reader's language, as a link could not, and hands it over by the name that the API gives it. */
export function DownloadButton(props: { readonly label: string; readonly ask: () => Promise<File> }) {
  const { label, ask } = props;
  const attempt = useAttempt();
  const [isPending, setPending] = useState(false);
  const download = async () => {
    setPending(true);
    try {
      const answer = await ask();
      if (!answer.ok) throw await readRefusal(answer);
      saveFile(nameOf(answer.headers), await answer.blob());
    } finally {
      setPending(false);
    }
  };
  return (
    <Button loading={isPending} onClick={() => attempt(download)}>
      {label}
    </Button>
  );
}

function nameOf(headers: Headers): string {
  const name = /filename\*=UTF-8''([^;]+)/.exec(headers.get("content-disposition") ?? "")?.[1];
  return name === undefined ? "" : decodeURIComponent(name);
}
