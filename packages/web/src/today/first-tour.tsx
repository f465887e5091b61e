import { Tour } from "antd";
import { useState } from "react";
import { useWords } from "../words/words.ts";

const seen = "luyue-tour";

const find = (selector: string) => () => document.querySelector<HTMLElement>(selector) ?? document.body;

/** Three steps for who looks at the demo for the first time. */
export function FirstTour() {
  const { t } = useWords();
  const [open, setOpen] = useState(() => localStorage.getItem(seen) === null);
  const close = () => {
    localStorage.setItem(seen, "yes");
    setOpen(false);
  };
  return (
    <Tour
      open={open}
      onClose={close}
      onFinish={close}
      mask={false}
      steps={[
        { title: t("today.tour.listTitle"), description: t("today.tour.list"), target: find(".tiles") },
        {
          title: t("today.tour.whyTitle"),
          description: t("today.tour.why"),
          target: find(".obligation .why"),
        },
        { title: t("today.tour.demoTitle"), description: t("today.tour.demo"), target: find(".demo") },
      ].map((step, index, all) => ({
        ...step,
        nextButtonProps: {
          children: index === all.length - 1 ? t("today.tour.finish") : t("today.tour.next"),
        },
        prevButtonProps: { children: t("today.tour.prev") },
      }))}
    />
  );
}
