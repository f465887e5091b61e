import { App, Input, Modal } from "antd";
import { useWords } from "../words/words.ts";
import { useAttempt } from "./use-attempt.ts";

/** A secret that is shown this one time, to be copied. */
export function OnceShown(props: {
  readonly title: string;
  readonly secret: string;
  readonly hint: string;
  readonly close: () => void;
}) {
  const { title, secret, hint, close } = props;
  const { t } = useWords();
  const attempt = useAttempt();
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    await message.success(t("common.copied"));
  };
  return (
    <Modal
      open
      title={title}
      okText={t("common.copy")}
      cancelText={t("common.close")}
      onOk={() => attempt(copy)}
      onCancel={close}
      mask={{ closable: false }}
    >
      <p>{hint}</p>
      <Input.TextArea aria-label={title} readOnly rows={3} value={secret} />
    </Modal>
  );
}
