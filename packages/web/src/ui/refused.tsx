import { Alert } from "antd";
import type { Refusal } from "../client/refusal.ts";
import { useWords } from "../words/words.ts";

/** Why something was not done, read out at once; each fault in words. */
export function Refused({ refusal }: { readonly refusal: Refusal | null | undefined }) {
  const { say } = useWords();
  if (refusal === null || refusal === undefined) return null;
  const faults = refusal.faults.map(({ path, reason }) => ({ path, text: say(reason) }));
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={say(refusal.reason)}
      description={
        faults.length === 0 ? undefined : (
          <ul>
            {faults.map(({ path, text }) => (
              <li key={`${path} ${text}`}>{text}</li>
            ))}
          </ul>
        )
      }
    />
  );
}
