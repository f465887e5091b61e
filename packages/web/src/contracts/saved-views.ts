import { useState } from "react";
import { type ContractsSearch, readContractsSearch } from "./contracts-search.ts";

export interface SavedView {
  readonly name: string;
  readonly search: ContractsSearch;
}

/** Views that somebody has kept in this browser, by who they are. */
export function useSavedViews(owner: string) {
  const place = `luyue-views ${owner}`;
  const [views, setViews] = useState(() => readViews(localStorage.getItem(place)));
  const keep = (next: readonly SavedView[]) => {
    localStorage.setItem(place, JSON.stringify(next));
    setViews(next);
  };
  return {
    views,
    add: (view: SavedView) => keep([...views.filter(({ name }) => name !== view.name), view]),
    drop: (name: string) => keep(views.filter((view) => view.name !== name)),
  };
}

function readViews(stored: string | null): readonly SavedView[] {
  if (stored === null) return [];
  try {
    const found: unknown = JSON.parse(stored);
    return Array.isArray(found) ? found.flatMap(readView) : [];
  } catch {
    // Somebody has changed it by hand: there are no views then.
    return [];
  }
}

function readView(found: unknown): SavedView[] {
  if (typeof found !== "object" || found === null || !("name" in found) || !("search" in found)) return [];
  const { name, search } = found;
  if (typeof name !== "string" || typeof search !== "object" || search === null) return [];
  return [{ name, search: readContractsSearch({ ...search }) }];
}
