export { createScheduleHandler } from "./create-schedule-handler.ts";
