import { Button, Input, Popover } from "antd";
import { type FormEvent, useState } from "react";
import { useSession } from "../session/session.ts";
import { useWords } from "../words/words.ts";
import type { ContractsSearch } from "./contracts-search.ts";
import { useSavedViews } from "./saved-views.ts";

/** Views that were kept: one click shows one again, another drops it. */
export function SavedViews(props: {
  readonly search: ContractsSearch;
  readonly change: (search: ContractsSearch) => void;
}) {
  const { search, change } = props;
  const { t } = useWords();
  const { id } = useSession();
  const { views, add, drop } = useSavedViews(id);
  const [name, setName] = useState("");
  const [open, setOpen] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add({ name: name.trim(), search });
    setName("");
    setOpen(false);
  };
  const show = (view: ContractsSearch) => {
    change(view);
    setOpen(false);
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="views">
          <ul>
            {views.map((view) => (
              <li key={view.name}>
                <button type="button" className="link" onClick={() => show(view.search)}>
                  {view.name}
                </button>
                <Button
                  size="small"
                  type="text"
                  aria-label={t("contracts.dropView", { name: view.name })}
                  onClick={() => drop(view.name)}
                >
                  ×
                </Button>
              </li>
            ))}
          </ul>
          <form onSubmit={submit}>
            <Input
              aria-label={t("contracts.viewName")}
              placeholder={t("contracts.viewName")}
              required
              pattern=".*\S.*"
              maxLength={30}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
            <Button htmlType="submit">{t("contracts.keepView")}</Button>
          </form>
        </div>
      }
    >
      <Button>{t("contracts.views")}</Button>
    </Popover>
  );
}
