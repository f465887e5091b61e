import { App, Modal } from "antd";
import { type FormEvent, type ReactNode, useId } from "react";
import type { Refusal } from "../client/refusal.ts";
import { useWords } from "../words/words.ts";
import { Refused } from "./refused.tsx";
import { useUnsavedGuard } from "./use-unsaved-guard.ts";

interface FormDialogProps {
  readonly title: string;
  /** What the button says that sends it. */
  readonly label: string;
  readonly isDirty: boolean;
  readonly isPending: boolean;
  /** Of what is hard to take back. */
  readonly danger?: boolean;
  readonly refusal: Refusal | null;
  readonly submit: () => void;
  readonly close: () => void;
  readonly width?: number;
  readonly children: ReactNode;
}

/** A form in a dialog: it stays open with what was wrong where it is refused, and asks before what was written is lost. */
export function FormDialog(props: FormDialogProps) {
  const { title, label, isDirty, isPending, danger = false, refusal, submit, close, width = 520 } = props;
  const { t } = useWords();
  const { modal } = App.useApp();
  const form = useId();
  useUnsavedGuard(isDirty);
  const leave = () => {
    if (!isDirty) {
      close();
      return;
    }
    // oxlint-disable-next-line typescript/no-floating-promises -- what is answered has its own way on
    modal.confirm({
      title: t("common.unsaved"),
      okText: t("common.leave"),
      cancelText: t("common.stay"),
      onOk: close,
    });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <Modal
      open
      width={width}
      title={title}
      onCancel={leave}
      okText={label}
      cancelText={t("common.cancel")}
      confirmLoading={isPending}
      okButtonProps={{ htmlType: "submit", form, danger }}
      mask={{ closable: false }}
    >
      <form id={form} className="fields" onSubmit={send}>
        <Refused refusal={refusal} />
        {props.children}
      </form>
    </Modal>
  );
}
