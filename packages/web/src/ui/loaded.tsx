import type { UseQueryResult } from "@tanstack/react-query";
import { Alert, Button, Skeleton } from "antd";
import type { ReactNode } from "react";
import { refusalOf } from "../client/refusal.ts";
import { useWords } from "../words/words.ts";

/** What a query has found; lines in its place while it is on its way, and a way out where it failed. */
export function Loaded<T>(props: {
  readonly query: Pick<UseQueryResult<T>, "data" | "error" | "refetch" | "isFetching">;
  readonly children: (data: T) => ReactNode;
  readonly rows?: number;
}) {
  const { query, children, rows = 4 } = props;
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <Failed error={query.error} retry={() => query.refetch()} />;
  return <Loading rows={rows} />;
}

/** Lines in the place of what is on its way. */
export function Loading({ rows }: { readonly rows: number }) {
  const { t } = useWords();
  return (
    <div role="status" aria-busy="true" aria-label={t("common.loading")}>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}

export function Failed({ error, retry }: { readonly error: unknown; readonly retry: () => unknown }) {
  const { t, say } = useWords();
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t("common.failed")}
      description={say(refusalOf(error).reason)}
      action={<Button onClick={() => void retry()}>{t("common.retry")}</Button>}
    />
  );
}
