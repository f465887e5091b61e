import { expect, it } from "vitest";
import { readSmtpUrl } from "./open-mailer.ts";

it.each([
  [
    "smtps://user:p%40ss@smtp.example",
    { host: "smtp.example", port: 465, secure: true, auth: { user: "user", pass: "p@ss" } },
  ],
  ["smtp://smtp.example", { host: "smtp.example", port: 587, secure: false }],
  ["smtp://smtp.example:2525", { host: "smtp.example", port: 2525, secure: false }],
])("%s names a mail server", (url, expected) => {
  expect(readSmtpUrl(url)).toEqual(expected);
});
