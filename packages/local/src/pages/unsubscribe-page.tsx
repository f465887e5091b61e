import type { Hono } from "hono";
import { jsx } from "hono/jsx";
import * as z from "zod";
import type { Stack } from "../stack/index.ts";
import { Frame, say, type View } from "./frame.tsx";
import { page, viewOf } from "./page-context.ts";

const askedSchema = z.object({ agency: z.string(), address: z.string() });

/** Where a digest's link leads: it asks first, for links are opened by machines that look for harm. */
export function addUnsubscribeRoutes(app: Hono, stack: () => Stack): void {
  const ask = (token: string, method: "GET" | "POST") =>
    stack().fetch(new Request(`${stack().url}/v1/unsubscribe/${encodeURIComponent(token)}`, { method }));
  app.get("/unsubscribe/:token", async (c) => {
    const answer = await ask(c.req.param("token"), "GET");
    const asked = answer.ok ? askedSchema.parse(await answer.json()) : undefined;
    return page(
      c,
      jsx(UnsubscribePage, { view: viewOf(c, stack()), asked, done: false }),
      asked === undefined ? 404 : 200,
    );
  });
  app.post("/unsubscribe/:token", async (c) => {
    const { ok } = await ask(c.req.param("token"), "POST");
    return page(
      c,
      jsx(UnsubscribePage, { view: viewOf(c, stack()), asked: undefined, done: ok }),
      ok ? 200 : 404,
    );
  });
}

interface UnsubscribeProps {
  readonly view: View;
  readonly asked: z.output<typeof askedSchema> | undefined;
  readonly done: boolean;
}

function UnsubscribePage({ view, asked, done }: UnsubscribeProps) {
  const t = (zh: string, en: string) => say(view, zh, en);
  return (
    <Frame view={view} title={t("退订提醒邮件", "Unsubscribe")}>
      <h1>{t("退订提醒邮件", "Unsubscribe from reminders")}</h1>
      {asked === undefined ? (
        <p class="lead">
          {done
            ? t("已退订。提醒仍可在系统中查看。", "Done. Reminders stay in the product.")
            : t(
                "链接无效或不完整，请从邮件中重新打开。",
                "This link is not valid. Please open it from the mail again.",
              )}
        </p>
      ) : (
        <form method="post">
          <p class="lead">
            {t(
              `${asked.address} 将不再收到“${asked.agency}”的提醒邮件。`,
              `${asked.address} will get no more reminder mails of ${asked.agency}.`,
            )}
          </p>
          <p>
            {t(
              "某一方只剩您一人负责时，该事项的提醒照常发送。",
              "Where you are the last one of your side who is told of something, the mails about it go on.",
            )}
          </p>
          <button type="submit">{t("确认退订", "Unsubscribe")}</button>
        </form>
      )}
    </Frame>
  );
}
