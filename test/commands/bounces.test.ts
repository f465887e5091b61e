import { obligationKindSchema } from "@luyue/core/obligation";
import { referenceOf, runReminders } from "@luyue/usecases/reminder";
import { createBounceHandler } from "@luyue/worker/handler";
import type { SNSEvent } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { type Mail, openMailbox } from "./mailbox.ts";
import { isReminder, listReminders, recipientOf } from "./reminding.ts";
import { addressOf, seedActive, seedTenant, termsOf } from "./seed.ts";
import { openMemoryWorld } from "./world.ts";

const tenantId = "ten_a";
const vendorLead = addressOf("lead.vendor", tenantId);

/** What SES says through a topic, with the headers of the mail that it is about. */
function notice(mail: Mail | undefined, more: object, reference = mail?.reference ?? ""): SNSEvent {
  const headers = [{ name: "X-Luyue-Reference", value: reference }];
  const Message = JSON.stringify({ mail: { messageId: "ses-1", headers }, ...more });
  const record = {
    EventSource: "aws:sns",
    EventVersion: "1.0",
    EventSubscriptionArn: "arn",
    Sns: {
      SignatureVersion: "1",
      Timestamp: "2026-06-01T02:00:00.000Z",
      Signature: "",
      SigningCertUrl: "",
      MessageId: "1",
      Message,
      MessageAttributes: {},
      Type: "Notification",
      UnsubscribeUrl: "",
      TopicArn: "arn",
      Subject: "",
    },
  };
  return { Records: [record] };
}

const bounced = (bounceType: string) => ({
  notificationType: "Bounce",
  bounce: {
    bounceType,
    bounceSubType: "General",
    bouncedRecipients: [{ emailAddress: vendorLead, diagnosticCode: "smtp; 550 5.1.1 user unknown" }],
  },
});

async function open() {
  const world = await openMemoryWorld();
  await seedTenant(world, tenantId, { webhooks: 0 });
  await seedActive(world, tenantId, termsOf("NO 1"), "2026-06-01");
  const { mails, delivery } = openMailbox(world);
  await runReminders(world.platform, world.runtime, delivery);
  const entryOf = async () =>
    (await listReminders(world, tenantId)).find(
      (entry) => isReminder(entry) && recipientOf(entry) === vendorLead,
    );
  const mail = mails.find(({ to, reference }) => to.address === vendorLead && reference !== undefined);
  return { world, mail, entryOf, handle: createBounceHandler(world.platform, world.runtime) };
}

describe("a mail that comes back", () => {
  it("for good has failed after all, once however often it is said, and can be sent again", async () => {
    const { world, mail, entryOf, handle } = await open();
    expect((await entryOf())?.state).toBe("delivered");
    for (let time = 0; time < 2; time += 1) {
      expect(await handle(notice(mail, bounced("Permanent")))).toEqual({ noted: 1, unknown: 0 });
    }
    const entry = await entryOf();
    expect(entry).toMatchObject({
      state: "failed",
      attempts: [
        { outcome: "delivered" },
        { outcome: "bounced", detail: "Permanent General smtp; 550 5.1.1 user unknown" },
      ],
    });
    const { items } = await world.platform.tenant(tenantId).listFailed({ limit: 10 });
    expect(items.map(({ id }) => id)).toEqual([entry?.id]);
  });

  it("for now is noted beside what was said before", async () => {
    const { mail, entryOf, handle } = await open();
    await handle(notice(mail, bounced("Transient")));
    expect(await entryOf()).toMatchObject({ state: "delivered", attempts: [{}, { outcome: "delayed" }] });
  });

  it("with a complaint takes its recipient off the agency's mails", async () => {
    const { world, mail, entryOf, handle } = await open();
    const complaint = { notificationType: "Complaint", complaint: { complaintFeedbackType: "abuse" } };
    await handle(notice(mail, complaint));
    await handle(notice(mail, complaint));
    expect(await entryOf()).toMatchObject({
      attempts: [{}, { outcome: "complained", detail: "complaint abuse" }],
    });
    const personal = await world.platform.tenant(tenantId).getPersonal(vendorLead);
    expect(personal?.off).toEqual(obligationKindSchema.options);
  });

  it("is nobody's where its reference is not ours, made up, or of another use of the seal", async () => {
    const { world, mail, entryOf, handle } = await open();
    const strange = world.runtime.seal(JSON.stringify({ tenantId, contractId: "x", key: "y" }), "calendar");
    const entry = await entryOf();
    const gone = entry === undefined ? "" : referenceOf({ ...entry, id: "rem_gone" }, world.runtime);
    for (const reference of ["", "made-up", strange, gone]) {
      expect(await handle(notice(mail, bounced("Permanent"), reference))).toEqual({ noted: 0, unknown: 1 });
    }
    expect((await entryOf())?.state).toBe("delivered");
  });
});
