import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App, ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import type { ReactNode } from "react";
import { Refusal } from "../client/refusal.ts";
import { sessionQuery } from "../session/session.ts";
import { useWords } from "../words/words.ts";
import { theme } from "./theme.ts";

const tries = 2;

/** Whoever is no longer signed in is nobody at the next look. */
export function createQueries(): QueryClient {
  const queries = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof Refusal && error.status === 401)
          queries.setQueryData(sessionQuery.queryKey, null);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // What was refused is refused again.
        retry: (count, error) => !(error instanceof Refusal && error.status < 500) && count < tries,
      },
    },
  });
  return queries;
}

/** What every page stands in: data, look and language. */
export function Providers({
  queries,
  children,
}: {
  readonly queries: QueryClient;
  readonly children: ReactNode;
}) {
  const { language } = useWords();
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider
        theme={theme}
        wave={{ disabled: true }}
        {...(language === "zh" ? { locale: zhCN } : {})}
        button={{ autoInsertSpace: false }}
      >
        <App className="app">{children}</App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
