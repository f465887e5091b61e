import { App, Button } from "antd";
import type { useCommand } from "../client/use-command.ts";
import { useWords } from "../words/words.ts";
import { useAttempt } from "./use-attempt.ts";

/** A button that does something at once, or once it is certain, and says so where it was refused. */
export function CommandButton(props: {
  readonly label: string;
  readonly command: Pick<ReturnType<typeof useCommand<void>>, "mutateAsync" | "isPending">;
  readonly primary?: boolean;
  /** What is asked before: of what cannot be taken back as easily. */
  readonly sure?: string;
}) {
  const { label, command, primary = false, sure } = props;
  const { t } = useWords();
  const attempt = useAttempt();
  const { message, modal } = App.useApp();
  const carryOut = () =>
    attempt(() => command.mutateAsync().then(() => message.success(`${label}：${t("common.done")}`)));
  const ask = (title: string) => {
    // oxlint-disable-next-line typescript/no-floating-promises -- what is answered has its own way on
    modal.confirm({ title, okText: label, cancelText: t("common.cancel"), onOk: carryOut });
  };
  return (
    <Button
      type={primary ? "primary" : "default"}
      danger={sure !== undefined}
      loading={command.isPending}
      onClick={() => (sure === undefined ? carryOut() : ask(sure))}
    >
      {label}
    </Button>
  );
}
