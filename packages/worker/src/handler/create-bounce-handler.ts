import { referenceHeader } from "@luyue/notify/email";
import { type Bounce, noteBounce } from "@luyue/usecases/reminder";
import type { Platform, Runtime } from "@luyue/usecases/runtime";
import type { SNSEvent } from "aws-lambda";
import * as z from "zod";

/** What Amazon SES says of a mail, of which this is all that is read; its headers come along where the topic is set up so. */
const noticeSchema = z.object({
  notificationType: z.enum(["Bounce", "Complaint"]).optional(),
  eventType: z.string().optional(),
  mail: z.object({ headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]) }),
  bounce: z
    .object({
      bounceType: z.string(),
      bounceSubType: z.string().default(""),
      bouncedRecipients: z.array(z.object({ diagnosticCode: z.string().optional() })).default([]),
    })
    .optional(),
  complaint: z.object({ complaintFeedbackType: z.string().optional() }).optional(),
});

const mostDetail = 300;

/** Notes what comes back of the mails that were sent: bounces and complaints, as SES tells of them through a topic. */
export function createBounceHandler(platform: Pick<Platform, "tenant">, runtime: Runtime) {
  return async ({ Records }: SNSEvent): Promise<{ readonly noted: number; readonly unknown: number }> => {
    let noted = 0;
    for (const { Sns } of Records) {
      const bounce = readBounce(Sns.Message);
      if (bounce !== undefined && (await noteBounce(bounce, { platform, runtime }))) noted += 1;
    }
    return { noted, unknown: Records.length - noted };
  };
}

function readBounce(message: string): Bounce | undefined {
  const { mail, bounce, complaint } = noticeSchema.parse(JSON.parse(message));
  const reference = mail.headers.find(
    ({ name }) => name.toLowerCase() === referenceHeader.toLowerCase(),
  )?.value;
  if (reference === undefined) return undefined;
  if (complaint !== undefined) {
    const detail = `complaint ${complaint.complaintFeedbackType ?? ""}`.trim();
    return { reference, what: "complaint", permanent: true, detail };
  }
  if (bounce === undefined) return undefined;
  const said = bounce.bouncedRecipients.flatMap(({ diagnosticCode = [] }) => diagnosticCode).join("; ");
  const detail = `${bounce.bounceType} ${bounce.bounceSubType} ${said}`.trim().slice(0, mostDetail);
  return { reference, what: "bounce", permanent: bounce.bounceType === "Permanent", detail };
}
