import { Link } from "@tanstack/react-router";
import { tabOf } from "../contract/contract-search.ts";
import { useWords } from "../words/words.ts";
import type { Obligation } from "./obligation-queries.ts";

/** An obligation's title, which leads to where it stands on its contract's page. */
export function ObligationLink({ item }: { readonly item: Obligation }) {
  const { say } = useWords();
  const { contractId, key } = item;
  return (
    <Link to="/contracts/$contractId" params={{ contractId }} search={{ tab: tabOf(key) }} hash={key}>
      {say(item.title)}
    </Link>
  );
}
