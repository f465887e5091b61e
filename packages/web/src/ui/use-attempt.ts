import { App } from "antd";
import { refusalOf } from "../client/refusal.ts";
import { useWords } from "../words/words.ts";

/** Does something that takes a while, and says so where it did not work. */
export function useAttempt(): (work: () => Promise<unknown>) => void {
  const { message } = App.useApp();
  const { say } = useWords();
  return (work) => {
    work().catch((error: unknown) => {
      const { reason, faults } = refusalOf(error);
      // oxlint-disable-next-line typescript/no-floating-promises -- it goes away by itself
      message.error([reason, ...faults.map((fault) => fault.reason)].map(say).join(" "));
    });
  };
}
