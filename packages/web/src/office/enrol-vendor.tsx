import { vendorSizeSchema } from "@luyue/core/vendor";
import type { InferResponseType } from "hono/client";
import { api, read } from "../client/api.ts";
import { CommandDialog } from "../ui/command-dialog.tsx";
import type { Field } from "../ui/field-input.tsx";
import { useWords } from "../words/words.ts";

export type VendorFile = InferResponseType<typeof api.v1.vendors.$get, 200>["items"][number];

/** Opens the agency's file on a vendor, or changes it; a vendor is found by its credit code. */
export function EnrolVendor({ file }: { readonly file?: VendorFile }) {
  const { t } = useWords();
  const code: Field = {
    name: "creditCode",
    label: t("office.creditCode"),
    kind: "text",
    hint: t("office.creditCodeHint"),
  };
  const fields: readonly Field[] = [
    ...(file === undefined ? [code] : []),
    { name: "name", label: t("office.vendorName"), kind: "text", initial: file?.name ?? "" },
    {
      name: "size",
      label: t("office.size"),
      kind: "choice",
      optional: true,
      initial: file?.size ?? "",
      options: vendorSizeSchema.options.map((size) => ({ value: size, label: t(`office.sizes.${size}`) })),
      hint: t("office.sizeHint"),
    },
    {
      name: "contacts",
      label: t("office.contacts"),
      kind: "longText",
      optional: true,
      initial: (file?.contacts ?? []).map(({ name, email }) => `${name} ${email}`).join("\n"),
      hint: t("office.contactsHint"),
    },
  ];
  return (
    <CommandDialog
      label={file === undefined ? t("office.enrol") : t("office.changeFile")}
      primary={file === undefined}
      fields={fields}
      run={({ creditCode = file?.creditCode ?? "", name = "", size, contacts = "" }) => {
        const known = vendorSizeSchema.safeParse(size);
        return read(
          api.v1.vendors.$post({
            header: {},
            json: {
              creditCode,
              name,
              contacts: readContacts(contacts, file),
              ...(known.success ? { size: known.data } : {}),
            },
          }),
        );
      }}
    />
  );
}

/** One person a line, the address last; who was on file keeps their language. */
function readContacts(text: string, file: VendorFile | undefined) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const parts = line.split(/[\s,，;；]+/);
      const email = parts.at(-1) ?? "";
      const known = file?.contacts.find((contact) => contact.email === email);
      return {
        name: parts.slice(0, -1).join(" "),
        email,
        ...(known === undefined ? {} : { language: known.language }),
      };
    });
}
