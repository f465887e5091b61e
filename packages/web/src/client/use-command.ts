import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { type Refusal, refusalOf } from "./refusal.ts";

/** What is shown as if a command had been carried out already, until its answer is there. */
export interface Expectation<Input, Data> {
  readonly queryKey: QueryKey;
  readonly update: (data: Data, input: Input) => Data;
}

/**
 * Something that changes what the server has; whatever is on the screen is asked for anew after it. An expectation is shown at
 * once, and taken back where the command is refused.
 */
export function useCommand<Input = void, Result = unknown, Data = unknown>(
  run: (input: Input) => Promise<Result>,
  expectation?: Expectation<Input, Data>,
) {
  const queries = useQueryClient();
  return useMutation<Result, Refusal, Input, Data | undefined>({
    mutationFn: async (input) => {
      try {
        return await run(input);
      } catch (error) {
        throw refusalOf(error);
      }
    },
    onMutate: async (input) => {
      if (expectation === undefined) return undefined;
      const { queryKey, update } = expectation;
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData<Data>(queryKey);
      if (before !== undefined) queries.setQueryData(queryKey, update(before, input));
      return before;
    },
    onError: (_refusal, _input, before) => {
      if (expectation !== undefined && before !== undefined)
        queries.setQueryData(expectation.queryKey, before);
    },
    onSettled: () => queries.invalidateQueries(),
  });
}
