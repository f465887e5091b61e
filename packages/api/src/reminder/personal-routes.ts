import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { obligationKindSchema } from "@luyue/core/obligation";
import { digestSchema } from "@luyue/core/reminder";
import { platformTenant } from "@luyue/usecases/sign-in";
import {
  chooseReminders,
  createFeed,
  followUnsubscribe,
  hasMessage,
  listFeeds,
  listNotifications,
  messageOf,
  type OutboxEntry,
  readChoice,
  readFeed,
  readNotifications,
  readUnsubscribe,
  revokeFeed,
} from "@luyue/usecases/reminder";
import type { Context } from "hono";
import * as z from "zod";
import type { ApiEnvironment, RouteDependencies } from "../app/environment.ts";
import { agencyOf, commandHeaders, runCommand } from "../command/index.ts";
import { jsonAnswer, jsonBody, listOf, nameSchema, secured, unsecured } from "../document/describe.ts";
import { pageQuery, pageRequest, pageSchema, viewPage } from "../document/page.ts";
import { renderFeed } from "./render-feed.ts";
import { sentView, viewSent } from "./sent-view.ts";

const about = { tags: ["reminder"] };
const own = secured("reminder:own");

const choiceView = nameSchema(
  "ReminderChoice",
  z.object({ off: listOf(obligationKindSchema), digest: digestSchema.nullable() }),
);

const readChoiceRoute = createRoute({
  ...about,
  ...secured("reminder:choose"),
  method: "get",
  path: "/v1/reminder-choices",
  operationId: "readReminderChoice",
  summary: "Which mails a member has chosen not to get, and in how many mails the rest comes",
  responses: { 200: jsonAnswer("The choice", choiceView) },
});

const chooseRoute = createRoute({
  ...about,
  ...secured("reminder:choose"),
  method: "put",
  path: "/v1/reminder-choices",
  operationId: "chooseReminders",
  summary: "Chooses which mails not to get; the last one of a side who is told of something still is",
  request: { headers: commandHeaders, body: jsonBody(chooseReminders.input) },
  responses: { 200: jsonAnswer("The choice", choiceView) },
});

const notificationView = nameSchema(
  "Notification",
  sentView.extend({
    tenantId: z.string(),
    agency: z.string(),
    event: z.string().nullable(),
    link: z.string().nullable(),
    readAt: z.string().nullable(),
  }),
);

const notificationsRoute = createRoute({
  ...about,
  ...own,
  method: "get",
  path: "/v1/notifications",
  operationId: "listNotifications",
  summary: "What oneself was told of, the newest first; a vendor's person by all agencies",
  request: { query: pageQuery },
  responses: { 200: jsonAnswer("A page of messages", pageSchema(notificationView)) },
});

const readRoute = createRoute({
  ...about,
  ...own,
  method: "post",
  path: "/v1/notifications/read",
  operationId: "readNotifications",
  summary: "Marks messages of one's own as read",
  request: {
    body: jsonBody(
      z.strictObject({
        items: z
          .array(
            z.strictObject({
              tenantId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
              contractId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
              key: z.string().min(1).max(500),
            }),
          )
          .min(1)
          .max(100),
      }),
    ),
  },
  responses: { 200: jsonAnswer("How many were unread", z.object({ marked: z.int() })) },
});

const feedView = nameSchema(
  "CalendarFeed",
  z.object({
    id: z.string(),
    contractId: z.string().nullable(),
    createdAt: z.string(),
    url: z.string().meta({ description: "for a calendar program; whoever has it reads the dates" }),
  }),
);

const feedsRoute = createRoute({
  ...about,
  ...own,
  method: "get",
  path: "/v1/calendar-feeds",
  operationId: "listCalendarFeeds",
  summary: "The calendars that oneself has subscribed to",
  responses: { 200: jsonAnswer("All of them", z.object({ items: listOf(feedView) })) },
});

const createFeedRoute = createRoute({
  ...about,
  ...own,
  method: "post",
  path: "/v1/calendar-feeds",
  operationId: "createCalendarFeed",
  summary: "Makes a calendar (iCalendar) of what is due: of one contract, or of all that is one's own",
  request: { headers: commandHeaders, body: jsonBody(createFeed.input) },
  responses: { 201: jsonAnswer("The calendar", feedView) },
});

const revokeFeedRoute = createRoute({
  ...about,
  ...own,
  method: "delete",
  path: "/v1/calendar-feeds/{id}",
  operationId: "revokeCalendarFeed",
  summary: "Ends a calendar: its address is nobody's from then on",
  request: { params: revokeFeed.input, headers: commandHeaders },
  responses: { 200: jsonAnswer("The calendar that is gone", z.object({ id: z.string() })) },
});

const tokenParams = z.object({ token: z.string().min(1).max(2000) });

const readFeedRoute = createRoute({
  ...about,
  ...unsecured,
  method: "get",
  path: "/v1/calendars/{token}",
  operationId: "readCalendar",
  summary: "A calendar, for whoever has its address",
  request: { params: tokenParams },
  responses: {
    200: { description: "iCalendar (RFC 5545)", content: { "text/calendar": { schema: z.string() } } },
  },
});

const leftView = z.object({ agency: z.string() });

const askUnsubscribeRoute = createRoute({
  ...about,
  ...unsecured,
  method: "get",
  path: "/v1/unsubscribe/{token}",
  operationId: "readUnsubscribe",
  summary: "Whom a link takes off which agency's mails; does nothing",
  request: { params: tokenParams },
  responses: {
    200: jsonAnswer("The agency and the masked address", leftView.extend({ address: z.string() })),
  },
});

const unsubscribeRoute = createRoute({
  ...about,
  ...unsecured,
  method: "post",
  path: "/v1/unsubscribe/{token}",
  operationId: "unsubscribe",
  summary: "Takes an address off an agency's mails, by one click or by the mail program (RFC 8058)",
  request: { params: tokenParams },
  responses: { 200: jsonAnswer("Done", leftView) },
});

/** What a person has chosen, was told, and reads elsewhere. */
export function personalRoutes(deps: RouteDependencies) {
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(readChoiceRoute, async (c) => {
      const { store, actor } = agencyOf(c, deps);
      return c.json(await readChoice(store, actor), 200);
    })
    .openapi(chooseRoute, async (c) =>
      c.json(await runCommand(c, deps, chooseReminders, c.req.valid("json")), 200),
    )
    .openapi(notificationsRoute, async (c) => {
      const reader = { actor: c.get("actor"), platform: deps.platform };
      const page = await listNotifications(reader, pageRequest(c.req.valid("query")));
      return c.json(viewPage(page, viewNotification), 200);
    })
    .openapi(readRoute, async (c) => {
      const reader = { actor: c.get("actor"), platform: deps.platform };
      const { items } = c.req.valid("json");
      return c.json({ marked: await readNotifications(reader, items, deps.runtime) }, 200);
    })
    .route("/", feedRoutes(deps))
    .openapi(askUnsubscribeRoute, async (c) =>
      c.json(await readUnsubscribe(c.req.valid("param").token, deps), 200),
    )
    .openapi(unsubscribeRoute, async (c) =>
      c.json(await followUnsubscribe(c.req.valid("param").token, deps), 200),
    );
}

function feedRoutes(deps: RouteDependencies) {
  const { platform, runtime } = deps;
  const view = ({ path, ...feed }: Awaited<ReturnType<typeof listFeeds>>[number]) => ({
    ...feed,
    url: `${runtime.baseUrl}${path}`,
  });
  return new OpenAPIHono<ApiEnvironment>()
    .openapi(feedsRoute, async (c) => {
      const feeds = await listFeeds(platform.tenant(homeOf(c)), c.get("actor"), runtime);
      return c.json({ items: feeds.map(view) }, 200);
    })
    .openapi(createFeedRoute, async (c) =>
      c.json(view(await runCommand(c, deps, createFeed, c.req.valid("json"), homeOf(c))), 201),
    )
    .openapi(revokeFeedRoute, async (c) =>
      c.json(await runCommand(c, deps, revokeFeed, c.req.valid("param"), homeOf(c)), 200),
    )
    .openapi(readFeedRoute, async (c) => {
      const token = c.req.valid("param").token.replace(/\.ics$/, "");
      const body = renderFeed(await readFeed(token, deps), runtime);
      return c.body(body, 200, { "content-type": "text/calendar; charset=utf-8" });
    });
}

/** Where what is somebody's own stands: with their agency, or of a vendor's person with the platform. */
function homeOf(c: Context<ApiEnvironment>): string {
  const actor = c.get("actor");
  return actor.kind === "member" ? actor.tenantId : platformTenant;
}

function viewNotification(entry: OutboxEntry): z.infer<typeof notificationView> {
  const message = hasMessage(entry) ? messageOf(entry) : undefined;
  return {
    ...viewSent(entry),
    tenantId: entry.tenantId,
    agency: message?.tenant.name ?? "",
    event: message !== undefined && "event" in message ? message.event : null,
    link: message?.link ?? null,
    readAt: entry.readAt ?? null,
  };
}
