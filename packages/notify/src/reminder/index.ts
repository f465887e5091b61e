export { type DigestLinks, renderDigestEmail } from "./render-digest-email.tsx";
export { renderNoticeEmail } from "./render-notice-email.tsx";
export { renderReminderEmail, type RenderedEmail } from "./render-reminder-email.tsx";
