export { personalDataView, viewPersonalData } from "./personal-data-view.ts";
export { endedAnswer, sessionParams, sessionsAnswer } from "./session-definitions.ts";
export { sessionRoutes } from "./session-routes.ts";
export { sessionView, viewSession, viewSignedIn } from "./session-view.ts";
