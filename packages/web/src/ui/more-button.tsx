import { Button } from "antd";
import { useWords } from "../words/words.ts";
import { useAttempt } from "./use-attempt.ts";

/** The next page of a list that has one. */
export function MoreButton(props: {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = props.query;
  const { t } = useWords();
  const attempt = useAttempt();
  if (!hasNextPage) return null;
  return (
    <Button loading={isFetchingNextPage} onClick={() => attempt(() => fetchNextPage())}>
      {t("common.more")}
    </Button>
  );
}
