import { App, Button } from "antd";
import type { useCommand } from "../client/use-command.ts";
import { useAttempt } from "./use-attempt.ts";
import { useWords } from "../words/words.ts";

/** A button that does something at once, and says so where it was refused. */
export function CommandButton(props: {
  readonly label: string;
  readonly command: Pick<ReturnType<typeof useCommand<void>>, "mutateAsync" | "isPending">;
  readonly primary?: boolean;
}) {
  const { label, command, primary = false } = props;
  const { t } = useWords();
  const attempt = useAttempt();
  const { message } = App.useApp();
  return (
    <Button
      type={primary ? "primary" : "default"}
      loading={command.isPending}
      onClick={() =>
        attempt(() => command.mutateAsync().then(() => message.success(`${label}：${t("common.done")}`)))
      }
    >
      {label}
    </Button>
  );
}
